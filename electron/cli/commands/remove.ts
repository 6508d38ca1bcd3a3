/** `hcm remove`: takes a connection off this host. Asks on a terminal; a script says `--yes`. */
import type { Command } from 'commander';
import { cliCountTexts, cliSentenceTexts, cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../exit-codes.ts';
import { findConnection } from '../find-connection.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { askYesNo } from '../prompts.ts';
import { wrongUse } from '../wrong-use.ts';
import { addChoiceOptions, readChoice, type ChoiceOptions } from './choice-options.ts';

interface RemoveOptions extends OutputOption, ChoiceOptions {
  readonly yes?: true;
}

export function addRemoveCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('remove').description(cliUsageTexts.remove))
    .option('--yes', cliUsageTexts.yes)
    .addOption(outputOption())
    .action((text: string | undefined, options: RemoveOptions) => remove(cli, text, options));
}

async function remove(cli: Cli, text: string | undefined, options: RemoveOptions): Promise<void> {
  const { io, withHost } = cli;
  const choice = readChoice(text, options);
  const maySay = io.input.isTerminal && io.errors.isTerminal;
  // Microsoft’s hcm never asked: its scripts name both, and so can’t mean another one.
  const isMicrosofts = options.namespace !== undefined && options.name !== undefined;
  if (options.yes !== true && !maySay && !isMicrosofts) throw wrongUse('needsYes');
  const found = await withHost(io, async ({ host }) => {
    const { connections } = await host.call('connections.snapshot', {});
    return findConnection(connections, choice).config;
  });
  const { id, name } = found;
  // The question stands outside of the access: nobody else's command waits while a person thinks.
  if (
    options.yes !== true &&
    maySay &&
    !(await askYesNo(io, fillText(cliSentenceTexts.removeQuestion, { name })))
  ) {
    io.errors.write(`${cliSentenceTexts.notRemoved}\n`);
    cli.exitCode = exitCodes.failed;
    return;
  }
  const { closedSessions } = await withHost(io, ({ host }) =>
    host.call('connections.remove', { id, ...askedBy(io) }),
  );
  const closed = closedSessions === 0 ? '' : ` ${fillCounted(cliCountTexts.removedSessions, closedSessions)}`;
  const sentence = `${fillText(cliSentenceTexts.removed, { name })}${closed}`;
  writeConfirmation(io, options, { id, name, closedSessions }, () => `${sentence}\n`);
}
