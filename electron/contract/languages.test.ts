import { describe, expect, it } from 'vitest';
import { matchLanguage } from './languages.ts';

describe('matchLanguage', () => {
  it.each([
    [['nl-BE'], 'nl'],
    [['nl_NL.UTF-8'], 'nl'],
    [['zh-CN'], 'zh-Hans'],
    [['zh_SG.UTF-8@pinyin'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['zh-TW'], 'en'],
    [['zh-Hant', 'nl'], 'nl'],
    [['fr-CH', 'de', 'nl'], 'nl'],
    [['en-GB', 'nl'], 'en'],
    [['C.UTF-8', 'nl'], 'en'],
    [['POSIX'], 'en'],
    [['nlx', ''], 'en'],
    [[], 'en'],
  ] as const)('%j: %s', (wanted, language) => {
    expect(matchLanguage(wanted)).toBe(language);
  });
});
