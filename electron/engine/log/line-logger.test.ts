import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import type { LogLevel } from '../../contract/default-settings.ts';
import { lineLogger, type LineLogger } from './line-logger.ts';
import { SecretRegister } from './secret-register.ts';

type Line = Readonly<Record<string, unknown>>;

function collect(level: LogLevel = 'debug'): {
  logger: LineLogger;
  lines: () => readonly Line[];
  secrets: SecretRegister;
} {
  const written: string[] = [];
  const secrets = new SecretRegister();
  const logger = lineLogger((line) => void written.push(line), level, secrets);
  const parse = (line: string): Line => {
    expect(line.endsWith('\n')).toBe(true);
    return JSON.parse(line) as Line;
  };
  return { logger, lines: () => written.map(parse), secrets };
}

describe('a line', () => {
  it('is JSON with time, level, message and fields', () => {
    const { logger, lines } = collect();
    logger.child({ connection: 'payroll-sql' }).info('channel opened', { attempt: 3 });
    const [line] = lines();
    expect(line).toMatchObject({
      level: 'info',
      message: 'channel opened',
      connection: 'payroll-sql',
      attempt: 3,
    });
    expect(Object.keys(line ?? {}).sort()).toEqual(['attempt', 'connection', 'level', 'message', 'time']);
    expect(Date.parse(String(line?.['time']))).toBeGreaterThan(Date.UTC(2020, 0, 1));
  });

  it('is written from the chosen level on, and the choice reaches children that exist already', () => {
    const { logger, lines } = collect('warn');
    const child = logger.child({ a: 1 });
    for (const each of [logger, child]) {
      each.debug('d');
      each.info('i');
      each.warn('w');
      each.error('e');
    }
    logger.setLevel('debug');
    child.debug('now');
    logger.setLevel('error');
    child.warn('not now');
    expect(lines().map(({ message }) => message)).toEqual(['w', 'e', 'w', 'e', 'now']);
  });

  it('keeps its own names for itself', () => {
    const { logger, lines } = collect();
    logger.child({ level: 'x' }).info('m', { message: 'y', time: 'z' });
    expect(lines()[0]).toMatchObject({ level: 'info', message: 'm', level_: 'x', message_: 'y', time_: 'z' });
  });

  it('tells errors with code, details and cause', () => {
    const { logger, lines } = collect();
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    logger.error('not added', { error: new HcmError('HCM3102', { host: 'sql01' }, { cause }) });
    expect(lines()[0]).toMatchObject({
      error: {
        name: 'HcmError',
        code: 'HCM3102',
        details: { host: 'sql01' },
        cause: { message: 'refused', code: 'ECONNREFUSED' },
      },
    });
  });
});

describe('a secret', () => {
  it('passes in no field, error, cause, child, name or message', () => {
    const { logger, lines, secrets } = collect();
    const secret = 'correct"horse/battery+staple==';
    const child = logger.child({ early: secret });
    secrets.add(secret);
    const error = new Error(`bad ${secret}`, { cause: new TypeError(encodeURIComponent(secret)) });
    child.info(`message ${secret}`, { [secret]: 1, nested: { list: [secret] }, error });
    child.info('SharedAccessKey=unknown;x', { token: Buffer.from(`u:${secret}`).toString('base64') });
    const all = JSON.stringify(lines());
    expect(lines()).toHaveLength(2);
    expect(all).not.toMatch(/horse|staple|unknown/);
    expect(all).not.toContain(Buffer.from(`u:${secret}`).toString('base64').slice(4, 20));
  });
});

describe('logging never fails', () => {
  it('whatever is logged', () => {
    const { logger, lines } = collect();
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const throwing = {
      get value(): string {
        throw new Error('no');
      },
      toJSON(): string {
        throw new Error('no');
      },
    };
    for (const value of [
      cyclic,
      throwing,
      10n,
      Symbol('s'),
      undefined,
      null,
      () => 1,
      new Map(),
      Number.NaN,
    ]) {
      logger.info('odd', { value });
    }
    logger.info('after');
    expect(lines().at(-1)?.['message']).toBe('after');
  });

  it('and a line is never endless', () => {
    const { logger, lines } = collect();
    logger.info('huge', { text: 'x'.repeat(100_000) });
    expect(lines()[0]).toMatchObject({ level: 'warn', message: 'a line too long was left out' });
  });
});
