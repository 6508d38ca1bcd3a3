/**
 * While many connections are changed: how many have been, on a line of the error output that stays in its place. Counted
 * by what the host tells of its connections.
 */
import type { Host } from '../../contract/api.ts';
import { connectionKey } from '../../contract/connection.ts';
import type { DesiredChange } from '../../contract/desired.ts';
import { desiredSentenceTexts } from '../../contract/messages/texts/cli-desired.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { CliIo } from '../cli-io.ts';

/** Fewer are done before anybody has read it. */
const worthTelling = 10;
const clearLine = '\r\u001b[K';

/** @returns what ends it and leaves the line empty. */
export function watchProgress(
  { errors, isQuiet }: CliIo,
  host: Host,
  changes: readonly DesiredChange[],
): () => void {
  const total = changes.filter(({ kind }) => kind !== 'unchanged').length;
  if (!errors.isTerminal || isQuiet || total < worthTelling) return () => undefined;
  const marks = new Map(
    changes.flatMap((change, index) =>
      change.kind === 'unchanged' ? [] : [[change.id ?? markOf(change), index] as const],
    ),
  );
  const done = new Set<number>();
  const tell = (): void =>
    errors.write(`\r${fillText(desiredSentenceTexts.progress, { count: done.size, total })}`);
  const count = (mark: string): void => {
    const index = marks.get(mark);
    if (index !== undefined) done.add(index);
  };
  const unsubscribe = host.subscribe((event) => {
    if (event.name !== 'connections.patch') return;
    for (const { config } of event.payload.changed) {
      count(config.id);
      count(markOf(config));
    }
    for (const id of event.payload.removed) count(id);
    tell();
  });
  tell();
  return () => {
    unsubscribe();
    errors.write(clearLine);
  };
}

function markOf({ host, name }: Pick<DesiredChange, 'host' | 'name'>): string {
  return connectionKey({ host, name, port: 0 });
}
