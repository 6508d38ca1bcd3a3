/** Real sessions through a real relay, read by a scraper. */
import { once } from 'node:events';
import { get } from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterEach, expect, it } from 'vitest';
import { parseExposition, valueOf, type Family } from '../../contract/testing/exposition.ts';
import { systemClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import { silentLogger } from '../log/logger.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { heldResources, untilReleased } from '../testing/held-resources.ts';
import { dial } from '../testing/relay-world.ts';
import type { ConnectionMeter } from './connection-meter.ts';
import { connectionLimitMs } from './http-server.ts';
import { Monitoring } from './monitoring.ts';

let world: EngineWorld;
let monitoring: Monitoring | undefined;

afterEach(async () => {
  await monitoring?.close();
  monitoring = undefined;
  await world.close();
});

/** An engine that isn't started, watched. */
async function watched(): Promise<Engine> {
  world = await EngineWorld.start();
  const meterOf = (config: Parameters<Monitoring['meterOf']>[0]): ConnectionMeter | undefined =>
    monitoring?.meterOf(config);
  const engine = await world.open({ meterOf });
  monitoring = await Monitoring.open({
    ...{ address: { host: '127.0.0.1', port: 0, isLoopback: true }, names: [], host: engine },
    ...{ version: '1.2.3', node: process, openFiles: { limit: 100, count: () => 7 } },
    ...{ clock: systemClock, log: silentLogger },
  });
  return engine;
}

async function connected(): Promise<{ readonly engine: Engine; readonly id: string }> {
  const engine = await watched();
  await engine.start();
  monitoring?.turned('serving');
  const { connection } = await engine.call('connections.add', {
    connectionString: await world.relayString(),
    caPem: world.relays.caPem,
  });
  const { id } = connection.config;
  await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  return { engine, id };
}

function ask(path: string): Promise<Response> {
  return fetch(`${monitoring?.url ?? ''}${path}`);
}

async function scrape(): Promise<ReadonlyMap<string, Family>> {
  const response = await ask('/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return parseExposition(await response.text());
}

function labels(): { readonly namespace: string; readonly name: string } {
  return { namespace: `localhost:${world.relays.relay.port}`, name: 'sql' };
}

/** Looks until the sample has the value. */
async function until(
  name: string,
  value: number,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  let seen: number | undefined;
  for (let look = 0; look < 500 && seen !== value; look += 1)
    seen = valueOf(await scrape(), `hybrid_connection_${name}`, { ...labels(), ...more });
  expect(seen).toBe(value);
}

/** Sends so many bytes and reads the echo of them all. */
async function carry(app: Socket, bytes: number): Promise<void> {
  let back = 0;
  const all = new Promise<void>((resolve) => {
    app.on('data', (part: Buffer) => {
      back += part.length;
      if (back === bytes) resolve();
    });
  });
  app.write(Buffer.alloc(bytes, 'x'));
  await all;
  app.removeAllListeners('data');
}

it('leaves no timer and no socket behind', async () => {
  world = await EngineWorld.start();
  const before = heldResources();
  for (let round = 0; round < 3; round += 1) {
    const again = await Monitoring.open({
      ...{ address: { host: '127.0.0.1', port: 0, isLoopback: true }, names: [] },
      host: await world.open(),
      ...{ version: '1', node: process, openFiles: { limit: null, count: () => null } },
      ...{ clock: systemClock, log: silentLogger },
    });
    const text = await new Promise<string>((resolve, reject) => {
      get(`${again.url}/metrics`, { agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('close', () => resolve(body));
      }).on('error', reject);
    });
    // No number where there is no limit to hold it against.
    expect(parseExposition(text).has('process_open_fds')).toBe(false);
    await again.close();
  }
  // Sooner than a timer that was left would be over by itself.
  await untilReleased(before, connectionLimitMs / 2);
});

it('counts sessions and every byte of them, open or ended, through a stop and a start', async () => {
  const { engine, id } = await connected();
  const sender = await world.relays.sender('sql');
  const first = await dial(sender.port);
  await carry(first, 70_001);
  const second = await dial(sender.port);
  await carry(second, 5);
  let families = await scrape();
  const now = (name: string, more = {}): number | undefined =>
    valueOf(families, `hybrid_connection_${name}`, { ...labels(), ...more });
  expect([now('sessions'), now('sessions_total'), now('healthy')]).toEqual([2, 2, 1]);
  for (const direction of ['to_endpoint', 'to_app']) expect(now('bytes_total', { direction })).toBe(70_006);
  expect(now('dial_seconds_count')).toBe(2);

  second.end();
  await once(second, 'close');
  await until('sessions', 1);
  await engine.call('connections.stop', { id });
  await engine.call('connections.stop', { id });
  await until('enabled', 0);
  await until('sessions', 0);
  await engine.call('connections.start', { id });
  await until('up', 1);
  families = await scrape();
  expect([now('sessions_total'), now('connects_total'), now('reconnects_total')]).toEqual([2, 2, 0]);
  for (const direction of ['to_endpoint', 'to_app']) expect(now('bytes_total', { direction })).toBe(70_006);
  expect(families.get('hybrid_connection_session_failures_total')?.samples).toEqual([]);

  await engine.call('connections.remove', { id });
  families = await scrape();
  expect(
    [...families.values()].flatMap(({ samples }) => samples.filter((one) => one.labels['namespace'])),
  ).toEqual([]);
});

it('counts a lost channel, its return, and sessions whose endpoint is out of reach', async () => {
  const { engine, id } = await connected();
  await world.relays.relay.faults.goDown();
  await until('up', 0);
  await world.relays.relay.faults.comeBack();
  await engine.call('connections.retryNow', { id });
  await until('up', 1);
  await until('reconnects_total', 1);
  await until('connects_total', 2);
  const failures = (await scrape()).get('hybrid_connection_failures_total')?.samples ?? [];
  expect(failures.length).toBeGreaterThan(0);
  for (const { labels: of } of failures) expect(of['code']).toMatch(/^HCM2\d{3}$/);

  await engine.call('connections.setEndpoint', { id, endpoint: '127.0.0.1:1' });
  const sender = await world.relays.sender('sql');
  const app = await dial(sender.port);
  app.resume();
  await until('session_failures_total', 1, { code: 'HCM3102' });
  await until('endpoint_up', 0);
  await until('problem', 1, { code: 'HCM3102' });
  await until('healthy', 0);
});

it('says whether the host is there, and whether it is ready', async () => {
  const engine = await watched();
  const ready = async (query = ''): Promise<readonly [number, unknown]> => {
    const response = await ask(`/readyz${query}`);
    const isJson = response.headers.get('content-type') === 'application/json';
    return [response.status, isJson ? await response.json() : await response.text()];
  };
  const health = await ask('/healthz');
  expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
  expect(await ready()).toEqual([503, { ready: false, host: 'starting', connections: [] }]);
  await engine.start();
  monitoring?.turned('serving');
  expect(await ready()).toEqual([200, { ready: true, host: 'serving', connections: [] }]);
  const wrong = (await world.relayString()).replace(/(SharedAccessKey=)[^;]+/, `$1${'A'.repeat(43)}=`);
  const { connection } = await engine.call('connections.add', {
    connectionString: wrong,
    caPem: world.relays.caPem,
  });
  const { id } = connection.config;
  await world.until(engine, id, 'is refused', ({ azure }) => azure.status === 'unauthorized');
  const inTheWay = [{ namespace: 'localhost', name: 'sql', status: 'Unauthorized', code: 'HCM2020' }];
  expect(await ready()).toEqual([503, { ready: false, host: 'serving', connections: inTheWay }]);
  expect(await ready('?connection=SQL')).toEqual([
    503,
    { ready: false, host: 'serving', connections: inTheWay },
  ]);
  expect(await ready('?connection=other')).toEqual([404, 'no such connection\n']);
  expect(await ready('?connection=sql&connection=sql')).toEqual([400, 'one connection at a time\n']);
  await until('keys_refused', 1);
  await engine.call('connections.stop', { id });
  expect(await ready()).toEqual([200, { ready: true, host: 'serving', connections: [] }]);
  monitoring?.turned('stopping');
  expect(await ready()).toEqual([503, { ready: false, host: 'stopping', connections: [] }]);
  expect((await ask('/healthz')).status).toBe(200);
});

it('tells of the process and of the host’s health', async () => {
  const before = performance.eventLoopUtilization().active;
  await watched();
  const families = await scrape();
  expect(valueOf(families, 'hcm_build_info', { version: '1.2.3', node: process.version })).toBe(1);
  for (const severity of ['high', 'medium', 'low', 'info'])
    expect(valueOf(families, 'hcm_health_items', { severity })).toBe(0);
  expect(valueOf(families, 'hcm_update_available')).toBe(0);
  expect([valueOf(families, 'process_open_fds'), valueOf(families, 'process_max_fds')]).toEqual([7, 100]);
  expect(valueOf(families, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  const cpu = valueOf(families, 'process_cpu_seconds_total') ?? 0;
  expect(cpu).toBeGreaterThan(0);
  expect(valueOf(families, 'nodejs_eventloop_active_seconds_total')).toBeGreaterThanOrEqual(before / 1000);
  expect(valueOf(await scrape(), 'process_cpu_seconds_total')).toBeGreaterThanOrEqual(cpu);
  const started = valueOf(families, 'process_start_time_seconds') ?? 0;
  expect(Math.abs(started - (Date.now() / 1000 - process.uptime()))).toBeLessThan(5);
});
