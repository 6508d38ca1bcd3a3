/** How commands are told which connection is meant: our way (name or id) and Microsoft's (`-ns` and `-n`). */
import type { Command } from 'commander';
import { enCliUsage } from '../../contract/messages/en-cli.ts';
import type { ConnectionChoice } from '../find-connection.ts';
import { wrongUse } from '../wrong-use.ts';

export interface ChoiceOptions {
  readonly namespace?: string;
  readonly name?: string;
}

export function addChoiceOptions(command: Command, nameUsage: string = enCliUsage.name): Command {
  return command
    .argument('[connection]', enCliUsage.connection)
    .option('--namespace <namespace>', enCliUsage.namespace)
    .option('-n, --name <name>', nameUsage);
}

export function readChoice(text: string | undefined, { namespace, name }: ChoiceOptions): ConnectionChoice {
  if (text === undefined && name === undefined) throw wrongUse('missingArgument', { name: 'connection' });
  return { text, namespace, name };
}
