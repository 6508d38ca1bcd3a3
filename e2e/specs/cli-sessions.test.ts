/** `hcm sessions` and `hcm test` as people and scripts run them: a host, a local relay, an app with an open session. */
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { openTunnel, type Tunnel } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

interface Row {
  readonly id: string;
  readonly connection: string;
  readonly endpoint: string;
  readonly why: string | null;
}

let stage: Stage;
let target: Target;
let tunnel: Tunnel;

beforeEach(async () => {
  stage = await Stage.open();
  target = await Target.start();
  stage.afterwards(() => target.close());
  tunnel = await openTunnel(stage, target.endpoint, 'sql');
});

afterEach(() => stage.dispose());

async function sessions(...words: string[]): Promise<readonly Row[]> {
  const { exitCode, output, errors } = await stage.run(['sessions', ...words]);
  expect([exitCode, errors]).toEqual([0, '']);
  return JSON.parse(output) as readonly Row[];
}

/** In order or broken off. */
function untilClosed(app: Socket): Promise<void> {
  return new Promise((resolve) => app.resume().once('close', () => resolve()));
}

describe('hcm sessions', () => {
  it('shows open sessions, ends one by the beginning of its id or all, and knows the ended ones without a host, too', async () => {
    const { app } = await target.open(tunnel.port);
    const closed = untilClosed(app);
    const [open, ...others] = await sessions();
    expect(others).toEqual([]);
    expect(open).toMatchObject({ connection: 'sql', endpoint: target.endpoint, why: null });

    const short = open?.id.slice(0, 6) ?? '';
    expect((await stage.run(['sessions', '--kill', short])).exitCode).toBe(2);
    const killed = await stage.run(['sessions', '--kill', short, '--yes', '--output', 'table']);
    expect(killed.output).toBe('1 session was ended.\n');
    await closed;
    const ended = await until(
      'the session has ended',
      () => sessions('sql', '--ended'),
      (rows) => rows.some(({ id }) => id === open?.id),
    );
    expect(ended.find(({ id }) => id === open?.id)?.why).toMatch(/^Closed by /u);
    expect(await sessions('sql')).toEqual([]);
    const again = await stage.run(['sessions', '--kill', short, '--yes']);
    expect([again.exitCode, again.errors]).toEqual([1, expect.stringContaining('HCM1095')]);

    const opened = await Promise.all([target.open(tunnel.port), target.open(tunnel.port)]);
    const allClosed = opened.map((session) => untilClosed(session.app));
    const killedAll = await stage.run(['sessions', '--kill-all', 'sql', '--yes']);
    expect(JSON.parse(killedAll.output)).toMatchObject({ name: 'sql', closedSessions: 2 });
    await Promise.all(allClosed);
    tunnel.host.signal('SIGTERM');
    await tunnel.host.end();
    const kept = await sessions('--ended');
    expect(kept.map(({ connection }) => connection)).toEqual(['sql', 'sql', 'sql']);
    const without = await stage.run(['sessions', '--kill-all', 'sql', '--yes']);
    expect(without.exitCode).toBe(3);
  });
});

describe('hcm test', () => {
  it('tries an endpoint, a namespace and both ways of a connection, with a host and without', async () => {
    const exit = async (...words: string[]): Promise<number | null> =>
      (await stage.run(['test', ...words, '--timeout', '20'])).exitCode;
    expect(await exit(target.endpoint)).toBe(0);
    // Without the connection’s own CA.
    expect(await exit(`sb://localhost:${tunnel.relay.port}`)).toBe(1);
    const shown = await stage.run(['test', 'sql', '--output', 'table']);
    expect(shown.errors).toBe('');
    expect(shown.output).toMatch(
      /^Name: .+\nProxy: +none\nTCP: +connected\nTLS: +TLSv1\.3, certificate by .+\nHTTPS: +answered with status \d+\n/u,
    );
    expect(shown.output).toMatch(/\nBoth ways of sql work\.\n$/u);
    const refused = await stage.run(['test', '127.0.0.1:1']);
    expect(JSON.parse(refused.output)).toMatchObject({
      isReached: false,
      triedBy: 'host',
      endpoint: { code: 'HCM3102' },
    });
    expect(refused.errors).toContain('HCM3102');

    tunnel.host.signal('SIGTERM');
    await tunnel.host.end();
    expect(await exit('sql')).toBe(0);
    const alone = await stage.run(['test', target.endpoint]);
    expect(JSON.parse(alone.output)).toMatchObject({ triedBy: 'command', isReached: true });
    expect(alone.errors).toBe('No host runs, so this command tried it by itself.\n');
    const forbidden = await stage.run(['test', '169.254.169.254:80']);
    expect([forbidden.exitCode, forbidden.errors]).toEqual([1, expect.stringContaining('HCM3106')]);
  });
});
