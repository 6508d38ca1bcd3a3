import { expect, it } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { boundedLog, maxLinesPerMinute } from './bounded-log.ts';

it('writes so many lines a minute, and says how many it left out', () => {
  const clock = new FakeClock();
  const written: [string, object, string][] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void written.push([level, fields, message]);
  const log = boundedLog({ info: at('info'), warn: at('warn'), error: at('error') }, clock);
  const more = 5_000;
  for (let line = 0; line < maxLinesPerMinute + more; line += 1) log.warn({ line }, 'refused');
  expect(written).toHaveLength(maxLinesPerMinute + 1);
  expect(written.at(-2)).toEqual(['warn', { line: maxLinesPerMinute - 1 }, 'refused']);
  expect(written.at(-1)).toEqual(['warn', {}, 'control: too much to log, left out for a minute']);

  clock.advance(59_999);
  log.error({}, 'bug');
  expect(written).toHaveLength(maxLinesPerMinute + 1);

  clock.advance(1);
  log.info({}, 'lost');
  expect(written.slice(maxLinesPerMinute + 1)).toEqual([
    ['warn', { lines: more + 1 }, 'control: lines were left out'],
    ['info', {}, 'lost'],
  ]);
});
