import { describe, expect, it } from 'vitest';
import { logFormat, type LogFormat, type LogOptions } from './log-format.ts';
import { localTime } from './render/local-time.ts';
import { prettyLogLine } from './render/pretty-log-line.ts';
import { createTestIo } from './testing/test-io.ts';

describe('logFormat', () => {
  it.each<[boolean, LogOptions, LogFormat]>([
    [false, {}, 'json'],
    [true, {}, 'sentences'],
    [true, { logLevel: 'debug' }, 'pretty'],
    [false, { logLevel: 'debug' }, 'json'],
    [false, { output: 'table' }, 'sentences'],
    [true, { output: 'json', logLevel: 'debug' }, 'json'],
    [false, { logFormat: 'pretty' }, 'pretty'],
    [true, { logFormat: 'json' }, 'json'],
  ])('on a terminal: %s, %j is %s', (terminal, options, format) => {
    expect(logFormat(createTestIo({ terminal }), options)).toBe(format);
  });

  it('refuses options that say different things', () => {
    const io = createTestIo();
    expect(() => logFormat(io, { output: 'json', logFormat: 'pretty' })).toThrow('HCM1060');
    expect(() => logFormat(io, { output: 'table', logFormat: 'json' })).toThrow('HCM1060');
  });
});

describe('prettyLogLine', () => {
  it('puts time, level, message and fields in one row that steers no terminal', () => {
    const line = {
      level: 'warn',
      time: '2026-11-22T11:58:26.797Z',
      connection: 'payroll sql',
      problem: { code: 'HCM2004' },
      tries: 3,
      message: 'not \u001b[2Jconnected',
    };
    expect(prettyLogLine(`${JSON.stringify(line)}\n`)).toBe(
      `${localTime(Date.parse(line.time))} WARN  not [2Jconnected  connection="payroll sql"  problem={"code":"HCM2004"}  tries=3\n`,
    );
  });

  it('leaves a line as it is that isn’t one of ours', () => {
    expect(prettyLogLine('what?\n')).toBe('what?\n');
  });
});
