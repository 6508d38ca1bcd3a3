/** `hcm account`: who is signed in with Azure on this host. */
import type { Command } from 'commander';
import type { AzureAccount } from '../../contract/azure.ts';
import { unknownValue } from '../../contract/format.ts';
import {
  azureHeadTexts,
  azureKindTexts,
  azureSentenceTexts,
  azureSignInTexts,
  azureUsageTexts,
} from '../../contract/messages/texts/cli-azure.ts';
import type { Cli } from '../cli.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { renderTable } from '../render/table.ts';

export function addAccountCommand(program: Command, cli: Cli): void {
  program
    .command('account')
    .description(azureUsageTexts.account)
    .command('list')
    .description(azureUsageTexts.accountList)
    .addOption(outputOption())
    .action((options: OutputOption) => list(cli, options));
}

async function list({ io, withHost }: Cli, options: OutputOption): Promise<void> {
  const { accounts } = await withHost(io, ({ host }) => host.call('azure.accounts', {}));
  writeAnswer(io, options, accounts, () =>
    accounts.length === 0 ? `${azureSentenceTexts.noAccounts}\n` : renderAccounts(accounts),
  );
}

function renderAccounts(accounts: readonly AzureAccount[]): string {
  const { account, kind, tenant, cloud, signIn, id } = azureHeadTexts;
  const rows = accounts.map((one) => [
    one.name,
    azureKindTexts[one.kind],
    one.tenantId ?? unknownValue,
    one.cloud,
    one.needsSignIn ? azureSignInTexts.needed : azureSignInTexts.good,
    one.id,
  ]);
  return renderTable([[account, kind, tenant, cloud, signIn, id], ...rows]);
}
