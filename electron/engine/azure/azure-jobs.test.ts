import { afterEach, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { silentLogger, type Logger } from '../log/logger.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { AzureJobs, type JobHandle } from './azure-jobs.ts';

const clock = new FakeClock();
const said: unknown[] = [];
const log: Logger = { ...silentLogger, warn: (message, fields) => void said.push([message, fields]) };
let jobs = new AzureJobs(clock, log);

afterEach(() => {
  jobs.close();
  jobs = new AzureJobs(clock, log);
  said.length = 0;
});

const steps = { steps: ['readKeys', 'useSecondary'], about: { connection: 'sql' } } as const;

interface Held {
  readonly id: string;
  readonly go: () => void;
}

/** Begins and waits within its first step. */
function held(seen: string[] = []): Held {
  let go = (): void => undefined;
  const until = new Promise<void>((resolve) => (go = resolve));
  const run = async ({ step }: JobHandle): Promise<void> => {
    await step('readKeys', () => until);
    await step('useSecondary', () => Promise.resolve(void seen.push('useSecondary')));
  };
  return { id: jobs.start({ ...steps, run }), go: () => go() };
}

async function states(id: string): Promise<readonly string[]> {
  return (await jobs.progress(id, 0)).steps.map(({ state }) => state);
}

async function untilDone(id: string): Promise<void> {
  for (let after = 0; ;) {
    const { done, revision } = await jobs.progress(id, after);
    if (done) return;
    after = revision;
  }
}

it('tells each step as it goes, and waits for more than what is known', async () => {
  const { id, go } = held();
  const first = await jobs.progress(id, 0);
  expect(first).toMatchObject({ done: false, steps: [{ state: 'running' }, { state: 'waiting' }] });
  const more = jobs.progress(id, first.revision);
  go();
  expect((await more).revision).toBeGreaterThan(first.revision);
  await untilDone(id);
  expect(await states(id)).toEqual(['done', 'done']);
  // Nothing changes: a question ends by itself.
  const waiting = held();
  const { revision } = await jobs.progress(waiting.id, 0);
  const again = jobs.progress(waiting.id, revision);
  clock.advance(10_000);
  expect((await again).revision).toBe(revision);
});

it('stops behind the step under way, and says so at the next one', async () => {
  const seen: string[] = [];
  const { id, go } = held(seen);
  jobs.stop(id);
  expect(await states(id)).toEqual(['running', 'waiting']);
  go();
  await untilDone(id);
  expect(await jobs.progress(id, 0)).toMatchObject({
    steps: [{ state: 'done' }, { state: 'failed', problem: { code: 'HCM6002' } }],
  });
  expect(seen).toEqual([]);
});

it('ends at the step that fails, which the log knows longer than the job', async () => {
  const run = ({ step }: JobHandle): Promise<void> =>
    step('readKeys', () => Promise.reject(new HcmError('HCM6021')));
  const id = jobs.start({ ...steps, run });
  await untilDone(id);
  expect(await jobs.progress(id, 0)).toMatchObject({
    steps: [{ state: 'failed', problem: { code: 'HCM6021' } }, { state: 'waiting' }],
  });
  const problem = { code: 'HCM6021', details: {} };
  expect(said).toEqual([['work in azure ended early', { connection: 'sql', step: 'readKeys', problem }]]);
});

it('has few at once, lets those that ended make room, and forgets them after a while', async () => {
  const all = Array.from({ length: 8 }, () => held());
  expect(() => held()).toThrow(expect.objectContaining({ code: 'HCM6019' }) as Error);
  const [first, second] = all;
  if (first === undefined || second === undefined) throw new Error('none');
  for (const one of [first, second]) {
    one.go();
    await untilDone(one.id);
  }
  held();
  await expect(jobs.progress(first.id, 0)).rejects.toMatchObject({ code: 'HCM6018' });
  expect(await states(second.id)).toEqual(['done', 'done']);
  clock.advance(10 * 60_000);
  await expect(jobs.progress(second.id, 0)).rejects.toMatchObject({ code: 'HCM6018' });
  for (const { go } of all) go();
});
