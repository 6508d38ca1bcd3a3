/** How a host begins and ends: alone in its data folder, killed, asked to stop once and twice. */
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionRow } from '../../electron/contract/connection-row.ts';
import { closed, untilRefused } from '../fixtures/app-socket.ts';
import { readText } from '../fixtures/byte-stream.ts';
import type { HcmProcess } from '../fixtures/hcm-process.ts';
import { addStored } from '../fixtures/stored-connections.ts';
import { Stage } from '../fixtures/stage.ts';
import { Target, type Session } from '../fixtures/target.ts';
import {
  listConnections,
  openTunnel,
  startHost,
  untilConnected,
  untilRow,
  type Tunnel,
} from '../fixtures/tunnel.ts';
import { until, within } from '../fixtures/until.ts';

const quicklyMs = 5_000;

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(async () => {
  await stage.dispose();
});

describe('two hosts at once', () => {
  it('one of them runs, and the other one says why it does not', async () => {
    await addStored(stage, 'kept');
    for (let round = 1; round <= 3; round += 1) {
      const hosts = [0, 1, 2].map(() => stage.start(['run', '--output', 'json']));
      await until('only one is left', () => hosts.filter(({ hasEnded }) => !hasEnded), isOne);
      const [runs] = hosts.filter(({ hasEnded }) => !hasEnded);
      for (const refused of hosts.filter((host) => host !== runs)) {
        const { exitCode, errors } = await refused.end();
        expect(exitCode).toBe(1);
        expect(errors).toContain('Another host already runs');
        expect(errors).toContain('HCM5002');
      }
      await until(
        'it is ready',
        () => messages(runs),
        (said) => said.includes('ready'),
      );
      expect(await listConnections(stage)).toMatchObject([{ name: 'kept' }]);
      runs?.signal('SIGTERM');
      expect(await runs?.end()).toMatchObject({ exitCode: 0 });
    }
  });

  it('a second one leaves the first one and its sessions alone', () =>
    withTunnel(async (tunnel, target) => {
      const session = await target.open(tunnel.port);
      const { exitCode, errors } = await stage.run(['run']);
      expect(exitCode).toBe(1);
      expect(errors).toContain('HCM5002');
      await expectAlive(session);
    }));
});

describe('kill -9 of a host with sessions', () => {
  it('ends them; the next host starts at once with the same connections', () =>
    withTunnel(async (tunnel, target) => {
      const before = await listConnections(stage);
      const session = await target.open(tunnel.port);
      await expectAlive(session);
      const ended = closed(session.app);
      tunnel.host.signal('SIGKILL');
      await within('the app notices', ended);
      await tunnel.host.end();

      const started = performance.now();
      const next = await startHost(stage);
      await until(
        'it is connected',
        () => messages(next, 'state'),
        (states) => states.includes('online'),
      );
      const connectedMs = performance.now() - started;
      process.stdout.write(`after kill -9: Connected ${Math.round(connectedMs)} ms after the start\n`);

      await untilConnected(stage, 'tunnel');
      expect((await listConnections(stage)).map(lasting)).toEqual(before.map(lasting));
      await expectAlive(await target.open(tunnel.port));
    }));
});

describe('after hundreds of short sessions', () => {
  it('each has ended in order, and nothing of them keeps host or sender from ending', () =>
    withTunnel(async (tunnel, target) => {
      for (let batch = 0; batch < 20; batch += 1) {
        const answers = Array.from({ length: 20 }, async () => {
          const { app, service } = await target.open(tunnel.port);
          app.end('question');
          service.end('answer');
          return readText(app);
        });
        // An app that gets a reset fails here.
        expect(new Set(await Promise.all(answers))).toEqual(new Set(['answer']));
      }
      await untilRow(stage, 'tunnel', 'has no session left', ({ sessions }) => sessions === 0);
      for (const one of [tunnel.forward, tunnel.host]) {
        one.signal('SIGTERM');
        expect(await one.end(quicklyMs)).toMatchObject({ exitCode: 0 });
      }
    }));
});

describe('SIGTERM', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('without traffic ends the host with 0 at once (%s)', (signal) =>
    withTunnel(async ({ host, relay }) => {
      host.signal(signal);
      expect(await host.end(quicklyMs)).toMatchObject({ exitCode: 0, errors: '' });
      expect(await relay.fault({ fault: 'kick', entity: '*' })).toBe(0);
    }),
  );

  it('with traffic lets the session finish, takes no new one, and ends with 0', () =>
    withTunnel(async (tunnel, target) => {
      const session = await target.open(tunnel.port);
      tunnel.host.signal('SIGTERM');
      await untilStopping(tunnel.host);
      await until(
        'the relay has no listener',
        () => tunnel.relay.fault({ fault: 'kick', entity: '*' }),
        (listeners) => listeners === 0,
      );
      await untilRefused(tunnel.port);
      await expectAlive(session);
      expect(tunnel.host.hasEnded).toBe(false);

      session.app.end('last question');
      expect(await readText(session.service)).toBe('last question');
      session.service.end('last answer');
      expect(await readText(session.app)).toBe('last answer');
      expect(await tunnel.host.end(quicklyMs)).toMatchObject({ exitCode: 0 });
    }));

  it('a second time ends the host and its sessions at once', () =>
    withTunnel(async (tunnel, target) => {
      const { app } = await target.open(tunnel.port);
      const ended = closed(app);
      tunnel.host.signal('SIGTERM');
      await untilStopping(tunnel.host);
      expect(tunnel.host.hasEnded).toBe(false);
      tunnel.host.signal('SIGTERM');
      expect(await tunnel.host.end(quicklyMs)).toMatchObject({ exitCode: 0 });
      await within('the app notices', ended);
    }));
});

async function withTunnel(play: (tunnel: Tunnel, target: Target) => Promise<void>): Promise<void> {
  const target = await Target.start();
  try {
    await play(await openTunnel(stage, target.endpoint), target);
  } finally {
    await target.close();
  }
}

/** What a host has reported so far, of one field. */
function messages(host: HcmProcess | undefined, field = 'message'): readonly unknown[] {
  return (host?.reports ?? []).map((report) => (report as Readonly<Record<string, unknown>>)[field]);
}

function untilStopping(host: HcmProcess): Promise<unknown> {
  return until(
    'the host stops',
    () => messages(host),
    (said) => said.includes('stopping'),
  );
}

function isOne(hosts: readonly unknown[]): boolean {
  return hosts.length === 1;
}

/** Bytes go both ways. */
async function expectAlive({ app, service }: Session): Promise<void> {
  await expectPassed(app, service, 'from the app');
  await expectPassed(service, app, 'from the service');
}

async function expectPassed(from: Socket, to: Socket, text: string): Promise<void> {
  from.write(text);
  const look = (): string => String((to.read(text.length) as Buffer | null) ?? '');
  expect(await until(`${text} arrives`, look, (found) => found !== '', { everyMs: 10 })).toBe(text);
}

/** What of a connection doesn't change by itself. */
function lasting({ id, namespace, name, endpoint, serviceBusEndpoint, createdOn }: ConnectionRow) {
  return { id, namespace, name, endpoint, serviceBusEndpoint, createdOn };
}
