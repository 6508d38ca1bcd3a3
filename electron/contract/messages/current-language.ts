/** The language that texts, numbers and dates are in at this moment. Only `language.ts` changes it, together with the texts. */
import type { Language } from '../languages.ts';

let current: Language = 'en';

export function currentLanguage(): Language {
  return current;
}

export function setCurrentLanguage(language: Language): void {
  current = language;
}
