/** Reads lines of a file of megabytes in pieces: others, such as a window that is new, have their turn in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Some milliseconds. */
const linesAtOnce = 200;

/** @param read null: the line isn't an entry. */
export async function readEach<Entry>(
  lines: readonly string[],
  read: (line: string) => Entry | null,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await nextTurn();
    const entry = read(line);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}
