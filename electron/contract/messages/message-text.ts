/**
 * How texts are kept and filled. A text is data: blanks are `{name}`, the part of ICU's message syntax that needs no
 * parser, so that any translation tool can read it.
 *
 * Invariants: filling never fails and never leaves a blank behind. Details can be missing (an older host, another code
 * path), so a text with blanks comes with less precise variants, the last of them without blanks.
 */
import type { ErrorDetails } from '../errors.ts';
import { pluralForm } from '../locale-formats.ts';

/** The first variant whose blanks can all be filled counts. */
export type MessageText = string | readonly [string, ...string[]];

const blank = /\{([a-zA-Z]+)\}/g;
const spacedBlank = / ?\{([a-zA-Z]+)\} ?/g;
const han = /^\p{Script=Han}/u;

/** Unknown and empty details don't fill a blank. */
export function fillText(text: MessageText, details: ErrorDetails): string {
  const variants = variantsOf(text);
  const fitting = variants.find((variant) => blanksOf(variant).every((name) => isKnown(details, name)));
  // The last variant stands even if it has blanks after all: a gap in a sentence is better than no sentence.
  const chosen = fitting ?? variants.at(-1) ?? '';
  return chosen
    .replace(spacedBlank, (match: string, name: string, at: number) => {
      const value = isKnown(details, name) ? String(details[name]) : '';
      const before =
        match.startsWith(' ') && !isBetweenHan(chosen.charAt(at - 1), value.charAt(0)) ? ' ' : '';
      const next = chosen.charAt(at + match.length);
      const after = match.endsWith(' ') && !isBetweenHan(value.at(-1) ?? '', next) ? ' ' : '';
      return before + value + after;
    })
    .replace(/ {2,}/g, ' ');
}

/** Chinese has a blank beside a Latin word or a number, and none between two of its characters: `自昨天 17:40 起`. */
function isBetweenHan(one: string, other: string): boolean {
  return han.test(one) && han.test(other);
}

export function variantsOf(text: MessageText): readonly string[] {
  return typeof text === 'string' ? [text] : text;
}

export function blanksOf(variant: string): readonly string[] {
  return Array.from(variant.matchAll(blank), ([, name]) => name ?? '');
}

function isKnown(details: ErrorDetails, name: string): boolean {
  return Object.hasOwn(details, name) && details[name] !== '';
}

/** A text for each plural form that English has, by CLDR's names; Chinese has `other` alone in use. */
export interface CountedText {
  readonly one: string;
  readonly other: string;
}

/** Fills `{count}`, too, in the form that belongs to it. */
export function fillCounted(text: CountedText, count: number, details: ErrorDetails = {}): string {
  return fillText(pluralForm(count) === 'one' ? text.one : text.other, { ...details, count });
}
