/** Numbers of rows as people type them: `1,3-5`. Pure. */

/** Each once, in that order; none for nothing; null when it can't be read or names a row that isn't there. */
export function readNumbers(text: string, count: number): readonly number[] | null {
  const pieces = text.split(/[\s,]+/).filter((piece) => piece !== '');
  const numbers = new Set<number>();
  for (const piece of pieces) {
    const [, first = '', last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(piece) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === '' || from < 1 || to > count || from > to) return null;
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return [...numbers];
}
