/**
 * `hcm update`: another name, other keys and another endpoint for a connection that is there, without removing it. Each change is told
 * when it is done: one that fails undoes none before it.
 */
import type { Command } from 'commander';
import { connectionRow } from '../../contract/connection-row.ts';
import { parseConnectionString, type ParsedString } from '../../contract/connection-string.ts';
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { updateSentenceTexts, updateUsageTexts } from '../../contract/messages/texts/cli-update.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { azuresEndpoint, ConnectionUpdate } from '../connection-update.ts';
import { exitCodes } from '../exit-codes.ts';
import { findConnection, type ConnectionChoice } from '../find-connection.ts';
import { readEndpointOption } from '../option-values.ts';
import { isForPeople, outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { printNotices, printProblems } from '../print-findings.ts';
import { readSecretInput, standardInput } from '../secret-input.ts';
import { wrongUse } from '../wrong-use.ts';
import { addChoiceOptions, readChoice, type ChoiceOptions } from './choice-options.ts';

interface UpdateOptions extends OutputOption, ChoiceOptions {
  readonly connectionString?: string;
  readonly connectionStringFile?: string;
  readonly secondaryConnectionString?: string;
  readonly secondaryConnectionStringFile?: string;
  readonly removeSecondary?: true;
  readonly newName?: string;
  readonly endpoint?: string;
  readonly acceptEndpoint?: true;
}

export function addUpdateCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('update').description(cliUsageTexts.update), updateUsageTexts.name)
    .option('--new-name <name>', updateUsageTexts.newName)
    .option('--connection-string <string>', cliUsageTexts.updateString)
    .option('--connection-string-file <file>', cliUsageTexts.connectionStringFile)
    .option('--secondary-connection-string <string>', cliUsageTexts.updateSecondary)
    .option('--secondary-connection-string-file <file>', cliUsageTexts.updateSecondaryFile)
    .option('--remove-secondary', cliUsageTexts.updateRemoveSecondary)
    .option('--endpoint <host:port>', cliUsageTexts.updateEndpoint)
    .option('--accept-endpoint', cliUsageTexts.updateAcceptEndpoint)
    .addOption(outputOption())
    .action((text: string | undefined, options: UpdateOptions) => update(cli, text, options));
}

interface Keys {
  readonly primary: string | null;
  readonly secondary: string | null;
}

async function update(cli: Cli, text: string | undefined, options: UpdateOptions): Promise<void> {
  const { io, withHost } = cli;
  const { choice, newName } = readNames(text, options);
  refuseWrongUse(options, newName);
  const keys = await readKeys(io, options);
  const tells = isForPeople(io, options) && !io.isQuiet;
  const tell = (sentence: string): void => {
    if (tells) io.output.write(`${sentence}\n`);
  };
  const view = await withHost(io, async ({ host }) => {
    const { connections } = await host.call('connections.snapshot', {});
    const { id, name } = findConnection(connections, choice).config;
    const isOther = newName !== undefined && newName.toLowerCase() !== name.toLowerCase();
    if (!areReadable(cli, keys, newName ?? name)) return null;
    const change = new ConnectionUpdate(io, host, { id, name }, tell);
    if (isOther) await change.rename(newName, keys.primary);
    else if (newName !== undefined) tell(fillText(updateSentenceTexts.sameName, { name }));
    if (options.endpoint !== undefined) await change.setEndpoint(options.endpoint);
    if (options.acceptEndpoint === true) await change.acceptEndpoint();
    // The second key first: while the first one is replaced it is the one to fall back on.
    if (keys.secondary !== null) await change.replaceKey('secondary', keys.secondary);
    if (keys.primary !== null && !isOther) await change.replaceKey('primary', keys.primary);
    if (options.removeSecondary === true) await change.removeSecondary();
    return change.view();
  });
  if (view !== null) writeAnswer(io, options, connectionRow(view), () => '');
}

/** Behind the argument there is nothing left for `--name` to choose: there it is the new one. */
function readNames(
  text: string | undefined,
  options: UpdateOptions,
): { readonly choice: ConnectionChoice; readonly newName: string | undefined } {
  const { name, namespace, newName } = options;
  if (text === undefined || name === undefined) return { choice: readChoice(text, options), newName };
  if (newName !== undefined) throw wrongUse('contradiction', { name: '--new-name' });
  return { choice: { text, namespace }, newName: name };
}

function refuseWrongUse(options: UpdateOptions, newName: string | undefined): void {
  const { connectionString, secondaryConnectionString, endpoint } = options;
  const primary = connectionString ?? options.connectionStringFile;
  const secondary = secondaryConnectionString ?? options.secondaryConnectionStringFile;
  const { removeSecondary = false, acceptEndpoint = false } = options;
  const asked = [primary, secondary, endpoint, newName].some((one) => one !== undefined);
  if (!asked && !removeSecondary && !acceptEndpoint) throw wrongUse('nothingToUpdate');
  if (connectionString === standardInput && secondaryConnectionString === standardInput)
    throw wrongUse('oneStandardInput');
  if (secondary !== undefined && removeSecondary)
    throw wrongUse('contradiction', { name: '--remove-secondary' });
  if (endpoint !== undefined && acceptEndpoint)
    throw wrongUse('contradiction', { name: '--accept-endpoint' });
  if (endpoint !== undefined && endpoint !== azuresEndpoint) readEndpointOption(endpoint);
}

async function readKeys(io: CliIo, options: UpdateOptions): Promise<Keys> {
  const read = (argument: string | undefined, file: string | undefined): Promise<string | null> =>
    argument === undefined && file === undefined
      ? Promise.resolve(null)
      : readSecretInput(io, { argument, file });
  return {
    primary: await read(options.connectionString, options.connectionStringFile),
    secondary: await read(options.secondaryConnectionString, options.secondaryConnectionStringFile),
  };
}

/** Read here, too: a refused string never travels, and all that is wrong with it is told at once. */
function areReadable(cli: Cli, { primary, secondary }: Keys, name: string): boolean {
  for (const text of [primary, secondary]) {
    if (text === null) continue;
    const parsed = parseReplacement(text, name);
    printNotices(cli.io.notes, parsed.notices);
    if (parsed.outcome !== 'refused') continue;
    printProblems(cli.io.errors, parsed.problems);
    cli.exitCode = exitCodes.failed;
    return false;
  }
  return true;
}

/** The string of a whole namespace names nothing: it is meant for this connection. */
function parseReplacement(text: string, name: string): ParsedString {
  const parsed = parseConnectionString(text, { purpose: 'listen' });
  const isNamespace = parsed.outcome === 'refused' && parsed.problems.some(({ code }) => code === 'HCM1008');
  return isNamespace ? parseConnectionString(text, { purpose: 'listen', entityPath: name }) : parsed;
}
