/** `hcm logs` and `hcm sessions --ended` of a host that lets this account in by a folder. */
import { describe, expect, it } from 'vitest';
import type { CallInput, CallName, CallOutput, ContractEvent, Host, SessionView } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import type { LogLine } from '../contract/log-line.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import type { LiveAccess } from './live-access.ts';
import { runCli } from './run-cli.ts';
import { testHostInfo } from './testing/live-host.ts';
import { createTestIo, type TestIo } from './testing/test-io.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';

const view = connectedView();
const connectionId = view.config.id;
const noon = Date.parse('2026-11-22T12:00:00.250Z');

function logLine(number: number, changes: Partial<LogLine> = {}): LogLine {
  return { number, at: noon + number, level: 'info', message: `line ${number}`, fields: '', ...changes };
}

function session(ending: number): SessionView {
  return {
    id: `0000000${ending}-6e0c-4a55-9a53-1c1f6f1f2a10`,
    connectionId,
    ...{ trackingId: 'a1_G12', peer: '20.4.1.9:50123', startedAt: noon, endedAt: noon + ending },
    ...{ dialMs: 4.2, endpoint: { host: 'sql01', port: 1433, address: '10.0.0.5' } },
    ...{ bytesIn: 10, bytesOut: 20, closedBy: 'app', code: null, detail: '' },
  };
}

/** A host behind a folder; it can end, and another one take its place. */
class FolderHost implements LiveAccess {
  readonly clock = new FakeClock();
  lines: LogLine[] = [];
  sessions: SessionView[] = [];
  runs = true;
  connects = 0;
  readonly listeners = new Set<(event: ContractEvent) => void>();
  open = 0;

  readonly host: Host = {
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
      await Promise.resolve();
      if (!this.runs) throw new HcmError('HCM5005');
      return this.#answer(name, input) as CallOutput<Name>;
    },
    subscribe: (listener) => {
      this.listeners.add(listener);
      return () => void this.listeners.delete(listener);
    },
  };

  async connect(): ReturnType<LiveAccess['connect']> {
    this.connects += 1;
    if (!this.runs) throw new HcmError('HCM5001');
    this.open += 1;
    const close = (): Promise<void> => Promise.resolve(void (this.open -= 1));
    return Promise.resolve({ ...this.host, onClosed: () => () => undefined, close });
  }

  connectByFolder(): ReturnType<LiveAccess['connectByFolder']> {
    return this.connect();
  }

  #answer(name: CallName, input: unknown): unknown {
    switch (name) {
      case 'host.info':
        return testHostInfo({ dataFolder: '/var/lib/hcm' });
      case 'connections.snapshot':
        return { sequence: 1, connections: [view] };
      case 'log.tail': {
        const { after = 0 } = input as CallInput<'log.tail'>;
        const lines = this.lines.filter(({ number }) => number > after);
        return { lines, latest: this.lines.at(-1)?.number ?? 0 };
      }
      case 'sessions.history':
        return { ended: this.sessions, today: 0, failedToday: 0, lastHour: 0, typicalDialMs: null };
      default:
        throw new HcmError('HCM5006');
    }
  }
}

function start(live: FolderHost, words: readonly string[]): TestIo & { readonly ended: Promise<number> } {
  // No data folder that could be read: not even a path of one.
  const io = createTestIo({ environment: { HCM_HOME: '/nonexistent/hcm' } });
  const { host } = live;
  return { ...io, ended: runCli(words, io, (_io, work) => work({ host, running: true }), live) };
}

describe('hcm logs by a folder', () => {
  it('shows what the host remembers as lines of its log, filtered alike', async () => {
    const live = new FolderHost();
    const fields = JSON.stringify({ code: 'HCM2001', connectionId });
    live.lines = [logLine(1), logLine(2, { level: 'warn', fields }), logLine(3, { level: 'warn' })];
    const all = start(live, ['logs', '--level', 'warn', '--lines', '1']);
    expect(await all.ended).toBe(0);
    expect(JSON.parse(all.output.text)).toEqual({
      level: 'warn',
      time: '2026-11-22T12:00:00.253Z',
      message: 'line 3',
    });
    expect(all.errors.text).toContain('From the memory of the host: its last lines, since it started.');
    const one = start(live, ['logs', view.config.name]);
    expect(await one.ended).toBe(0);
    expect(JSON.parse(one.output.text)).toMatchObject({ message: 'line 2', code: 'HCM2001', connectionId });
    const path = start(live, ['logs', '--path', '--output', 'table']);
    expect(await path.ended).toBe(0);
    expect(path.output.text).toBe('/var/lib/hcm/hcm.log\n');
    const none = start(live, ['logs', '--level', 'error']);
    expect(await none.ended).toBe(0);
    expect(none.errors.text).toContain('There are no such lines in the memory of the host.');
    expect(live.open).toBe(0);
  });

  it('follows the log, over a restart of the host, and shows no line again', async () => {
    const live = new FolderHost();
    live.lines = [logLine(1)];
    const { output, sendSignal, ended } = start(live, ['logs', '--follow']);
    await output.shown(/line 1/);
    live.lines.push(logLine(2));
    await output.shown(/line 2/);
    live.runs = false;
    const tries = live.connects;
    await expect.poll(() => live.connects, { timeout: 10_000 }).toBeGreaterThan(tries);
    // Its numbers begin anew, and it may remember what was shown.
    live.lines = [logLine(1), logLine(2, { at: noon + 10, message: 'started again' })];
    live.runs = true;
    await output.shown(/started again/);
    sendSignal();
    expect(await ended).toBe(0);
    expect(output.text.match(/line 1|line 2|started again/g)).toEqual(['line 1', 'line 2', 'started again']);
    expect(live.open).toBe(0);
  });

  it('shows ended sessions, and goes on with those that end', async () => {
    const live = new FolderHost();
    live.sessions = [session(2), session(1)];
    const { output, sendSignal, ended } = start(live, ['logs', '--sessions', '--follow']);
    await output.shown(/00000002-/);
    live.listeners.forEach((tell) => tell({ name: 'session.ended', payload: session(3) }));
    await output.shown(/00000003-/);
    sendSignal();
    expect(await ended).toBe(0);
    const lines = output.text.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { session: string }).session.slice(0, 8))).toEqual([
      '00000001',
      '00000002',
      '00000003',
    ]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ connection: view.config.name, why: 'ended' });
  });

  it('says that activity can’t be followed there', async () => {
    const live = new FolderHost();
    const { ended, errors } = start(live, ['logs', '--activity', '--follow']);
    expect(await ended).toBe(2);
    expect(errors.text).toContain('--follow');
    expect(live.open).toBe(0);
  });
});

describe('hcm sessions --ended by a folder', () => {
  it('asks the host for what it remembers, newest first, and says so', async () => {
    const live = new FolderHost();
    live.sessions = [session(1), session(2)];
    const { ended, output, errors } = start(live, ['sessions', '--ended', '--limit', '1']);
    expect(await ended).toBe(0);
    expect(JSON.parse(output.text)).toMatchObject([{ id: session(2).id }]);
    expect(errors.text).toBe('From the memory of the host, which keeps the last ones of each connection.\n');
    expect(live.open).toBe(0);
  });
});
