/** `hcm status`: the host and its connections, once, as they change (`--watch`), or until they are as wanted (`--wait`). */
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import {
  statusCountTexts,
  statusSentenceTexts,
  statusUsageTexts,
  statusUseTexts,
} from '../../contract/messages/texts/cli-status.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import type { Cli } from '../cli.ts';
import { withDefault } from '../help-words.ts';
import type { CliIo } from '../cli-io.ts';
import { exitCodes } from '../exit-codes.ts';
import { findConnection, type ConnectionChoice } from '../find-connection.ts';
import { outputOption, writeAnswer, writeConfirmation, type OutputOption } from '../output-format.ts';
import { printError } from '../print-error.ts';
import { renderOneStatus, renderStatus } from '../render/status.ts';
import { itemsOf, statusReport, type StatusFacts } from '../status/status-report.ts';
import { waitForState } from '../status/wait-for-state.ts';
import { readWantedState } from '../status/wanted-state.ts';
import { watchAsLines } from '../status/watch-lines.ts';
import { watchOnScreen } from '../status/watch-screen.ts';
import { wrongUse } from '../wrong-use.ts';
import { addChoiceOptions, type ChoiceOptions } from './choice-options.ts';

interface StatusOptions extends OutputOption, ChoiceOptions {
  readonly watch?: true;
  readonly wait?: string;
  readonly timeout?: string;
}

const defaultSeconds = 30;
const maxSeconds = 86_400;

export function addStatusCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('status').description(statusUsageTexts.status))
    .option('--watch', statusUsageTexts.watch)
    .option('--wait <state>', statusUsageTexts.wait)
    .option('--timeout <seconds>', withDefault(statusUsageTexts.timeout, defaultSeconds))
    .addOption(outputOption())
    .action((text: string | undefined, options: StatusOptions) => status(cli, text, options));
}

async function status(cli: Cli, text: string | undefined, options: StatusOptions): Promise<void> {
  const { namespace, name, watch, wait, timeout } = options;
  if (namespace !== undefined && text === undefined && name === undefined)
    throw wrongUse('missingArgument', { name: 'connection' });
  const choice = text === undefined && name === undefined ? null : { text, namespace, name };
  if (timeout !== undefined && wait === undefined) throw badUse(statusUseTexts.timeout);
  if (watch === true && wait !== undefined) throw wrongUse('contradiction', { name: '--wait' });
  if (watch === true) await watchStatus(cli, choice, options);
  else if (wait !== undefined) await waitStatus(cli, choice, wait, options);
  else await showStatus(cli, choice, options);
}

async function showStatus(cli: Cli, choice: ConnectionChoice | null, options: StatusOptions): Promise<void> {
  const { io, withHost } = cli;
  const all = await withHost(io, async ({ host, running }): Promise<StatusFacts> => {
    const views = (await host.call('connections.snapshot', {})).connections;
    if (!running) return { info: null, views, items: [] };
    const info = await host.call('host.info', {});
    return { info, views, items: (await host.call('health.list', {})).items };
  });
  const facts = choice === null ? all : onlyOne(all, choice);
  if (facts.info === null) {
    cli.exitCode = exitCodes.needsHost;
    io.notes.write(`${statusSentenceTexts.stored}\n`);
  }
  writeAnswer(io, options, statusReport(facts), () =>
    choice === null ? renderStatus(io, facts, Date.now()) : renderOneStatus(io, facts, Date.now()),
  );
}

function onlyOne({ info, views, items }: StatusFacts, choice: ConnectionChoice): StatusFacts {
  const view = findConnection(views, choice);
  return { info, views: [view], items: itemsOf(items, view.config.id) };
}

async function watchStatus(
  { io, live }: Cli,
  choice: ConnectionChoice | null,
  { output }: StatusOptions,
): Promise<void> {
  if (output === 'yaml') throw wrongUse('contradiction', { name: '--watch' });
  const hasScreen = io.output.isTerminal && io.environment['TERM'] !== 'dumb';
  if (output === 'table' && !hasScreen) throw badUse(statusUseTexts.watchTable);
  await (output !== 'json' && hasScreen ? watchOnScreen(io, live, choice) : watchAsLines(io, live, choice));
}

async function waitStatus(
  cli: Cli,
  choice: ConnectionChoice | null,
  wait: string,
  options: StatusOptions,
): Promise<void> {
  const { io } = cli;
  const wanted = readWantedState(wait);
  const outcome = await waitForState(cli, { choice, wanted, seconds: readSeconds(options.timeout) });
  if (outcome.isThere) {
    const { state, views } = outcome;
    const [only] = views;
    const details = { status: wanted.word, name: only?.config.name ?? '' };
    const sentence =
      views.length === 1
        ? fillText(statusSentenceTexts.isThere, details)
        : fillCounted(statusCountTexts.areThere, views.length, details);
    writeConfirmation(io, options, statusReport({ ...state, views }), () => `${sentence}\n`);
    return;
  }
  printProblems(io, [outcome.error, ...outcome.problems.map((one) => new HcmError(one.code, one.details))]);
  cli.exitCode = exitCodes.failed;
}

function printProblems(io: CliIo, errors: readonly HcmError[]): void {
  for (const error of errors) printError(io.errors, error);
}

function readSeconds(text: string | undefined): number {
  if (text === undefined) return defaultSeconds;
  const seconds = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > maxSeconds) throw badUse(statusUseTexts.timeout);
  return seconds;
}

function badUse(reason: string): HcmError {
  return new HcmError('HCM1060', { reason });
}
