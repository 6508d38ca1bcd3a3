import { afterEach, describe, expect, it } from 'vitest';
import { currentLanguage } from './current-language.ts';
import { speak } from './language.ts';
import { inEnglish, putInPlace } from './localised.ts';
import { statusWord } from './messages.ts';
import { azureWordTexts } from './texts/status.ts';

describe('speak', () => {
  afterEach(() => speak('en'));

  it('has texts say another language, and English again', async () => {
    await speak('nl');
    expect([currentLanguage(), statusWord('connected')]).toEqual(['nl', 'Verbonden']);
    await speak('zh-Hans');
    expect([currentLanguage(), statusWord('connected')]).toEqual(['zh-Hans', '已连接']);
    await speak('en');
    expect([currentLanguage(), statusWord('connected')]).toEqual(['en', 'Connected']);
  });

  it('counts the last wish, whichever language was loaded first', async () => {
    await Promise.all([speak('nl'), speak('zh-Hans'), speak('nl'), speak('en')]);
    expect([currentLanguage(), statusWord('connected')]).toEqual(['en', 'Connected']);
    await Promise.all([speak('zh-Hans'), speak('nl')]);
    expect([currentLanguage(), statusWord('connected')]).toEqual(['nl', 'Verbonden']);
  });

  it('stays readable when a group is put in place of itself', async () => {
    await speak('nl');
    putInPlace(azureWordTexts, azureWordTexts);
    expect(azureWordTexts.connected).toBe('Connected');
  });

  it('speaks English to programs, whatever the language, also when that fails', async () => {
    await speak('nl');
    expect(inEnglish(() => statusWord('connected'))).toBe('Connected');
    expect(() =>
      inEnglish(() => {
        throw new Error('on the way');
      }),
    ).toThrow('on the way');
    expect(statusWord('connected')).toBe('Verbonden');
  });

  it('changes parts of a group that are read, listed and spread', async () => {
    await speak('nl');
    expect({ ...azureWordTexts }.connected).toBe('Verbonden');
    expect(Object.values(azureWordTexts)).toContain('Verbonden');
    expect(JSON.stringify(azureWordTexts)).toContain('Verbonden');
  });
});
