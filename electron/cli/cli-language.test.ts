import { describe, expect, it } from 'vitest';
import { cliLanguage } from './cli-language.ts';

const on = (environment: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux') =>
  cliLanguage({ environment, platform });

describe('cliLanguage', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'nl_NL.UTF-8' }, 'nl'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
    [{ LANG: 'zh_TW.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'nl_NL.UTF-8', LC_MESSAGES: 'C' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'nl_BE.UTF-8' }, 'nl'],
    [{ LANG: 'nl_NL.UTF-8', LC_MESSAGES: 'nl_NL', LC_ALL: 'POSIX' }, 'en'],
    [{ LANG: 'nl_NL.UTF-8', LC_ALL: '' }, 'nl'],
    [{ HCM_LANGUAGE: 'system', LANG: 'nl_NL' }, 'nl'],
    [{ HCM_LANGUAGE: '', LANG: 'nl_NL' }, 'nl'],
    [{ HCM_LANGUAGE: 'en', LC_ALL: 'nl_NL' }, 'en'],
    [{ HCM_LANGUAGE: 'zh-hans', LC_ALL: 'C' }, 'zh-Hans'],
    [{ HCM_LANGUAGE: 'nl-BE' }, 'nl'],
    [{ HCM_LANGUAGE: 'klingon', LANG: 'nl_NL' }, 'en'],
  ] as const)('%j: %s', (environment, language) => {
    expect(on(environment)).toBe(language);
  });

  it('asks Windows, not the variables of a shell there', () => {
    const windows = on({}, 'win32');
    expect(on({ LANG: 'nl_NL.UTF-8' }, 'win32')).toBe(windows);
    expect(on({ HCM_LANGUAGE: 'nl' }, 'win32')).toBe('nl');
  });
});
