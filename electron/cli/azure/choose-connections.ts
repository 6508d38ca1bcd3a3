/** Choosing Hybrid Connections of Azure at a terminal: a subscription by its number, then some of its table. */
import type { CallInput, Host } from '../../contract/api.ts';
import type { AzureConnection, AzureSubscription } from '../../contract/azure.ts';
import { HcmError, type ErrorData } from '../../contract/errors.ts';
import { unknownValue } from '../../contract/format.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import {
  azureHeadTexts,
  azureObstacleTexts,
  azureSentenceTexts,
} from '../../contract/messages/texts/cli-azure.ts';
import { tableHeadTexts } from '../../contract/messages/texts/cli.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { CliIo } from '../cli-io.ts';
import { printError } from '../print-error.ts';
import { askLine } from '../prompts.ts';
import { printable, renderTable } from '../render/table.ts';
import { readNumbers } from './read-numbers.ts';

export type ChosenConnections = Pick<
  CallInput<'azure.add'>,
  'accountId' | 'tenantId' | 'subscriptionId' | 'connections'
>;

/** Null: none. @throws HcmError HCM60xx */
export async function chooseConnections(io: CliIo, host: Host): Promise<ChosenConnections | null> {
  const subscription = await chooseSubscription(io, host);
  if (subscription === null) return null;
  const { accountId, tenantId, subscriptionId, name } = subscription;
  io.errors.write(`${printable(fillText(azureSentenceTexts.looking, { name }))}\n`);
  const found = await lookThrough(io, host, { accountId, tenantId, subscriptionId });
  if (found.length === 0) {
    io.errors.write(`${printable(fillText(azureSentenceTexts.noConnections, { name }))}\n`);
    return null;
  }
  io.errors.write(renderFound(found));
  const open = found.map(({ obstacle }) => obstacle === null);
  const numbers = await askNumbers(io, azureSentenceTexts.chooseConnections, found.length);
  const connections = numbers
    .filter((number) => open[number - 1] === true)
    .flatMap((number) => found[number - 1] ?? [])
    .map(({ resourceGroup, namespace, name: connection }) => ({
      resourceGroup,
      namespace,
      name: connection,
    }));
  return connections.length === 0 ? null : { accountId, tenantId, subscriptionId, connections };
}

async function chooseSubscription(io: CliIo, host: Host): Promise<AzureSubscription | null> {
  const { subscriptions, problems } = await host.call('azure.subscriptions', {});
  tellProblems(
    io,
    problems.map(({ problem }) => problem),
  );
  if (subscriptions.length === 0) {
    io.errors.write(`${azureSentenceTexts.noSubscriptions}\n`);
    return null;
  }
  const { number, subscription, tenant, id } = azureHeadTexts;
  const rows = subscriptions.map((one, index) => [
    String(index + 1),
    one.name,
    one.tenantName === '' ? one.tenantId : one.tenantName,
    one.subscriptionId,
  ]);
  io.errors.write(renderTable([[number, subscription, tenant, id], ...rows]));
  const [chosen] = await askNumbers(io, azureSentenceTexts.chooseSubscription, subscriptions.length);
  return subscriptions[(chosen ?? 0) - 1] ?? null;
}

async function lookThrough(
  io: CliIo,
  host: Host,
  place: CallInput<'azure.browse'>,
): Promise<readonly AzureConnection[]> {
  const { id } = await host.call('azure.browse', place);
  const found: AzureConnection[] = [];
  const stopListening = io.onStopSignal(() => {
    void host.call('azure.stopBrowsing', { id }).catch(() => undefined);
  });
  try {
    for (;;) {
      const { connections, problems, done, problem } = await host.call('azure.browsed', {
        id,
        after: found.length,
      });
      found.push(...connections);
      if (!done) continue;
      if (problem !== null) throw new HcmError(problem.code, problem.details);
      tellProblems(
        io,
        problems.map((one) => one.problem),
      );
      return found;
    }
  } finally {
    stopListening();
    await host.call('azure.stopBrowsing', { id });
  }
}

function renderFound(found: readonly AzureConnection[]): string {
  const { number, region, note } = azureHeadTexts;
  const { name, namespace, endpoint } = tableHeadTexts;
  const rows = found.map((one, index) => [
    String(index + 1),
    one.name,
    one.region,
    one.namespace,
    one.endpoint === null ? unknownValue : formatHostPort(one.endpoint),
    one.obstacle === null ? '' : azureObstacleTexts[one.obstacle],
  ]);
  return renderTable([[number, name, region, namespace, endpoint, note], ...rows]);
}

/** Asked until it can be read; none when nothing is typed. */
async function askNumbers(io: CliIo, question: string, count: number): Promise<readonly number[]> {
  for (;;) {
    const typed = await askLine(io, question);
    const numbers = readNumbers(typed, count);
    if (numbers !== null) return numbers;
  }
}

function tellProblems({ errors }: CliIo, problems: readonly ErrorData[]): void {
  for (const { code, details } of problems) printError(errors, new HcmError(code, details));
}
