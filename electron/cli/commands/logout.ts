/** `hcm logout`: forgets an account of Azure on this host. Its connections go on. */
import type { Command } from 'commander';
import type { AzureAccount } from '../../contract/azure.ts';
import { HcmError } from '../../contract/errors.ts';
import { azureSentenceTexts, azureUsageTexts } from '../../contract/messages/texts/cli-azure.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { printable } from '../render/table.ts';
import { wrongUse } from '../wrong-use.ts';

interface LogoutOptions extends OutputOption {
  readonly all?: true;
}

export function addLogoutCommand(program: Command, cli: Cli): void {
  program
    .command('logout')
    .description(azureUsageTexts.logout)
    .argument('[account]', azureUsageTexts.logoutAccount)
    .option('--all', azureUsageTexts.logoutAll)
    .addOption(outputOption())
    .action((name: string | undefined, options: LogoutOptions) => logout(cli, name, options));
}

async function logout(
  { io, withHost }: Cli,
  name: string | undefined,
  options: LogoutOptions,
): Promise<void> {
  if (name !== undefined && options.all === true) throw wrongUse('contradiction', { name: '--all' });
  const gone = await withHost(io, async ({ host }) => {
    const { accounts } = await host.call('azure.accounts', {});
    const chosen = choose(accounts, name, options.all === true);
    for (const { id } of chosen) await host.call('azure.signOut', { id, ...askedBy(io) });
    return chosen;
  });
  const sentences = gone.map((account) =>
    printable(fillText(azureSentenceTexts.signedOut, { name: account.name })),
  );
  writeConfirmation(io, options, gone, () => sentences.map((line) => `${line}\n`).join(''));
}

/** Without a name the only one there is. @throws HcmError HCM6001, HCM6014, HCM1060 */
function choose(
  accounts: readonly AzureAccount[],
  name: string | undefined,
  isAll: boolean,
): readonly AzureAccount[] {
  if (accounts.length === 0) throw new HcmError('HCM6001');
  if (isAll) return accounts;
  const wanted = name?.toLowerCase();
  const found = accounts.filter(
    (one) => wanted === undefined || [one.id, one.name.toLowerCase()].includes(wanted),
  );
  if (found.length === 0) throw new HcmError('HCM6014');
  if (found.length > 1) throw wrongUse('missingArgument', { name: 'account' });
  return found;
}
