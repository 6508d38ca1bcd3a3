/** `hcm add`: takes a Hybrid Connection into this host, from its connection string or from Azure. */
import type { Command } from 'commander';
import type { CallInput } from '../../contract/api.ts';
import { connectionRow } from '../../contract/connection-row.ts';
import { parseConnectionString } from '../../contract/connection-string.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { noticesOfEndpoint } from '../../contract/endpoint-notices.ts';
import type { Notice } from '../../contract/finding.ts';
import { azureSentenceTexts, azureUsageTexts } from '../../contract/messages/texts/cli-azure.ts';
import { cliSentenceTexts, cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { addChosen, addNamed, meansAzure, type AzureAddOptions } from '../azure/add-from-azure.ts';
import { readCaFile } from '../ca-file.ts';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../exit-codes.ts';
import { readEndpointOption } from '../option-values.ts';
import { isForPeople, outputOption, writeConfirmation } from '../output-format.ts';
import { printNotices, printProblems } from '../print-findings.ts';
import { readSecretInput } from '../secret-input.ts';
import { wrongUse } from '../wrong-use.ts';

interface AddOptions extends AzureAddOptions {
  readonly caFile?: string;
  readonly connectionStringFile?: string;
}

export function addAddCommand(program: Command, cli: Cli): void {
  program
    .command('add')
    .description(cliUsageTexts.add)
    .argument('[connection-string]', cliUsageTexts.addString)
    .option('--connection-string-file <file>', cliUsageTexts.connectionStringFile)
    .option('--ca-file <file>', cliUsageTexts.addCaFile)
    .option('--endpoint <host:port>', cliUsageTexts.addEndpoint)
    .option('-n, --name <name>', cliUsageTexts.addName)
    .option('-s, --subscription <subscription>', azureUsageTexts.addSubscription)
    .option('--resource-group <group>', azureUsageTexts.addGroup)
    .option('--namespace <namespace>', azureUsageTexts.addNamespace)
    .option('--allow-root-key', azureUsageTexts.addRootKey)
    .option('--entra', azureUsageTexts.addEntra)
    .addOption(outputOption())
    .action((argument: string | undefined, options: AddOptions) => add(cli, argument, options));
}

async function add(cli: Cli, argument: string | undefined, options: AddOptions): Promise<void> {
  const { io, withHost } = cli;
  const file = options.connectionStringFile;
  if (meansAzure(options)) {
    if (argument !== undefined || file !== undefined) throw wrongUse('severalSources');
    if (options.caFile !== undefined) throw wrongUse('contradiction', { name: '--ca-file' });
    return addNamed(cli, options);
  }
  if (options.entra === true && (argument !== undefined || file !== undefined))
    throw wrongUse('contradiction', { name: '--entra' });
  const endpoint = options.endpoint === undefined ? undefined : readEndpointOption(options.endpoint);
  const caPem = options.caFile === undefined ? undefined : await readCaFile(options.caFile);
  const mayChoose = argument === undefined && file === undefined && isForPeople(io, options);
  const question = mayChoose ? { question: azureSentenceTexts.pasteOrChoose } : {};
  const connectionString = await readSecretInput(io, { argument, file, ...question });
  if (connectionString === '' && mayChoose) return addChosen(cli, options);
  if (options.entra === true) throw wrongUse('contradiction', { name: '--entra' });
  const named = options.name === undefined ? {} : { entityPath: options.name };
  // Read here, too: a refused string never travels, and all that is wrong with it is told at once.
  const parsed = parseConnectionString(connectionString, { purpose: 'listen', ...named });
  if (parsed.outcome === 'refused') {
    printProblems(io.errors, parsed.problems);
    cli.exitCode = exitCodes.failed;
    return;
  }
  const input: CallInput<'connections.add'> = {
    connectionString,
    ...named,
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(caPem === undefined ? {} : { caPem }),
    ...(io.userName === '' ? {} : { addedBy: io.userName }),
  };
  const { connection, running } = await withHost(io, async ({ host, running }) => ({
    connection: (await host.call('connections.add', input)).connection,
    running,
  }));
  const known = connection.config.endpoint;
  const ofEndpoint = endpoint?.notices ?? (known === null ? [] : noticesOfEndpoint(known));
  const notices: readonly Notice[] = [...parsed.notices, ...ofEndpoint];
  printNotices(io.notes, notices);
  const sentence = fillText(addedSentence(connection, running), { name: connection.config.name });
  writeConfirmation(io, options, connectionRow(connection), () => `${sentence}\n`);
}

function addedSentence({ config }: ConnectionView, running: boolean): string {
  if (config.kind === 'biztalk') return cliSentenceTexts.addedDiscontinued;
  return running ? cliSentenceTexts.added : cliSentenceTexts.addedAtRest;
}
