/**
 * `hcm logs`: the host's log, the ended sessions or the activity, from the files of the data folder: they reach back
 * further than any host's memory, outlast it, and can be followed while hosts come and go. A host that lets this account
 * in by a folder is asked for what it remembers instead.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { logsUsageTexts, logsWordTexts } from '../../contract/messages/texts/cli-logs.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { logLevels, type LogLevel } from '../../contract/default-settings.ts';
import { LogReader, type LogPlace } from '../../engine/log/log-reader.ts';
import type { Cli } from '../cli.ts';
import { findConnection } from '../find-connection.ts';
import { chosenDataFolder } from '../host-access.ts';
import { activityLog, hostLog, sessionLog, type LogSource, type NameOf } from '../log-sources.ts';
import { follow, isWanted, printAll, printer, type View } from '../log-view.ts';
import { logsByFolder, pathByFolder } from '../logs-by-folder.ts';
import { readCountOption } from '../option-values.ts';
import { streamFormat, streamOption, type StreamOption } from '../output-format.ts';
import { renderJson } from '../render/json.ts';
import { readSinceOption } from '../since-option.ts';
import { listenForStop } from '../stop-signal.ts';
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

export function addLogsCommand(program: Command, cli: Cli): void {
  program
    .command('logs')
    .description(logsUsageTexts.logs)
    .argument('[connection]', logsUsageTexts.connection)
    .option('--connection <connection>', logsUsageTexts.connection)
    .option('-f, --follow', logsUsageTexts.follow)
    .option('--since <time>', logsUsageTexts.since)
    .addOption(new Option('--level <level>', logsUsageTexts.level).choices(logLevels))
    .option('--lines <count>', logsUsageTexts.lines)
    .option('--activity', logsUsageTexts.activity)
    .option('--sessions', logsUsageTexts.sessions)
    .option('--path', logsUsageTexts.path)
    .addOption(streamOption())
    .action((text: string | undefined, options: LogsOptions) => logs(cli, text, options));
}

async function logs(cli: Cli, text: string | undefined, options: LogsOptions): Promise<void> {
  const { io } = cli;
  const source = sourceOf(options);
  const named = namedConnection(text, options);
  const shared = await cli.live.connectByFolder(io);
  const folder = chosenDataFolder(io);
  if (options.path === true) {
    const paths = shared === null ? await pathsIn(folder, source) : [await pathByFolder(shared, source.file)];
    io.output.write(
      options.output === 'json' ? renderJson(paths) : paths.map((path) => `${path}\n`).join(''),
    );
    return;
  }
  const view = await viewOf(cli, source, named, options).catch(async (error: unknown) => {
    await shared?.close();
    throw error;
  });
  if (shared !== null) {
    await logsByFolder(cli, shared, view, options.follow === true);
    return;
  }
  const reader = await LogReader.open({ folder, name: source.file, files: source.files });
  const stop = options.follow === true ? listenForStop(io) : null;
  try {
    const printed = await printLast(reader, view);
    if (stop !== null) await follow(io, stop, () => printAll(reader.more(), view));
    else if (printed === 0)
      io.notes.write(`${fillText(logsWordTexts.none, { file: join(folder, source.file) })}\n`);
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
async function pathsIn(folder: string, source: LogSource): Promise<readonly string[]> {
  const found: readonly string[] = await readdir(folder).catch(() => []);
  return Array.from({ length: source.files }, (_, number) =>
    number === 0 ? source.file : `${source.file}.${number}`,
  )
    .filter((name) => found.includes(name))
    .map((name) => join(folder, name));
}

async function viewOf(
  cli: Cli,
  source: LogSource,
  named: string | undefined,
  options: LogsOptions,
): Promise<View> {
  const choice = { since: readSince(options), lines: readLines(options), level: options.level ?? null };
  const { connectionId, nameOf } = await readNames(cli, named, source);
  const print = printer(cli.io, streamFormat(cli.io, options), nameOf);
  return { io: cli.io, source, wanted: { ...choice, connectionId }, nameOf, print };
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
