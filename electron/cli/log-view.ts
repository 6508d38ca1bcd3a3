/** Which lines `hcm logs` shows, how, and for how long. */
import { logLevels, type LogLevel } from '../contract/default-settings.ts';
import { systemClock } from '../engine/clock.ts';
import type { CliIo } from './cli-io.ts';
import type { LogRecord, LogSource, NameOf } from './log-sources.ts';
import type { StreamFormat } from './output-format.ts';
import { localTime } from './render/local-time.ts';
import { printable } from './render/table.ts';
import type { StopSignal } from './stop-signal.ts';

const followEveryMs = 1_000;
/** A reader that is slow holds the reading up: nothing is dropped, and little waits in memory. */
const drainEveryLines = 200;

interface Wanted {
  readonly connectionId: string | null;
  readonly level: LogLevel | null;
  readonly since: number;
  readonly lines: number;
}

type Print = (line: string, record: LogRecord) => void;

export interface View {
  readonly io: CliIo;
  readonly source: LogSource;
  readonly wanted: Wanted;
  readonly nameOf: NameOf;
  readonly print: Print;
}

/** Lines as they are for programs; for people in their own time. */
export function printer(io: CliIo, format: StreamFormat, nameOf: NameOf): Print {
  return (line, record) =>
    io.output.write(
      format === 'json' ? `${line}\n` : `${localTime(record.at)} ${printable(record.text(nameOf))}\n`,
    );
}

export function isWanted({ at, level, connectionId }: LogRecord, wanted: Wanted): boolean {
  if (at < wanted.since) return false;
  if (wanted.connectionId !== null && connectionId !== wanted.connectionId) return false;
  return wanted.level === null || level === null || rank(level) >= rank(wanted.level);
}

function rank(level: LogLevel): number {
  return logLevels.indexOf(level);
}

/** @returns how many. */
export async function printAll(
  lines: AsyncIterable<string> | Iterable<string>,
  { io, source, wanted, print }: View,
): Promise<number> {
  let count = 0;
  for await (const line of lines) {
    const record = source.read(line);
    if (record === null || !isWanted(record, wanted)) continue;
    print(line, record);
    count += 1;
    if (count % drainEveryLines !== 0) continue;
    await io.output.drained?.();
    if (io.output.isGone === true) break;
  }
  return count;
}

/** Until somebody stops it, or nobody reads any more. */
export async function follow(io: CliIo, stop: StopSignal, printNew: () => Promise<unknown>): Promise<void> {
  while (!stop.signal.aborted && io.output.isGone !== true) {
    await printNew();
    await pauseOrStop(stop);
  }
}

async function pauseOrStop({ asked }: StopSignal): Promise<void> {
  let cancel = (): void => undefined;
  const pause = new Promise<void>((resolve) => {
    cancel = systemClock.after(followEveryMs, resolve);
  });
  await Promise.race([pause, asked]);
  cancel();
}
