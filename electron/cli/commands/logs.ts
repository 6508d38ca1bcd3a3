/**
 * `hcm logs`: the host's log, the ended sessions or the activity, from the files of the data folder: they reach back
 * further than any host's memory, outlast it, and can be followed while hosts come and go.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { enLogsUsage, enLogsWords } from '../../contract/messages/en-cli-logs.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { logLevels, type LogLevel } from '../../contract/settings.ts';
import { systemClock } from '../../engine/clock.ts';
import { LogReader, type LogPlace } from '../../engine/log/log-reader.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { findConnection } from '../find-connection.ts';
import { chosenDataFolder } from '../host-access.ts';
import {
  activityLog,
  hostLog,
  sessionLog,
  type LogRecord,
  type LogSource,
  type NameOf,
} from '../log-sources.ts';
import { readCountOption } from '../option-values.ts';
import { streamFormat, streamOption, type StreamFormat, type StreamOption } from '../output-format.ts';
import { renderJson } from '../render/json.ts';
import { localTime } from '../render/local-time.ts';
import { printable } from '../render/table.ts';
import { readSinceOption } from '../since-option.ts';
import { listenForStop, type StopSignal } from '../stop-signal.ts';
import { wrongUse } from '../wrong-use.ts';

interface LogsOptions extends StreamOption {
  readonly connection?: string;
  readonly follow?: true;
  readonly since?: string;
  readonly level?: LogLevel;
  readonly lines?: string;
  readonly activity?: true;
  readonly sessions?: true;
  readonly path?: true;
}

const defaultLines = 100;
const maxLines = 100_000;
const followEveryMs = 1_000;
/** A reader that is slow holds the reading up: nothing is dropped, and little waits in memory. */
const drainEveryLines = 200;

export function addLogsCommand(program: Command, cli: Cli): void {
  program
    .command('logs')
    .description(enLogsUsage.logs)
    .argument('[connection]', enLogsUsage.connection)
    .option('--connection <connection>', enLogsUsage.connection)
    .option('-f, --follow', enLogsUsage.follow)
    .option('--since <time>', enLogsUsage.since)
    .addOption(new Option('--level <level>', enLogsUsage.level).choices(logLevels))
    .option('--lines <count>', enLogsUsage.lines)
    .option('--activity', enLogsUsage.activity)
    .option('--sessions', enLogsUsage.sessions)
    .option('--path', enLogsUsage.path)
    .addOption(streamOption())
    .action((text: string | undefined, options: LogsOptions) => logs(cli, text, options));
}

/** Which lines are wanted. */
interface Wanted {
  readonly connectionId: string | null;
  readonly level: LogLevel | null;
  readonly since: number;
  readonly lines: number;
}

async function logs(cli: Cli, text: string | undefined, options: LogsOptions): Promise<void> {
  const { io } = cli;
  const source = sourceOf(options);
  const folder = chosenDataFolder(io);
  if (options.path === true) return printPaths(io, folder, source, options);
  const named = namedConnection(text, options);
  const choice = { since: readSince(options), lines: readLines(options), level: options.level ?? null };
  const { connectionId, nameOf } = await readNames(cli, named, source);
  const print = printer(io, streamFormat(io, options), nameOf);
  const reader = await LogReader.open({ folder, name: source.file, files: source.files });
  const stop = options.follow === true ? listenForStop(io) : null;
  try {
    const view: View = { io, source, wanted: { ...choice, connectionId }, print };
    const printed = await printLast(reader, view);
    if (stop !== null) await follow(io, stop, () => printAll(reader.more(), view));
    else if (printed === 0)
      io.notes.write(`${fillText(enLogsWords.none, { file: join(folder, source.file) })}\n`);
  } finally {
    stop?.dispose();
    await reader.close();
  }
}

function sourceOf({ activity, sessions, level }: LogsOptions): LogSource {
  if (activity === true && sessions === true) throw wrongUse('contradiction', { name: '--sessions' });
  if (activity !== true && sessions !== true) return hostLog;
  // Neither has lines that are more serious than others.
  if (level !== undefined) throw wrongUse('contradiction', { name: '--level' });
  return activity === true ? activityLog : sessionLog;
}

function namedConnection(text: string | undefined, { connection }: LogsOptions): string | undefined {
  if (text !== undefined && connection !== undefined)
    throw wrongUse('contradiction', { name: '--connection' });
  return text ?? connection;
}

function readSince({ since }: LogsOptions): number {
  return since === undefined ? Number.NEGATIVE_INFINITY : readSinceOption(since, Date.now());
}

function readLines({ lines, since }: LogsOptions): number {
  if (lines !== undefined) return readCountOption('--lines', lines, { min: 0, max: maxLines });
  return since === undefined ? defaultLines : Number.POSITIVE_INFINITY;
}

/** The files that are there, the one that is written first. */
async function printPaths(
  io: CliIo,
  folder: string,
  source: LogSource,
  { output }: LogsOptions,
): Promise<void> {
  const found: readonly string[] = await readdir(folder).catch(() => []);
  const paths = Array.from({ length: source.files }, (_, number) =>
    number === 0 ? source.file : `${source.file}.${number}`,
  )
    .filter((name) => found.includes(name))
    .map((name) => join(folder, name));
  io.output.write(output === 'json' ? renderJson(paths) : paths.map((path) => `${path}\n`).join(''));
}

interface Names {
  readonly connectionId: string | null;
  readonly nameOf: NameOf;
}

/** Asks a host only where names are needed: the log itself names its connections. */
async function readNames(
  { io, withHost }: Cli,
  named: string | undefined,
  source: LogSource,
): Promise<Names> {
  if (named === undefined && source === hostLog) return { connectionId: null, nameOf: (id) => id };
  const { connections } = await withHost(io, ({ host }) => host.call('connections.snapshot', {}));
  const names = new Map(connections.map(({ config }) => [config.id, config.name]));
  const connectionId = named === undefined ? null : findConnection(connections, { text: named }).config.id;
  return { connectionId, nameOf: (id) => names.get(id) ?? id };
}

type Print = (line: string, record: LogRecord) => void;

interface View {
  readonly io: CliIo;
  readonly source: LogSource;
  readonly wanted: Wanted;
  readonly print: Print;
}

/** Lines as they are for programs; for people in their own time. */
function printer(io: CliIo, format: StreamFormat, nameOf: NameOf): Print {
  return (line, record) =>
    io.output.write(
      format === 'json' ? `${line}\n` : `${localTime(record.at)} ${printable(record.text(nameOf))}\n`,
    );
}

function isWanted({ at, level, connectionId }: LogRecord, wanted: Wanted): boolean {
  if (at < wanted.since) return false;
  if (wanted.connectionId !== null && connectionId !== wanted.connectionId) return false;
  return wanted.level === null || level === null || rank(level) >= rank(wanted.level);
}

function rank(level: LogLevel): number {
  return logLevels.indexOf(level);
}

/** @returns how many. */
async function printLast(reader: LogReader, view: View): Promise<number> {
  const from = await firstPlace(reader, view);
  if (from !== null) return printAll(reader.forth(from), view);
  await reader.skipToEnd();
  return 0;
}

/** Backwards until there are as many as wanted, or the lines are too old: only places are kept, however many they are. */
async function firstPlace(reader: LogReader, { source, wanted }: View): Promise<LogPlace | null> {
  let place: LogPlace | null = null;
  let found = 0;
  if (wanted.lines === 0) return null;
  for await (const line of reader.back()) {
    const record = source.read(line.text);
    if (record === null) continue;
    if (record.at < wanted.since) break;
    if (!isWanted(record, wanted)) continue;
    place = line.place;
    found += 1;
    if (found >= wanted.lines) break;
  }
  return place;
}

async function printAll(lines: AsyncIterable<string>, { io, source, wanted, print }: View): Promise<number> {
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
async function follow(io: CliIo, stop: StopSignal, printNew: () => Promise<unknown>): Promise<void> {
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
