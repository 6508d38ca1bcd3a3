/** How commands are told which connection is meant: our way (name or id) and Microsoft's (`-ns` and `-n`). */
import type { Command } from 'commander';
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import type { ConnectionChoice } from '../find-connection.ts';
import { wrongUse } from '../wrong-use.ts';

export interface ChoiceOptions {
  readonly namespace?: string;
  readonly name?: string;
}

export function addChoiceOptions(command: Command, nameUsage: string = cliUsageTexts.name): Command {
  return command
    .argument('[connection]', cliUsageTexts.connection)
    .option('--namespace <namespace>', cliUsageTexts.namespace)
    .option('-n, --name <name>', nameUsage);
}

export function readChoice(text: string | undefined, { namespace, name }: ChoiceOptions): ConnectionChoice {
  if (text === undefined && name === undefined) throw wrongUse('missingArgument', { name: 'connection' });
  return { text, namespace, name };
}
