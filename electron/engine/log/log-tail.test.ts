import { describe, expect, it } from 'vitest';
import { lineLogger } from './line-logger.ts';
import { LogTail } from './log-tail.ts';
import { SecretRegister } from './secret-register.ts';

const id = '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a10';
const key = 'QmVhclNlY3JldEtleVRoYXRNdXN0TmV2ZXJBcHBlYXI=';

function world(): { readonly tail: LogTail; readonly log: ReturnType<typeof lineLogger> } {
  const tail = new LogTail(() => 7);
  const secrets = new SecretRegister();
  secrets.add(key);
  return { tail, log: lineLogger(tail.take, 'debug', secrets) };
}

function messages(tail: LogTail, change: Partial<Parameters<LogTail['read']>[0]> = {}): string[] {
  return tail.read({ limit: 1000, ...change }).lines.map(({ message }) => message);
}

describe('LogTail', () => {
  it('has lines as data: number, time, level, message, and the rest as JSON', () => {
    const { tail, log } = world();
    log.info('ready');
    log.warn('trouble', { connectionId: id, problem: { code: 'HCM2003' } });
    const { lines, latest } = tail.read({ limit: 10 });
    expect(latest).toBe(2);
    expect(lines[0]).toMatchObject({ number: 1, level: 'info', message: 'ready', fields: '' });
    expect(Math.abs((lines[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(JSON.parse(lines[1]?.fields ?? '')).toEqual({ connectionId: id, problem: { code: 'HCM2003' } });
  });

  it('never holds a secret that the log hides', () => {
    const { tail, log } = world();
    log.error('spelled out', { text: `SharedAccessKey=${key}`, inside: { twice: JSON.stringify({ key }) } });
    expect(tail.read({ limit: 1 }).lines).toHaveLength(1);
    expect(JSON.stringify(tail.read({ limit: 1 }))).not.toContain(key);
  });

  it('gives those of one connection, from a level on, after a line, the newest of them', () => {
    const { tail, log } = world();
    const own = log.child({ connectionId: id });
    own.debug('first');
    log.info('of the host');
    own.info('second');
    own.error('third');
    expect(messages(tail, { connectionId: id })).toEqual(['first', 'second', 'third']);
    expect(messages(tail, { level: 'info' })).toEqual(['of the host', 'second', 'third']);
    expect(messages(tail, { connectionId: id, level: 'error' })).toEqual(['third']);
    expect(messages(tail, { after: 2 })).toEqual(['second', 'third']);
    expect(messages(tail, { after: 4 })).toEqual([]);
    expect(messages(tail, { limit: 2 })).toEqual(['second', 'third']);
    expect(tail.read({ after: 4, limit: 1 }).latest).toBe(4);
  });

  it('keeps the last 2000 and never uses a number again', () => {
    const { tail, log } = world();
    for (let number = 1; number <= 5_000; number += 1) {
      log.info(`line ${number}`, number === 3_000 || number === 3_001 ? { connectionId: id } : {});
    }
    expect(tail.read({ limit: 1 })).toMatchObject({ latest: 5_000, lines: [{ number: 5_000 }] });
    expect(messages(tail, { connectionId: id })).toEqual(['line 3001']);
  });

  it('bounds a line, which stays JSON, and an answer', () => {
    const { tail, log } = world();
    log.info('long', { small: 1, large: 'x'.repeat(20_000), after: 2 });
    const { fields } = tail.read({ limit: 1 }).lines[0] ?? { fields: '' };
    expect(JSON.parse(fields)).toEqual({ small: 1, after: 2, fieldsLeftOut: 1 });
    for (let index = 0; index < 1000; index += 1) log.info('long', { text: 'y'.repeat(3_900) });
    const answer = tail.read({ limit: 1000 });
    expect(JSON.stringify(answer).length).toBeLessThan(1_500_000);
    expect(answer.lines.at(-1)?.number).toBe(answer.latest);
  });

  it('takes nothing that is no line', () => {
    const { tail } = world();
    for (const text of ['', 'plain text', '{"level":"loud","message":"x"}', '[]']) tail.take(text);
    expect(tail.read({ limit: 10 })).toEqual({ lines: [], latest: 0 });
    tail.take('{"level":"warn","message":"no time"}\n');
    expect(tail.read({ limit: 10 }).lines[0]).toMatchObject({ number: 1, at: 7 });
  });
});
