/**
 * Takes a language into use: all texts say theirs from then on. Another language than English is loaded when it is wanted.
 *
 * Invariant: when several are wanted shortly after each other, the last one counts, whichever was loaded first.
 */
import type { Language } from '../languages.ts';
import { currentLanguage, setCurrentLanguage } from './current-language.ts';
import { putInPlace, type Translated } from './localised.ts';
import type * as english from './texts/all-texts.ts';

export type AllTexts = typeof english;

export type Translation = Translated<AllTexts>;

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translation>>> = {
  nl: () => import('./nl/all-texts.ts'),
  'zh-Hans': () => import('./zh-hans/all-texts.ts'),
};

let wanted: Language = 'en';

export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === currentLanguage()) return;
  const allTexts = await import('./texts/all-texts.ts');
  const translation = language === 'en' ? null : await loaders[language]();
  if (wanted !== language) return;
  replaceAll(allTexts, translation);
  setCurrentLanguage(language);
}

/** For languages that aren't in the product: a test's. */
export function replaceAll(allTexts: AllTexts, translation: Translation | null): void {
  const translated: Readonly<Record<string, Groups>> | null = translation;
  for (const [file, groups] of Object.entries<Groups>(allTexts)) {
    for (const [name, group] of Object.entries(groups)) putInPlace(group, translated?.[file]?.[name] ?? null);
  }
}

type Groups = Readonly<Record<string, object>>;
