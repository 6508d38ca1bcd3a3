import { describe, expect, it } from 'vitest';
import * as enAdd from './add.ts';
import * as firstRunTexts from './first-run.ts';
import { blanksOf } from '../message-text.ts';

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const texts = [...stringsIn(enAdd), ...stringsIn(firstRunTexts)];

describe('texts of adding connections and of the first run', () => {
  it('none is empty or has blanks at its ends', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => text === '' || text.trim() !== text)).toEqual([]);
  });

  it.each([
    ['words of machines', /\b(?:invalid|failed|please|oops|error)\b|!/i],
    ['words of the protocol', /\b(?:tunnel|entity|leg|listener process)s?\b/i],
    ['numbers in words', /\b(?:two|three|four|five|six|seven|eight|nine|ten)\b/i],
    ['long forms where there is a contraction', /\b(?:cannot|can not|do not|does not|is not|are not)\b/i],
    ['straight quotes or three dots', /['"`]|\.\.\./],
  ])('none has %s', (_name, banned) => {
    expect(texts.filter((text) => banned.test(text))).toEqual([]);
  });

  it('… stands only where something goes on, at the end', () => {
    expect(texts.filter((text) => text.includes('…') && !/^[^…]+…$/.test(text))).toEqual([]);
  });

  it('blanks are well formed', () => {
    const odd = texts.filter((text) => (text.match(/[{}]/g)?.length ?? 0) !== blanksOf(text).length * 2);
    expect(odd).toEqual([]);
  });
});
