/**
 * `hcm update`: other keys and another endpoint for a connection that is there, without removing it. Each change is told
 * when it is done: one that fails undoes none before it.
 */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import { connectionRow } from '../../contract/connection-row.ts';
import { parseConnectionString, type ParsedString } from '../../contract/connection-string.ts';
import type { KeySlot } from '../../contract/connection.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError } from '../../contract/errors.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import { enCliSentences, enCliUsage } from '../../contract/messages/en-cli.ts';
import { enKeyWords } from '../../contract/messages/en-keys.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { exitCodes } from '../exit-codes.ts';
import { findConnection } from '../find-connection.ts';
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
  readonly endpoint?: string;
  readonly acceptEndpoint?: true;
}

/** In place of host:port: back to the endpoint that Azure names. */
const azuresEndpoint = 'azure';

export function addUpdateCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('update').description(enCliUsage.update))
    .option('--connection-string <string>', enCliUsage.updateString)
    .option('--connection-string-file <file>', enCliUsage.connectionStringFile)
    .option('--secondary-connection-string <string>', enCliUsage.updateSecondary)
    .option('--secondary-connection-string-file <file>', enCliUsage.updateSecondaryFile)
    .option('--remove-secondary', enCliUsage.updateRemoveSecondary)
    .option('--endpoint <host:port>', enCliUsage.updateEndpoint)
    .option('--accept-endpoint', enCliUsage.updateAcceptEndpoint)
    .addOption(outputOption())
    .action((text: string | undefined, options: UpdateOptions) => update(cli, text, options));
}

interface Keys {
  readonly primary: string | null;
  readonly secondary: string | null;
}

async function update(cli: Cli, text: string | undefined, options: UpdateOptions): Promise<void> {
  const { io, withHost } = cli;
  const choice = readChoice(text, options);
  refuseWrongUse(options);
  const keys = await readKeys(io, options);
  const tells = isForPeople(io, options) && !io.isQuiet;
  const tell = (sentence: string): void => {
    if (tells) io.output.write(`${sentence}\n`);
  };
  const view = await withHost(io, async ({ host }) => {
    const { connections } = await host.call('connections.snapshot', {});
    const { id, name } = findConnection(connections, choice).config;
    if (!areReadable(cli, keys, name)) return null;
    const change = new Update(io, host, { id, name }, tell);
    if (options.endpoint !== undefined) await change.setEndpoint(options.endpoint);
    if (options.acceptEndpoint === true) await change.acceptEndpoint();
    // The second key first: while the first one is replaced it is the one to fall back on.
    if (keys.secondary !== null) await change.replaceKey('secondary', keys.secondary);
    if (keys.primary !== null) await change.replaceKey('primary', keys.primary);
    if (options.removeSecondary === true) await change.removeSecondary();
    return change.view();
  });
  if (view !== null) writeAnswer(io, options, connectionRow(view), () => '');
}

function refuseWrongUse(options: UpdateOptions): void {
  const { connectionString, secondaryConnectionString, endpoint } = options;
  const primary = connectionString ?? options.connectionStringFile;
  const secondary = secondaryConnectionString ?? options.secondaryConnectionStringFile;
  const { removeSecondary = false, acceptEndpoint = false } = options;
  const asked = [primary, secondary, endpoint].some((one) => one !== undefined);
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

/** What is asked of one connection, one thing after another. */
class Update {
  readonly #io: CliIo;
  readonly #host: Host;
  readonly #connection: { readonly id: string; readonly name: string };
  readonly #tell: (sentence: string) => void;

  constructor(
    io: CliIo,
    host: Host,
    connection: { readonly id: string; readonly name: string },
    tell: (sentence: string) => void,
  ) {
    this.#io = io;
    this.#host = host;
    this.#connection = connection;
    this.#tell = tell;
  }

  async view(): Promise<ConnectionView> {
    const { connections } = await this.#host.call('connections.snapshot', {});
    const { id, name } = this.#connection;
    const found = connections.find(({ config }) => config.id === id);
    if (found === undefined) throw new HcmError('HCM1041', { name });
    return found;
  }

  async replaceKey(slot: KeySlot, connectionString: string): Promise<void> {
    const { id, name } = this.#connection;
    const input = { id, connectionString, slot, ...askedBy(this.#io) };
    await this.#host.call('connections.replaceKey', input);
    this.#tell(fillText(enCliSentences.keyReplaced, { name, key: enKeyWords[slot] }));
  }

  async removeSecondary(): Promise<void> {
    const { id, name } = this.#connection;
    const { hasSecondary } = (await this.view()).keys;
    if (hasSecondary) await this.#host.call('connections.removeSecondaryKey', { id, ...askedBy(this.#io) });
    const sentence = hasSecondary ? enCliSentences.secondaryRemoved : enCliSentences.noSecondary;
    this.#tell(fillText(sentence, { name }));
  }

  async setEndpoint(text: string): Promise<void> {
    const { id } = this.#connection;
    const endpoint = text === azuresEndpoint ? null : text;
    if (endpoint !== null) printNotices(this.#io.notes, readEndpointOption(endpoint).notices);
    const input = { id, endpoint, ...askedBy(this.#io) };
    const { connection } = await this.#host.call('connections.setEndpoint', input);
    this.#tellEndpoint(connection.config.endpoint);
  }

  /** The yes is to what Azure names when this runs; the host looks once more before. */
  async acceptEndpoint(): Promise<void> {
    const { id, name } = this.#connection;
    await this.#host.call('connections.refresh', { id });
    const { endpointInAzure } = await this.view();
    if (endpointInAzure === null) {
      this.#tell(fillText(enCliSentences.noOtherEndpoint, { name }));
      return;
    }
    await this.#host.call('connections.acceptEndpoint', { id, ...endpointInAzure, ...askedBy(this.#io) });
    this.#tellEndpoint(endpointInAzure);
  }

  #tellEndpoint(endpoint: { readonly host: string; readonly port: number } | null): void {
    const { name } = this.#connection;
    const shown = endpoint === null ? '' : formatHostPort(endpoint);
    this.#tell(fillText(enCliSentences.endpointChanged, { name, endpoint: shown }));
  }
}
