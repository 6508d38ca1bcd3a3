/** `hcm sync-keys`: the keys that Azure has now, put in place one connection after the other. */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import type { SyncedAnswer } from '../../contract/answer-schemas.ts';
import { namespaceOf } from '../../contract/connection-row.ts';
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import { cliUsageTexts, cliSentenceTexts } from '../../contract/messages/texts/cli.ts';
import { keysSentenceTexts, keysUsageTexts, syncedKeyTexts } from '../../contract/messages/texts/cli-keys.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { practiceAuthor } from '../../contract/practice-author.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../exit-codes.ts';
import { findConnection } from '../find-connection.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { printError } from '../print-error.ts';
import { wrongUse } from '../wrong-use.ts';

interface SyncOptions extends OutputOption {
  readonly all?: true;
  readonly allowRootKey?: true;
}

export function addSyncKeysCommand(program: Command, cli: Cli): void {
  program
    .command('sync-keys')
    .description(keysUsageTexts.sync)
    .argument('[connection...]', cliUsageTexts.connection)
    .option('--all', keysUsageTexts.all)
    .option('--allow-root-key', keysUsageTexts.rootKey)
    .addOption(outputOption())
    .action((names: readonly string[], options: SyncOptions) => sync(cli, names, options));
}

async function sync(cli: Cli, names: readonly string[], options: SyncOptions): Promise<void> {
  const { io, withHost } = cli;
  if (options.all === true && names.length > 0) throw wrongUse('contradiction', { name: '--all' });
  if (options.all !== true && names.length === 0) throw wrongUse('missingArgument', { name: 'connection' });
  const answers = await withHost(io, async ({ host }) => {
    const configs = await chosen(host, names);
    if (configs.length > 0) await requireAccount(host);
    const synced: SyncedAnswer[] = [];
    for (const config of configs) synced.push(await syncOne(cli, host, config, options));
    return synced;
  });
  writeConfirmation(io, options, answers, () =>
    answers.length === 0 ? `${cliSentenceTexts.noConnections}\n` : answers.map(sentence).join(''),
  );
}

/** All of them where none is named: those that listen with keys of Azure. @throws HcmError HCM1041, HCM1042 */
async function chosen(host: Host, names: readonly string[]): Promise<readonly ConnectionConfig[]> {
  const { connections } = await host.call('connections.snapshot', {});
  if (names.length > 0) {
    const found = names.map((text) => findConnection(connections, { text }).config);
    return [...new Map(found.map((config) => [config.id, config])).values()];
  }
  return connections
    .map(({ config }) => config)
    .filter(({ kind, entra, addedBy }) => kind === 'relay' && entra === null && addedBy !== practiceAuthor);
}

/** Without any none of them could be done. @throws HcmError HCM6001 */
async function requireAccount(host: Host): Promise<void> {
  const { accounts } = await host.call('azure.accounts', {});
  if (accounts.length === 0) throw new HcmError('HCM6001');
}

/** One that fails is told, and the others are done all the same. */
async function syncOne(
  cli: Cli,
  host: Host,
  { id, name, host: relay }: ConnectionConfig,
  { allowRootKey }: SyncOptions,
): Promise<SyncedAnswer> {
  const row = { id, name, namespace: namespaceOf(relay) };
  try {
    const input = { id, mayUseRootKey: allowRootKey === true, ...askedBy(cli.io) };
    const { changed } = await host.call('azure.syncKeys', input);
    return { ...row, changed, code: null };
  } catch (error) {
    if (!(error instanceof HcmError) || error.code === 'HCM5005') throw error;
    printError(cli.io.errors, error);
    cli.exitCode = exitCodes.failed;
    return { ...row, changed: [], code: toErrorData(error).code };
  }
}

function sentence({ name, changed, code }: SyncedAnswer): string {
  const { changed: isNew, unchanged, failed } = keysSentenceTexts;
  if (code !== null) return `${fillText(failed, { name })}\n`;
  const [slot, ...more] = changed;
  if (slot === undefined) return `${fillText(unchanged, { name })}\n`;
  return `${fillText(isNew, { name, keys: syncedKeyTexts[more.length > 0 ? 'both' : slot] })}\n`;
}
