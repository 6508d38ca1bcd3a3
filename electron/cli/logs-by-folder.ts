/**
 * `hcm logs` of a host that lets this account in by a folder: its files aren't this account's to read, so its memory is
 * asked. Owns the connection to the host; with `--follow` it goes on when the host is started again.
 */
import { join } from 'node:path';
import { HcmError } from '../contract/errors.ts';
import { cliControlTexts } from '../contract/messages/texts/cli-control.ts';
import type { Cli } from './cli.ts';
import type { AttachedHost } from './live-access.ts';
import { activityLog, hostLog } from './log-sources.ts';
import { follow, isWanted, printAll, type View } from './log-view.ts';
import { openSharedLog } from './shared-log.ts';
import { listenForStop } from './stop-signal.ts';
import { wrongUse } from './wrong-use.ts';

/** @param first closed when it is done */
export async function logsByFolder(
  { io, live }: Cli,
  first: AttachedHost,
  view: View,
  follows: boolean,
): Promise<void> {
  const { source, wanted, nameOf } = view;
  const attached: { host: AttachedHost | null } = { host: first };
  let seenAt = Number.NEGATIVE_INFINITY;
  const print = (lines: readonly string[]): Promise<number> => {
    for (const line of lines) seenAt = Math.max(seenAt, source.read(line)?.at ?? seenAt);
    return printAll(lines, view);
  };
  const stop = follows ? listenForStop(io) : null;
  try {
    if (follows && source === activityLog) throw wrongUse('contradiction', { name: '--follow' });
    io.notes.write(`${source === hostLog ? cliControlTexts.logFromMemory : cliControlTexts.fromMemory}\n`);
    let log = openSharedLog(first, source, nameOf);
    const last = (await log.last()).filter((line) => {
      const record = source.read(line);
      return record !== null && isWanted(record, wanted);
    });
    const printed = await print(last.slice(Math.max(0, last.length - wanted.lines)));
    if (stop === null) {
      if (printed === 0) io.notes.write(`${cliControlTexts.noLines}\n`);
      return;
    }
    await follow(io, stop, async () => {
      try {
        if (attached.host !== null) {
          await print(await log.more());
          return;
        }
        attached.host = await live.connectByFolder(io);
        if (attached.host === null) return;
        log = openSharedLog(attached.host, source, nameOf);
        // Of the host before it may remember what was shown.
        const before = seenAt;
        await print((await log.last()).filter((line) => (source.read(line)?.at ?? before) > before));
      } catch (error) {
        if (!isGone(error)) throw error;
        await attached.host?.close();
        attached.host = null;
      }
    });
  } finally {
    stop?.dispose();
    await attached.host?.close();
  }
}

/** Where the host keeps them, for those who may read them there. */
export async function pathByFolder(host: AttachedHost, file: string): Promise<string> {
  try {
    return join((await host.call('host.info', {})).dataFolder, file);
  } finally {
    await host.close();
  }
}

/** It may be started again. */
function isGone(error: unknown): boolean {
  return error instanceof HcmError && (error.code === 'HCM5001' || error.code === 'HCM5005');
}
