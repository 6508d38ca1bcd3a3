/** `hcm add` with what Azure knows: the host fetches the keys and takes the Hybrid Connections in. */
import type { CallInput, Host } from '../../contract/api.ts';
import { connectionRow } from '../../contract/connection-row.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError } from '../../contract/errors.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import { azureSentenceTexts } from '../../contract/messages/texts/cli-azure.ts';
import { cliSentenceTexts } from '../../contract/messages/texts/cli.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { exitCodes } from '../exit-codes.ts';
import { writeConfirmation, type OutputOption } from '../output-format.ts';
import { browserObstacle } from '../open-browser.ts';
import { printError } from '../print-error.ts';
import { printEndpointNotices, type NamedEndpoint } from '../print-findings.ts';
import { chooseConnections, type ChosenConnections } from './choose-connections.ts';
import { findSubscription } from './find-subscription.ts';
import { signInHere } from './sign-in-here.ts';

export interface AzureAddOptions extends OutputOption {
  readonly subscription?: string;
  readonly resourceGroup?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly endpoint?: string;
  readonly allowRootKey?: true;
  readonly entra?: true;
}

/** The four of Microsoft's manager: any of them means Azure. */
export function meansAzure({ subscription, resourceGroup, namespace }: AzureAddOptions): boolean {
  return [subscription, resourceGroup, namespace].some((one) => one !== undefined);
}

/** @throws HcmError HCM1060, HCM60xx */
export async function addNamed(cli: Cli, options: AzureAddOptions): Promise<void> {
  const { io, withHost } = cli;
  const { subscription, resourceGroup, namespace, name, endpoint } = options;
  if (
    subscription === undefined ||
    resourceGroup === undefined ||
    namespace === undefined ||
    name === undefined
  )
    throw new HcmError('HCM1060', { reason: azureSentenceTexts.allOfFour });
  const { connection, running } = await withHost(io, async ({ host, running }) => {
    const { accountId, tenantId, subscriptionId } = await findSubscription(host, subscription, io.errors);
    const one = { resourceGroup, namespace, name, ...(endpoint === undefined ? {} : { endpoint }) };
    const chosen = { accountId, tenantId, subscriptionId, connections: [one] };
    const { results } = await host.call('azure.add', inputOf(cli, options, chosen));
    const [result] = results;
    if (result?.problem) throw new HcmError(result.problem.code, result.problem.details);
    return { connection: result?.connection ?? null, running };
  });
  if (connection === null) throw new HcmError('HCM9001', { reason: 'no result' });
  printEndpointNotices(io.notes, [namedEndpoint(connection)]);
  const text = running ? cliSentenceTexts.added : cliSentenceTexts.addedAtRest;
  const sentence = fillText(text, { name: connection.config.name });
  writeConfirmation(io, options, connectionRow(connection), () => `${sentence}\n`);
}

/** At a terminal alone. @throws HcmError HCM60xx */
export async function addChosen(cli: Cli, options: AzureAddOptions): Promise<void> {
  const { io, withHost } = cli;
  const added = await withHost(io, async ({ host, running }) => {
    await signInFirst(io, host);
    const chosen = await chooseConnections(io, host);
    if (chosen === null) return null;
    return { running, results: (await host.call('azure.add', inputOf(cli, options, chosen))).results };
  });
  if (added === null) {
    io.notes.write(`${azureSentenceTexts.notAdded}\n`);
    return;
  }
  const text = added.running ? cliSentenceTexts.added : cliSentenceTexts.addedAtRest;
  for (const { connection, problem } of added.results) {
    if (connection !== null) {
      io.notes.write(`${fillText(text, { name: connection.config.name })}\n`);
      printEndpointNotices(io.notes, [namedEndpoint(connection)]);
    }
    if (problem === null) continue;
    printError(io.errors, new HcmError(problem.code, problem.details));
    cli.exitCode = exitCodes.failed;
  }
}

function namedEndpoint({ config: { name, endpoint } }: ConnectionView): NamedEndpoint {
  return { name, endpoint: endpoint === null ? null : formatHostPort(endpoint) };
}

/** Whoever chooses at a terminal without an account signs in on the way, in the browser where there is one. */
async function signInFirst(io: CliIo, host: Host): Promise<void> {
  const { accounts } = await host.call('azure.accounts', {});
  if (accounts.length > 0) return;
  io.errors.write(`${azureSentenceTexts.nobodyYet}\n`);
  const method = browserObstacle(io) === null ? 'browser' : 'deviceCode';
  await signInHere(io, host, { method }, { mayOpenBrowser: true });
}

function inputOf(
  { io }: Cli,
  { allowRootKey, entra }: AzureAddOptions,
  chosen: ChosenConnections,
): CallInput<'azure.add'> {
  const listenWith = entra === true ? 'entra' : 'key';
  return { ...chosen, mayUseRootKey: allowRootKey === true, listenWith, ...askedBy(io) };
}
