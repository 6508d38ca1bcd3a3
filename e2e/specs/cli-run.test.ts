/** `hcm run` and the commands that talk to it, against a real local relay. */
import { once } from 'node:events';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { closed } from '../fixtures/app-socket.ts';
import { ensureBuilt } from '../fixtures/built-hcm.ts';
import { ProgramsOnPath } from '../fixtures/programs-on-path.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { Stage } from '../fixtures/stage.ts';
import {
  addConnection,
  listConnections,
  startForward,
  startHost,
  untilConnected,
  untilRow,
} from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

const readySchema = z.object({
  level: z.literal('info'),
  message: z.literal('ready'),
  processId: z.int(),
  connections: z.int(),
  dataFolder: z.string(),
  version: z.string(),
});

const reloadedSchema = z.looseObject({ message: z.literal('reloaded') });
const untoldSchema = z.looseObject({ message: z.literal('systemd could not be told') });
const untold = (report: unknown): unknown => untoldSchema.safeParse(report).data;

let service: Server;
let endpoint = '';
let stage: Stage;

beforeAll(async () => {
  await ensureBuilt();
  // A session stays open as long as its app wants.
  service = createServer({ keepAliveTimeout: 0 }, (request, response) =>
    response.end(`answer to ${request.url ?? ''}`),
  );
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  endpoint = `localhost:${(service.address() as AddressInfo).port}`;
});

afterAll(() => {
  service.closeAllConnections();
  service.close();
});

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.dispose());

function startRelay(...names: readonly string[]): Promise<RelayProcess> {
  return RelayProcess.start(
    stage,
    names.map((name) => ({ name, endpoint })),
  );
}

describe('hcm run', () => {
  it('says in one line of JSON that it is ready, and ends with 0 on SIGTERM and on SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const host = await startHost(stage);
      const ready = await host.report('ready', (report) => readySchema.safeParse(report).data);
      expect(ready).toMatchObject({ processId: host.pid, connections: 0, dataFolder: stage.home });
      host.signal(signal);
      const { exitCode, errors } = await host.end();
      expect(exitCode).toBe(0);
      expect(errors).toBe('');
    }
  });

  it('speaks sentences where a person reads', async () => {
    const host = stage.start(['run', '--output', 'table']);
    await until(
      'it is ready',
      () => host.output,
      (text) => text.includes('\n'),
    );
    expect(host.output).toBe(
      `Host ${host.pid} runs 0 connections. Data folder: ${stage.home}. Ctrl+C ends it.\n`,
    );
    host.signal('SIGINT');
    expect((await host.end()).output).toMatch(/\nStopping\. .+\nStopped\.\n$/);
  });

  it('carries what an app sends, and shows it in list and show; remove ends it', async () => {
    const relay = await startRelay('web');
    await startHost(stage);
    await addConnection(stage, relay, 'web');
    const row = await untilConnected(stage, 'web');
    expect(row).toMatchObject({
      namespace: 'localhost',
      serviceBusEndpoint: `localhost:${relay.port}`,
      statusCode: null,
      numberOfListeners: 1,
      endpoint,
    });
    await untilRow(
      stage,
      'web',
      'reaches its endpoint',
      ({ endpointStatus }) => endpointStatus === 'Reachable',
    );

    const { port, forward } = await startForward(stage, relay, 'web');
    const answer = await fetch(`http://127.0.0.1:${port}/payroll`, { headers: { connection: 'close' } });
    expect(await answer.text()).toBe('answer to /payroll');
    const busy = await untilRow(stage, 'web', 'counted it', ({ bytesOut }) => bytesOut > 0);
    expect(busy.bytesIn).toBeGreaterThan(0);
    expect(busy.createdOn).toMatch(/^\d{4}-\d\d-\d\dT/);

    const shown = await stage.run(['show', 'web', '--output', 'table']);
    expect(shown.errors).toBe('');
    expect(shown.output).toMatch(/^Status: +Connected · This host only$/m);
    expect((await stage.run(['restart', 'web'])).exitCode).toBe(0);
    await untilConnected(stage, 'web');

    expect((await stage.run(['remove', 'web', '--yes'])).exitCode).toBe(0);
    expect(await listConnections(stage)).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    await forward.report(
      'the refusal',
      (report) =>
        z.object({ event: z.literal('refused'), code: z.literal('HCM7010') }).safeParse(report).data,
    );
    forward.signal('SIGTERM');
    expect((await forward.end()).exitCode).toBe(0);
  });

  it('runs at once what was added before, and says why one can’t connect', async () => {
    const relay = await startRelay('good', 'bad');
    await addConnection(stage, relay, 'good');
    const wrong = relay
      .entity('bad')
      .gatewayConnectionString.replace(/(SharedAccessKey=)[^;]+/, `$1${'A'.repeat(43)}=`);
    expect((await stage.run(['add', '-', '--ca-file', relay.caFile], { input: wrong })).exitCode).toBe(0);
    await startHost(stage);
    await untilConnected(stage, 'good');
    const refused = await untilRow(stage, 'bad', 'is refused', ({ status }) => status === 'Unauthorized');
    expect(refused.statusCode).toBe('HCM2020');
    const shown = await stage.run(['show', 'bad', '--output', 'table']);
    expect(shown.output).toContain('Status:               Unauthorized · Azure refused the key\n');
    expect(shown.output).toMatch(/\nAzure refused the key for bad\n {2}.+\n {2}.+\n {2}HCM2020/);
  });

  it('is alone: a second host ends with 1 and disturbs nothing', async () => {
    const relay = await startRelay('web');
    await startHost(stage);
    await addConnection(stage, relay, 'web');
    await untilConnected(stage, 'web');
    const second = await stage.run(['run']);
    expect(second.exitCode).toBe(1);
    expect(second.errors).toMatch(/^hcm: Another host already runs\n {2}.+\n {2}.+\n {2}HCM5002\n$/);
    expect(await listConnections(stage)).toMatchObject([
      { name: 'web', status: 'Connected', numberOfListeners: 1 },
    ]);
  });

  it('of two hosts that start at once, one runs', async () => {
    const hosts = [stage.start(['run']), stage.start(['run'])];
    const ended = await Promise.race(hosts.map(async (host) => ({ host, ...(await host.end()) })));
    expect(ended.exitCode).toBe(1);
    expect(ended.errors).toContain('HCM5002');
    const [other] = hosts.filter((host) => host !== ended.host);
    await other?.report('ready', (report) => readySchema.safeParse(report).data);
    expect(other?.hasEnded).toBe(false);
  });

  it('starts at once after the one before was killed, with everything that was kept', async () => {
    const relay = await startRelay('web');
    const first = await startHost(stage);
    await addConnection(stage, relay, 'web');
    await untilConnected(stage, 'web');
    first.signal('SIGKILL');
    await first.end();
    expect((await stage.run(['list'])).errors).toContain('No host runs');

    const startedAt = performance.now();
    await startHost(stage);
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    await untilConnected(stage, 'web');
    expect(await listConnections(stage)).toHaveLength(1);
  });

  it('tells systemd that it is ready, alive, reloading and stopping', async () => {
    const programs = await ProgramsOnPath.on(stage);
    await programs.add('systemd-notify', 'test "$NOTIFY_SOCKET" = @hcm-test');
    const host = await startHost(stage, {
      environment: { PATH: programs.path, NOTIFY_SOCKET: '@hcm-test', WATCHDOG_USEC: '400000' },
    });
    const told = (pattern: RegExp): Promise<readonly string[]> =>
      until(
        `systemd hears ${pattern.source}`,
        () => programs.calls(),
        (calls) => pattern.test(calls.join('\n')),
      );
    await told(/READY=1 STATUS=Runs 0 connections\n(?:.*\n)*.*WATCHDOG=1\n.*WATCHDOG=1/);
    host.signal('SIGHUP');
    await told(/RELOADING=1 MONOTONIC_USEC=\d+\n(?:.*WATCHDOG=1\n)*.*READY=1/);
    host.signal('SIGTERM');
    expect(await host.end()).toMatchObject({ exitCode: 0, errors: '' });
    const calls = await programs.calls();
    expect(calls[0]).toContain('READY=1');
    expect(calls.at(-1)).toMatch(/^systemd-notify STOPPING=1 STATUS=.+ EXTEND_TIMEOUT_USEC=75000000$/);
  });

  it('goes on where systemd can’t be told, and says so once', async () => {
    // A path with nothing on it: node itself is started by its absolute one.
    const host = await startHost(stage, {
      environment: { PATH: stage.home, NOTIFY_SOCKET: '/nowhere', WATCHDOG_USEC: '200000' },
    });
    await host.report('the warning', untold);
    await until(
      'a watchdog has passed',
      () => stage.run(['list']),
      ({ exitCode }) => exitCode === 0,
    );
    host.signal('SIGTERM');
    expect((await host.end()).exitCode).toBe(0);
    expect(host.reports.filter((report) => untold(report) !== undefined)).toHaveLength(1);
  });

  it('reads its files again on SIGHUP, into a new log file, and never ends of it', async () => {
    const host = await startHost(stage);
    const reloads = (): readonly unknown[] =>
      host.reports.flatMap((report) => reloadedSchema.safeParse(report).data ?? []);
    const untilReloads = (count: number): Promise<readonly unknown[]> =>
      until(
        `${count} reloads`,
        () => reloads(),
        ({ length }) => length === count,
      );
    await writeFile(
      join(stage.home, 'settings.json'),
      JSON.stringify({ version: 1, settings: { drainSeconds: 7 } }),
    );
    // Lines wait for others for a moment.
    await until(
      'the log',
      () => readdir(stage.home),
      (names) => names.includes('hcm.log'),
    );
    await rename(join(stage.home, 'hcm.log'), join(stage.home, 'hcm.log.moved'));
    host.signal('SIGHUP');
    expect((await untilReloads(1)).at(-1)).toMatchObject({ settings: 'drainSeconds' });
    expect((await stage.run(['config', 'get', 'drainSeconds'])).output).toContain('7');
    await until(
      'the log is a new file',
      () => readFile(join(stage.home, 'hcm.log'), 'utf8').catch(() => ''),
      (text) => text.includes('"reloaded"'),
    );
    await writeFile(join(stage.home, 'settings.json'), 'broken');
    host.signal('SIGHUP');
    await untilReloads(2);
    expect((await stage.run(['config', 'get', 'drainSeconds'])).output).toContain('7');
    expect((await readdir(stage.home)).some((name) => name.startsWith('settings.json.corrupt-'))).toBe(true);
    expect(host.hasEnded).toBe(false);
  });

  it('keeps the log at the level that is asked for, for people when they ask', async () => {
    const host = stage.start(['run', '--log-level', 'debug', '--log-format', 'pretty']);
    await until(
      'it is ready',
      () => host.output,
      (text) => /^\S+ \S+ INFO {2}ready {2}processId=\d+/m.test(text),
    );
    host.signal('SIGTERM');
    expect((await host.end()).exitCode).toBe(0);
    const quiet = stage.start(['run', '--log-level', 'error']);
    await quiet.report('ready', (report) => readySchema.safeParse(report).data);
    quiet.signal('SIGTERM');
    const { output } = await quiet.end();
    // What a service manager waits for is said at every level.
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { readonly message: string }).message),
    ).toEqual(['ready', 'stopping', 'stopped']);
    expect((await stage.run(['run', '--log-level', 'loud'])).exitCode).toBe(2);
    expect((await stage.run(['run', '--output', 'json', '--log-format', 'pretty'])).exitCode).toBe(2);
  });

  it('lets an open session finish, and ends it with the second signal', async () => {
    const relay = await startRelay('web');
    const host = await startHost(stage);
    await addConnection(stage, relay, 'web');
    await untilConnected(stage, 'web');
    const { port } = await startForward(stage, relay, 'web');
    // Not by fetch, which ends an idle connection after 4 s.
    const app = connect({ host: '127.0.0.1', port });
    const ended = closed(app);
    app.write('GET / HTTP/1.1\r\nHost: web\r\n\r\n');
    await once(app, 'data');
    await untilRow(stage, 'web', 'has a session', ({ sessions }) => sessions === 1);
    host.signal('SIGTERM');
    await untilRow(
      stage,
      'web',
      'finishes',
      ({ status, sessions }) => status === 'Stopping' && sessions === 1,
    );
    host.signal('SIGTERM');
    expect((await host.end(10_000)).exitCode).toBe(0);
    await ended;
  });
});
