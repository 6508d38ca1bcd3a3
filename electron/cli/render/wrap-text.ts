/** Breaks text into lines of a terminal: between words, and where Chinese is written between its characters. Pure. */
import { displayWidth, firstColumns } from './display-width.ts';

/** A word with the blanks in front of it, or one Chinese character with the marks that may not begin a line. */
const piece = /\s*(?:[\p{Script=Han}“（《][，。：；、？！）”》…]*|(?:(?![\p{Script=Han}“（《])\S)+)/gu;

/** What is longer than a line by itself is broken anywhere. */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => wrapLine(line, Math.max(1, width)));
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [next] of text.matchAll(piece)) {
    if (displayWidth(line + next) <= width) {
      line += next;
      continue;
    }
    if (line !== '') lines.push(line);
    line = next.trimStart();
    while (displayWidth(line) > width) {
      const fitting = firstColumns(line, width) || line.slice(0, 1);
      lines.push(fitting);
      line = line.slice(fitting.length);
    }
  }
  return [...lines, line];
}
