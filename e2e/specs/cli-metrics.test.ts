/** `hcm run --http`: what a watching program sees of a real host. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { parseExposition, valueOf, type Family } from '../../electron/contract/testing/exposition.ts';
import { closed } from '../fixtures/app-socket.ts';
import type { HcmProcess } from '../fixtures/hcm-process.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { Stage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { addConnection, startForward } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

const readySchema = z.object({ message: z.literal('ready'), http: z.url() });
/** What a session of the target begins with. */
const tagBytes = 36;
const payloadBytes = 100_000;

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.dispose());

/** @returns where it really answers. */
async function startWatched(words: readonly string[], home = stage.home) {
  const host = stage.start(['run', '--output', 'json', ...words], { environment: { HCM_HOME: home } });
  const { http } = await host.report('the host runs', (report) => readySchema.safeParse(report).data);
  return { host, url: http };
}

function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    }).on('error', reject);
  });
}

async function scrape(url: string): Promise<ReadonlyMap<string, Family>> {
  return parseExposition((await ask(`${url}/metrics`)).body);
}

async function failed(
  host: HcmProcess,
): Promise<{ readonly exitCode: number | null; readonly errors: string }> {
  const { exitCode, errors } = await host.end();
  return { exitCode, errors };
}

it('tells of sessions, readiness and the end of a host, and nothing that is secret', async () => {
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const relay = await RelayProcess.start(stage, [{ name: 'web', endpoint: target.endpoint }]);
  const { host, url } = await startWatched(['--http', 'localhost:0']);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const labels = { namespace: `localhost:${relay.port}`, name: 'web' };
  const untilMetric = async (name: string, value: number, more = {}): Promise<void> => {
    const look = async (): Promise<number | undefined> =>
      valueOf(await scrape(url), `hybrid_connection_${name}`, { ...labels, ...more });
    await until(`${name} is ${value}`, look, (seen) => seen === value);
  };
  expect(await ask(`${url}/healthz`)).toEqual({ status: 200, body: 'ok\n' });
  await addConnection(stage, relay, 'web');
  await untilMetric('up', 1);
  expect((await ask(`${url}/readyz`)).status).toBe(200);
  expect((await ask(`${url}/readyz?connection=localhost/web`)).status).toBe(200);
  expect((await ask(`${url}/readyz?connection=other`)).status).toBe(404);
  expect((await ask(`${url}/metrics`, { host: 'evil.example' })).status).toBe(421);

  const { port } = await startForward(stage, relay, 'web');
  const { app, service } = await target.open(port);
  await untilMetric('bytes_total', tagBytes, { direction: 'to_endpoint' });
  app.resume();
  service.write(Buffer.alloc(payloadBytes, 'x'));
  await untilMetric('bytes_total', payloadBytes, { direction: 'to_app' });
  const families = await scrape(url);
  const now = (name: string, more = {}): number | undefined =>
    valueOf(families, `hybrid_connection_${name}`, { ...labels, ...more });
  expect(now('bytes_total', { direction: 'to_endpoint' })).toBe(tagBytes);
  expect(now('bytes_total', { direction: 'to_app' })).toBe(payloadBytes);
  expect([now('healthy'), now('up'), now('sessions_total'), now('connects_total')]).toEqual([1, 1, 1, 1]);
  app.destroy();
  service.destroy();
  await untilMetric('sessions', 0);

  const open = await target.open(port);
  host.signal('SIGTERM');
  const stopping = await until(
    'it is not ready any more',
    () => ask(`${url}/readyz`),
    ({ status }) => status === 503,
  );
  expect(JSON.parse(stopping.body)).toMatchObject({ ready: false, host: 'stopping' });
  expect((await ask(`${url}/healthz`)).status).toBe(200);
  const { body: text } = await ask(`${url}/metrics`);
  expect(valueOf(parseExposition(text), 'hybrid_connection_sessions', labels)).toBe(1);
  const [connection] = z
    .object({ connections: z.array(z.looseObject({ id: z.uuid() })) })
    .parse(JSON.parse(await readFile(join(stage.home, 'connections.json'), 'utf8'))).connections;
  const entity = relay.entity('web');
  const key = /SharedAccessKey=([^;]+)/.exec(entity.gatewayConnectionString)?.[1] ?? '';
  expect(new SecretSearch({ key }).look('metrics', text)).toEqual([]);
  const sessions = await until(
    'the session is on record',
    () => readFile(join(stage.home, 'sessions.log'), 'utf8').catch(() => ''),
    (content) => content.includes('\n'),
  );
  const { session, trackingId, peer } = z
    .object({ session: z.string(), trackingId: z.string(), peer: z.string() })
    .parse(JSON.parse(sessions.split('\n')[0] ?? ''));
  for (const secret of [
    session,
    trackingId,
    peer,
    connection?.id ?? '',
    target.endpoint,
    '127.0.0.1',
    'SharedAccess',
  ])
    expect(text).not.toContain(secret);
  host.signal('SIGTERM');
  expect(await failed(host)).toEqual({ exitCode: 0, errors: '' });
  open.app.destroy();
  await expect(ask(`${url}/healthz`)).rejects.toThrow('ECONNREFUSED');
});

it('a port that is taken ends a second host at its start; who holds a connection open doesn’t hold up the end of the first', async () => {
  const { host, url } = await startWatched(['--http', '127.0.0.1:0']);
  const second = stage.start(['run', '--http', url.slice('http://'.length)], {
    environment: { HCM_HOME: join(stage.folder, 'other') },
  });
  const { exitCode, errors } = await failed(second);
  expect(exitCode).toBe(1);
  expect(errors).toMatch(
    /^hcm: Monitoring can’t listen: port \d+ of \S+ is in use\n {2}.+\n {2}.+--http.+\n {2}HCM5030\n$/,
  );
  expect(second.output).not.toContain('host started');
  expect((await ask(`${url}/readyz`)).status).toBe(200);

  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  const ended = closed(socket);
  host.signal('SIGTERM');
  expect((await failed(host)).exitCode).toBe(0);
  await ended;
});
