/** Lines of text in columns, for people. Scripts have `--output json`. */

/**
 * Two blanks between columns, none at the ends of lines. Control characters, which could steer a terminal, are left out:
 * some values come from Azure.
 */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length);
  }
  const lines = cells.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** `Label:  value`, one a line. */
export function renderDetails(details: readonly (readonly [label: string, value: string])[]): string {
  return renderTable(details.map(([label, value]) => [`${label}:`, value]));
}

export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|[\u2028\u2029]/gu, '');
}
