/**
 * A text of which parts are hidden: what was typed, and where dots stand in its place. Pure; positions that come from the
 * field count characters as they are shown.
 *
 * Invariants: what was hidden once stays hidden wherever edits move it, until it is gone; an edit that reaches into the
 * dots takes all that they hid; nothing that is shown depends on the hidden characters, but for "few" or "many" of them.
 */
import { joinRanges, type SecretRange } from '../../../electron/contract/redact-connection-string.ts';
import { fieldSecrets } from './field-secrets.ts';

export interface HiddenText {
  /** Holds the key: never shown, stored or logged. */
  readonly raw: string;
  readonly hidden: readonly SecretRange[];
}

/** What a person did to the text as it is shown. */
export interface FieldEdit {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

export const emptyText: HiddenText = { raw: '', hidden: [] };

const dot = '•';

/** As many dots as fit beside the rest; a longer key isn't told from a short one by them. */
const mostDots = 16;

/** More is no connection string; the reader says so, and typing stays quick. */
const maxTextLength = 65_536;

export function shownText({ raw, hidden }: HiddenText): string {
  let shown = '';
  let position = 0;
  for (const range of hidden) {
    shown += raw.slice(position, range.from) + dot.repeat(dotsFor(range));
    position = range.to;
  }
  return shown + raw.slice(position);
}

/** @returns the new text, and where the caret stands in it as shown. */
export function editText(
  text: HiddenText,
  { from, to, inserted: typed }: FieldEdit,
): { readonly text: HiddenText; readonly caret: number } {
  const touched = shownRanges(text).filter(({ shown }) =>
    from === to ? from > shown.from && from < shown.to : from < shown.to && to > shown.from,
  );
  const start = Math.min(rawPosition(text, from), ...touched.map(({ range }) => range.from));
  const end = Math.max(rawPosition(text, to), ...touched.map(({ range }) => range.to));
  // As a text field does it: other line breaks would put all later positions out of place.
  const inserted = typed.replace(/\r\n?/g, '\n');
  const kept = text.hidden.filter((range) => touched.every((one) => one.range !== range));
  const raw = (text.raw.slice(0, start) + inserted + text.raw.slice(end)).slice(0, maxTextLength);
  const shift = inserted.length - (end - start);
  const moved = kept.map((range) =>
    range.from >= end ? { from: range.from + shift, to: range.to + shift } : range,
  );
  const within = moved.map((range) => ({ from: range.from, to: Math.min(range.to, raw.length) }));
  const next = { raw, hidden: joinRanges([...within, ...fieldSecrets(raw)]) };
  return { text: next, caret: shownPosition(next, Math.min(start + inserted.length, raw.length)) };
}

/**
 * The edit that leads from one shown text to another, for what a browser changes by itself. The caret stands behind what
 * changed: among dots that all look alike only it tells which of them.
 */
export function editBetween(before: string, after: string, caret: number): FieldEdit {
  const tail = after.slice(caret);
  const suffix = before.endsWith(tail) ? tail.length : commonSuffix(before, after);
  const most = Math.min(before.length, after.length) - suffix;
  let prefix = 0;
  while (prefix < most && before[prefix] === after[prefix]) prefix += 1;
  return { from: prefix, to: before.length - suffix, inserted: after.slice(prefix, after.length - suffix) };
}

function commonSuffix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function dotsFor({ from, to }: SecretRange): number {
  return Math.min(to - from, mostDots);
}

interface ShownRange {
  readonly range: SecretRange;
  readonly shown: SecretRange;
}

function shownRanges({ hidden }: HiddenText): readonly ShownRange[] {
  let shorter = 0;
  return hidden.map((range) => {
    const from = range.from - shorter;
    const to = from + dotsFor(range);
    shorter += range.to - range.from - dotsFor(range);
    return { range, shown: { from, to } };
  });
}

/** Inside of dots: the place behind them. */
function rawPosition(text: HiddenText, position: number): number {
  let longer = 0;
  for (const { range, shown } of shownRanges(text)) {
    if (position <= shown.from) break;
    if (position < shown.to) return range.to;
    longer += range.to - range.from - (shown.to - shown.from);
  }
  return position + longer;
}

/** Inside of something hidden: the place behind its dots. */
function shownPosition(text: HiddenText, position: number): number {
  let shorter = 0;
  for (const { range, shown } of shownRanges(text)) {
    if (position <= range.from) break;
    if (position < range.to) return shown.to;
    shorter += range.to - range.from - (shown.to - shown.from);
  }
  return position - shorter;
}
