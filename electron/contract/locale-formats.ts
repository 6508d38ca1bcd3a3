/**
 * Numbers, plural forms and the order of names as the current language has them. What makes them is kept for each
 * language: a table of 500 rows asks for thousands of numbers a second.
 */
import type { Language } from './languages.ts';
import { currentLanguage } from './messages/current-language.ts';

/** Numbers in British English have the same marks as in American; its dates are the ones that we write. */
const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL', 'zh-Hans': 'zh-Hans-CN' };

/** Each is made when it is first needed: that takes milliseconds, and the first page needs few of them. */
const oneDecimal = eachLanguage(
  (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false }),
);
const whole = eachLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const collator = eachLanguage((locale) => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));

function eachLanguage<Format>(make: (locale: string) => Format): () => Format {
  const made = new Map<Language, Format>();
  return () => {
    const language = currentLanguage();
    const known = made.get(language);
    if (known !== undefined) return known;
    const format = make(localeOf[language]);
    made.set(language, format);
    return format;
  };
}

/** `2.1`, `8000`: at most one decimal, no mark between thousands, which would be one more width in a narrow column. */
export function formatShortNumber(value: number): string {
  return isPlain(value) ? String(value) : oneDecimal().format(value);
}

/** `1,460`: whole, with the mark between thousands. */
export function formatWholeNumber(value: number): string {
  return isPlain(value) ? String(value) : whole().format(value);
}

/** Written alike in all of our languages. */
function isPlain(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000 && !Object.is(value, -0);
}

/** CLDR's form for a number; Chinese has one for all, and the others tell one thing from several. */
export function pluralForm(count: number): 'one' | 'other' {
  return count === 1 && currentLanguage() !== 'zh-Hans' ? 'one' : 'other';
}

/** Order of names as people of this language look them up, whatever the case; `sql2` before `sql10`. */
export function compareNames(one: string, other: string): number {
  return collator().compare(one, other);
}
