/** The languages of window, tray, notifications and command line, and which of them somebody wants. Pure. */
export const languages = ['en', 'nl', 'zh-Hans'] as const;

export type Language = (typeof languages)[number];

/** What is kept: the system's own choice, or one of them. */
export const languageChoices = ['system', ...languages] as const;

export type LanguageChoice = (typeof languageChoices)[number];

/** Each in itself, as lists of languages show them. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  'zh-Hans': '简体中文',
};

/**
 * @param wanted BCP 47 tags or names of POSIX locales (`nl_NL.UTF-8`), the most wanted first
 * @returns the first that is spoken here; English when none is
 */
export function matchLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = spoken(tag);
    if (language !== null) return language;
  }
  return 'en';
}

/** Traditional Chinese isn't Simplified: who wants that is better served by the next wish. */
function spoken(tag: string): Language | null {
  const [locale = ''] = tag.split(/[.@]/);
  const [primary = '', ...subtags] = locale.toLowerCase().split(/[-_]/);
  if (primary === 'en' || primary === 'c' || primary === 'posix') return 'en';
  if (primary === 'nl') return 'nl';
  if (primary !== 'zh') return null;
  if (subtags.includes('hans')) return 'zh-Hans';
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? null : 'zh-Hans';
}
