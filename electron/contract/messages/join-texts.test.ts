import { afterEach, describe, expect, it } from 'vitest';
import { activitySentence } from './activity-sentence.ts';
import { joinLines, joinList, joinSentences, lowerFirst, lowerFirstOfOurs } from './join-texts.ts';
import { speak } from './language.ts';
import { variantsOf } from './message-text.ts';
import { errorTexts } from './texts/errors.ts';
import { innerWordTexts } from './texts/format.ts';
import { healthTexts } from './texts/health.ts';

describe('joined texts', () => {
  afterEach(() => speak('en'));

  it.each([
    ['en', 'A. B.', 'x, y, z', 'A. B'],
    ['nl', 'A. B.', 'x, y, z', 'A. B'],
    ['zh-Hans', 'A。B。', 'x、y、z', 'A。B'],
  ] as const)('%s has its own marks and blanks', async (language, sentences, list, lines) => {
    await speak(language);
    const stop = language === 'zh-Hans' ? '。' : '.';
    expect(joinSentences([`A${stop}`, '', `B${stop}`])).toBe(sentences);
    expect(joinList(['x', 'y', 'z'])).toBe(list);
    expect(joinLines(['A', 'B'])).toBe(lines);
  });

  it('leaves what people named as it is', () => {
    expect(joinList(['{second}', 'b {first}'])).toBe('{second}, b {first}');
    expect(joinSentences([])).toBe('');
  });

  it.each([
    ['en', 'No network', 'no network'],
    ['en', 'TLS failed', 'TLS failed'],
    ['en', 'Azure refused the key', 'Azure refused the key'],
    ['nl', 'Geen netwerk', 'geen netwerk'],
    ['nl', 'De host antwoordt niet', 'de host antwoordt niet'],
    ['nl', 'Azure weigert de sleutel', 'Azure weigert de sleutel'],
    ['zh-Hans', '无网络', '无网络'],
  ] as const)('%s: %s', async (language, title, inside) => {
    await speak(language);
    expect(lowerFirst(title)).toBe(inside);
  });

  it.each(['en', 'nl'] as const)(
    '%s knows the first word of each title, or it is a name',
    async (language) => {
      await speak(language);
      const names = /^(?:\{|Azure |Endpoint |OperationTimeout |SOCKS|TLS |WebSockets )/;
      const known = innerWordTexts.first.split(' ');
      const titles = [...Object.values(errorTexts), ...Object.values(healthTexts)].flatMap(({ title }) =>
        variantsOf(title),
      );
      expect(titles.length).toBeGreaterThan(100);
      expect(
        titles.filter((title) => !names.test(title) && !known.includes(title.split(/[ ,]/, 1)[0] ?? '')),
      ).toEqual([]);
    },
  );

  it.each([
    ['No answer in 20 s', 'no answer in 20 s'],
    ['SOCKS isn’t supported', 'SOCKS isn’t supported'],
    ['CA-bestand niet bruikbaar', 'CA-bestand niet bruikbaar'],
    ['Azure weigert de sleutel', 'Azure weigert de sleutel'],
    ['', ''],
  ])('words of our own: %s', (words, inside) => {
    expect(lowerFirstOfOurs(words)).toBe(inside);
  });

  it.each([
    ['en', 'Azure refused the primary key, so the other one is in use'],
    ['nl', 'Azure heeft de primaire sleutel geweigerd; de andere is nu in gebruik'],
    ['zh-Hans', 'Azure 拒绝了主密钥，已改用辅助密钥'],
  ] as const)('%s names the key that Azure refused', async (language, sentence) => {
    await speak(language);
    const common = { id: '1', connectionId: 'c', since: 0, at: 0, times: 1 };
    expect(
      activitySentence({ ...common, kind: 'change', change: 'keySwitched', detail: 'primary', by: null }),
    ).toBe(sentence);
  });
});
