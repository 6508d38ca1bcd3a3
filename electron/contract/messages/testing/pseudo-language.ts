/**
 * A language of no people, for tests: every text stands in brackets and is 40 % longer. What is on a page outside of
 * brackets is no text of ours, or was read before the language was taken into use.
 */
import { replaceAll, type Translation } from '../language.ts';
import * as english from '../texts/all-texts.ts';

/** What isn't shown: letters that mean yes, and how titles stand inside sentences. */
const notShown = ['yesTexts', 'innerWordTexts'];

export function speakPseudo(): void {
  replaceAll(english, pseudo(english) as Translation);
}

export function speakEnglishAgain(): void {
  replaceAll(english, null);
}

/** What stands outside of all brackets. */
export function outsideBrackets(shown: string): string {
  let depth = 0;
  let outside = '';
  for (const character of shown) {
    if (character === '⟦') depth += 1;
    else if (character === '⟧') depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += character;
  }
  return outside;
}

function pseudo(value: unknown, name = ''): unknown {
  if (notShown.includes(name)) return value;
  if (typeof value === 'string')
    return name === 'line' ? value : `⟦${value}${'·'.repeat(Math.ceil(value.length * 0.4))}⟧`;
  if (Array.isArray(value)) return value.map((part) => pseudo(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pseudo(part, key)]));
}
