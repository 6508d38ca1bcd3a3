/** A host that may open few files: sessions are refused in time, and everything else goes on. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from '../fixtures/stage.ts';
import { SessionRefused, Target, type Session } from '../fixtures/target.ts';
import { openTunnel, untilConnected, untilRow } from '../fixtures/tunnel.ts';
import { until, within } from '../fixtures/until.ts';

const run = promisify(execFile);
const openFilesLimit = 160;

let stage: Stage;
let target: Target;

beforeEach(async () => {
  stage = await Stage.open();
  target = await Target.start();
  stage.afterwards(() => target.close());
});

afterEach(async () => {
  await stage.dispose();
});

async function openFiles(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length;
}

/** Opens sessions until one is refused. */
async function fill(port: number): Promise<Session[]> {
  const sessions: Session[] = [];
  for (let tries = 0; tries < openFilesLimit; tries += 1) {
    try {
      sessions.push(await target.open(port));
    } catch {
      return sessions;
    }
  }
  throw new Error('no session was refused');
}

/** @returns null when it is refused; fails when nobody says anything. */
async function knock(port: number): Promise<Session | null> {
  return target.open(port).catch((error: unknown) => {
    if (error instanceof SessionRefused) return null;
    throw error;
  });
}

async function expectAlive({ app, service }: Session): Promise<void> {
  service.resume();
  const answer = once(service, 'data');
  app.write('still here');
  expect(String((await within('the bytes', answer))[0])).toContain('still here');
}

/** A new session comes through, sooner or later. */
async function expectServes(port: number): Promise<void> {
  const opened = (): Promise<boolean> =>
    target.open(port).then(
      (session) => expectAlive(session).then(() => true),
      () => false,
    );
  await until('a new session comes through', opened, Boolean);
}

/** The soft limit of a process that runs. */
async function limitOpenFiles(pid: number, limit: number): Promise<void> {
  await run('prlimit', ['--pid', String(pid), `--nofile=${limit}:`]);
}

describe.runIf(process.platform === 'linux')('a host that runs out of open files', () => {
  it('refuses sessions in time, keeps the others, its channel and its store, and recovers', async () => {
    const { host, forward, port } = await openTunnel(stage, target.endpoint, 'tunnel', { openFilesLimit });
    const sessions = await fill(port);
    expect(sessions.length).toBeGreaterThan(20);
    expect(await openFiles(host.pid)).toBeLessThan(openFilesLimit - 20);

    // A crowd at the closed door: each is told, and none waits for the relay to give up.
    const knocking = Promise.all(Array.from({ length: 60 }, () => knock(port)));
    const crowd = await within('the crowd is answered', knocking, 25_000);
    const served = crowd.filter((session) => session !== null);
    // Files that the host had open for a moment may have left room for one or two.
    expect(served.length).toBeLessThan(10);
    sessions.push(...served);
    await forward.report('a refusal', (report) =>
      (report as { readonly event?: unknown }).event === 'refused' ? report : undefined,
    );
    expect(host.output).toContain('"code":"HCM3107"');

    // The store is written and the control socket answers.
    const set = await stage.run(['config', 'set', 'drainSeconds', '7']);
    expect(set.errors).toBe('');
    expect(set.exitCode).toBe(0);
    await untilConnected(stage, 'tunnel');
    for (const session of [sessions[0], sessions.at(-1)]) if (session) await expectAlive(session);

    for (const { app, service } of sessions) {
      app.destroy();
      service.destroy();
    }
    await untilRow(stage, 'tunnel', 'has no session', (row) => row.sessions === 0);
    await expectServes(port);
    expect(host.errors).toBe('');
    expect(host.hasEnded).toBe(false);
  }, 120_000);

  it('survives that not one more can be opened, and recovers', async () => {
    const { host, port } = await openTunnel(stage, target.endpoint, 'tunnel', { openFilesLimit: 1024 });
    const living = await target.open(port);
    // Below what it had when it started, which nobody can foresee: the system itself refuses now.
    await limitOpenFiles(host.pid, await openFiles(host.pid));
    const refused = Array.from({ length: 5 }, () => connect({ host: '127.0.0.1', port }).resume());
    for (const app of refused) app.on('error', () => undefined);
    await until(
      'the log says so',
      () => host.output,
      (text) => text.includes('"code":"HCM3107"'),
    );
    await expectAlive(living);
    await limitOpenFiles(host.pid, 1024);
    for (const app of refused) app.destroy();
    await untilConnected(stage, 'tunnel');
    await expectServes(port);
    await expectAlive(living);
    expect(host.errors).toBe('');
  }, 120_000);
});
