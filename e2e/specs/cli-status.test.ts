/** `hcm status`, `start` and `stop` as processes of their own, with a real host and relay, and what programs read of them. */
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answers,
  statusChangeSchema,
  statusSchema,
  type StatusChange,
  type StatusReport,
} from '../../electron/contract/answer-schemas.ts';
import { ensureBuilt } from '../fixtures/built-hcm.ts';
import type { HcmProcess } from '../fixtures/hcm-process.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { addConnection, startHost } from '../fixtures/tunnel.ts';

let service: Server;
let stage: Stage;

beforeAll(async () => {
  await ensureBuilt();
  service = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
});

afterAll(() => void service.close());

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.dispose());

async function added(): Promise<RelayProcess> {
  const endpoint = `localhost:${(service.address() as AddressInfo).port}`;
  const relay = await RelayProcess.start(stage, [{ name: 'sql', endpoint }]);
  await addConnection(stage, relay, 'sql');
  return relay;
}

async function report(...words: readonly string[]): Promise<StatusReport> {
  const { output } = await stage.run(['status', ...words]);
  return statusSchema.parse(JSON.parse(output));
}

/** The first line of `--watch` that is as wanted, not counting those that were looked at before. */
function lines(watch: HcmProcess): (isWanted: (change: StatusChange) => boolean) => Promise<StatusChange> {
  let seen = 0;
  return (isWanted) =>
    watch.report('a change', () => {
      const changes = watch.reports.map((line) => statusChangeSchema.parse(line));
      const found = changes.findIndex((change, index) => index >= seen && isWanted(change));
      if (found === -1) return undefined;
      seen = found + 1;
      return changes[found];
    });
}

function becomes(status: string): (change: StatusChange) => boolean {
  return (change) => change.event === 'connection' && change.connection.status === status;
}

describe('hcm status, start and stop', () => {
  it('tell how a real connection goes, survive a restart of the host, and wait for it', async () => {
    await added();
    // Neither is there yet: one waits for a host, the other tells of one.
    const waits = stage.start(['status', 'sql', '--wait', 'Working', '--timeout', '60']);
    const watch = stage.start(['status', '--watch']);
    const next = lines(watch);
    expect(await next(({ event }) => event === 'host')).toMatchObject({ host: null, code: 'HCM5001' });
    const first = await startHost(stage);
    expect((await waits.end(90_000)).exitCode).toBe(0);
    await next(becomes('Connected'));

    const stopped = await stage.run(['stop', 'sql', '--output', 'table']);
    expect(stopped.output).toBe('Stopping sql. Open sessions may finish.\n');
    expect((await stage.run(['status', 'sql', '--wait', 'Stopped', '-q'])).exitCode).toBe(0);
    await next(becomes('Stopped'));
    expect(await report()).toMatchObject({
      host: { processId: first.pid, kind: 'service', dataFolder: stage.home },
      states: { Stopped: 1 },
      connections: [{ name: 'sql', enabled: false }],
    });

    const late = await stage.run(['status', '-n', 'sql', '--wait', 'connected', '--timeout', '1']);
    expect(late.exitCode).toBe(1);
    expect(late.errors).toMatch(/^hcm: sql isn’t Connected yet\n {2}1 s are over\. Now: Stopped · .*\n/);

    first.signal('SIGTERM');
    await first.end();
    expect(await next(({ event }) => event === 'host')).toMatchObject({ host: null });
    // Without a host it is kept for the next one.
    const started = await stage.run(['start', '--all', '--output', 'table']);
    expect(started.output).toBe('sql starts when a host runs (hcm run).\n');
    const alone = await stage.run(['status']);
    expect(alone.exitCode).toBe(3);
    expect(statusSchema.parse(JSON.parse(alone.output))).toMatchObject({
      host: null,
      connections: [{ status: 'Stopped', enabled: true }],
    });
    await startHost(stage);
    await next(becomes('Connected'));
    watch.signal('SIGTERM');
    expect((await watch.end()).exitCode).toBe(0);
  });

  it('every answer for programs is what its schema says', async () => {
    await added();
    // The other commands are held to theirs beside the table of schemas.
    const commands: readonly (readonly [string, readonly string[]])[] = [
      ['list', ['list', '-q']],
      ['config list', ['config', 'list']],
      ['config set', ['config', 'set', 'maxSessions', '7', '--connection', 'sql']],
      ['proxy', ['proxy']],
    ];
    for (const [name, words] of commands) {
      const { output, errors } = await stage.run(words, { environment: { FORCE_COLOR: '1' } });
      expect(errors).toBe('');
      expect({ name, error: answers[name]?.safeParse(JSON.parse(output)).error }).toEqual({ name });
    }
    await startHost(stage);
    const { output } = await stage.run(['sessions', '--output', 'json']);
    expect(answers['sessions']?.parse(JSON.parse(output))).toEqual([]);
    expect(await report('sql', '--wait', 'Connected')).toMatchObject({ states: { Connected: 1 } });
  });
});
