import { expect, it } from 'vitest';
import type { LogLine } from '../../electron/contract/log-line.ts';
import { logText, logTime, logWords } from './log-text.ts';

const line: LogLine = {
  number: 1,
  at: Date.UTC(2026, 10, 19, 14, 5, 51, 204),
  level: 'warn',
  message: 'accept not followed',
  fields: '{"code":"HCM2050"}',
};

it('has level, message and fields; the exact time and zone in files', () => {
  expect(logWords(line)).toBe('WARN  accept not followed {"code":"HCM2050"}');
  expect(logWords({ ...line, fields: '' })).toBe('WARN  accept not followed');
  expect(logTime(new Date(2026, 10, 19, 4, 5, 6, 7).getTime())).toBe('04:05:06.007');
  expect(logText([line, { ...line, level: 'error', fields: '' }])).toBe(
    '2026-11-19T14:05:51.204Z WARN  accept not followed {"code":"HCM2050"}\n' +
      '2026-11-19T14:05:51.204Z ERROR accept not followed\n',
  );
});

it('keeps the newest lines when not all can be taken', () => {
  const long = Array.from({ length: 2_000 }, (_unused, index) => ({
    ...line,
    message: `${index} ${'x'.repeat(4_000)}`,
  }));
  const text = logText(long);
  expect(text.length).toBeLessThanOrEqual(4_000_000);
  expect(text.length).toBeGreaterThan(3_900_000);
  expect(text).toContain(' 1999 x');
  expect(text).not.toContain(' 0 x');
});
