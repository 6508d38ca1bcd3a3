/** Letters jump to a name (design §7): typed quickly they are the name's beginning, one letter again and again goes on. */
export interface Typed {
  readonly text: string;
  /** When the last letter came, milliseconds. */
  readonly atMs: number;
}

export const nothingTyped: Typed = { text: '', atMs: 0 };

/** A pause this long begins a new word. */
const pauseMs = 800;

export function typedOn({ text, atMs }: Typed, letter: string, nowMs: number): Typed {
  const before = nowMs - atMs > pauseMs ? '' : text;
  return { text: before + letter.toLowerCase(), atMs: nowMs };
}

/** @returns index of the row to go to, or -1. */
export function rowForTyped(names: readonly string[], current: number, { text }: Typed): number {
  const isOneLetter = text.split('').every((letter) => letter === text.charAt(0));
  const wanted = isOneLetter ? text.charAt(0) : text;
  // One letter goes on to the next name; a longer beginning may be that of the row where the focus is already.
  const first = isOneLetter ? current + 1 : current;
  const order = names.map((_name, step) => (first + step + names.length) % names.length);
  return order.find((index) => names[index]?.toLowerCase().startsWith(wanted)) ?? -1;
}
