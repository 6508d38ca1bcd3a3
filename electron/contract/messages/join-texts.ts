/** Pieces put together as the current language does it: a Chinese full stop has no blank behind it. Pure. */
import { fillText } from './message-text.ts';
import { innerWordTexts, joinTexts } from './texts/format.ts';

/** Sentences with their full stops; empty ones are left out. */
export function joinSentences(sentences: readonly string[]): string {
  return joined('sentences', sentences);
}

/** Names and short words: `a, b, c`. */
export function joinList(items: readonly string[]): string {
  return joined('list', items);
}

/** What stands in one line and has no full stops: `Not connected to Azure. Retried 12 times`. */
export function joinLines(lines: readonly string[]): string {
  return joined('line', lines);
}

/** For use inside a sentence: an ordinary word at the front becomes small (`No`, but not `TLS`, `Azure` or a host). */
export function lowerFirst(title: string): string {
  const [word = ''] = title.split(/[ ,]/, 1);
  return word !== '' && innerWordTexts.first.split(' ').includes(word)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}

/** The same for words of ours that begin with nobody's name: only what is written with more capitals stays (`TLS`). */
export function lowerFirstOfOurs(words: string): string {
  return /^(?:Azure\b|\p{L}+\p{Lu})/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

function joined(how: keyof typeof joinTexts, pieces: readonly string[]): string {
  const [first = '', ...rest] = pieces.filter((piece) => piece !== '');
  return rest.reduce((before, second) => fillText(joinTexts[how], { first: before, second }), first);
}
