/** Lines of text in columns, for people: as wide as a terminal shows them. Scripts have `--output json`. */
import { fillText } from '../../contract/messages/message-text.ts';
import { cliSentenceTexts } from '../../contract/messages/texts/cli.ts';
import { displayWidth, firstColumns } from './display-width.ts';

/** A cell whose text may be drawn otherwise than it is measured: with colours, which take no room. */
export interface PaintedCell {
  readonly text: string;
  /** Gets the text as it fits. */
  readonly paint: (shown: string) => string;
}

export type TableCell = string | PaintedCell;

const gap = '  ';
const cutMark = '…';

/**
 * Two blanks between columns, none at the ends of lines. Control characters, which could steer a terminal, are left out:
 * some values come from Azure.
 */
export function renderTable(rows: readonly (readonly TableCell[])[], maxWidth = Infinity): string {
  return tableLines(rows, maxWidth)
    .map((line) => `${line}\n`)
    .join('');
}

/** Lines that are longer than `maxWidth` end in an ellipsis. */
export function tableLines(rows: readonly (readonly TableCell[])[], maxWidth = Infinity): readonly string[] {
  const cells = rows.map((row) => row.map(drawable));
  const widths = columnWidths(cells);
  return cells.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== '');
    let line = '';
    let used = 0;
    for (const [column, { text, paint }] of row.slice(0, last + 1).entries()) {
      const shown = cut(text, maxWidth - used);
      line += paint(shown);
      used += displayWidth(shown);
      if (column === last || shown !== text) break;
      const blanks = (widths[column] ?? 0) - displayWidth(text) + gap.length;
      if (used + blanks >= maxWidth) break;
      line += ' '.repeat(blanks);
      used += blanks;
    }
    return line;
  });
}

/** How wide the table is where nothing is cut. */
export function tableWidth(rows: readonly (readonly TableCell[])[]): number {
  const widths = columnWidths(rows.map((row) => row.map(drawable)));
  return widths.reduce((sum, width) => sum + width, 0) + gap.length * Math.max(0, widths.length - 1);
}

/** `Label:  value`, one a line. */
export function renderDetails(details: readonly (readonly [label: string, value: TableCell])[]): string {
  return renderTable(details.map(([name, value]) => [fillText(cliSentenceTexts.label, { name }), value]));
}

export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|[\u2028\u2029]/gu, '');
}

export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return width < 1 ? '' : `${firstColumns(text, width - 1).trimEnd()}${cutMark}`;
}

function drawable(cell: TableCell): PaintedCell {
  return typeof cell === 'string'
    ? { text: printable(cell), paint: (shown) => shown }
    : { ...cell, text: printable(cell.text) };
}

function columnWidths(cells: readonly (readonly PaintedCell[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of cells) {
    for (const [column, { text }] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(text));
  }
  return widths;
}
