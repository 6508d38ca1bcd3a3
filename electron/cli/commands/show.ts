/** `hcm show`: one connection with everything that is known about it. */
import type { Command } from 'commander';
import { connectionRow } from '../../contract/connection-row.ts';
import { cliSentenceTexts, cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import type { Cli } from '../cli.ts';
import { findConnection } from '../find-connection.ts';
import { outputOption, writeAnswer, type OutputOption } from '../output-format.ts';
import { paintFor } from '../paint.ts';
import { renderConnectionDetails } from '../render/connection-list.ts';
import { addChoiceOptions, readChoice, type ChoiceOptions } from './choice-options.ts';

type ShowOptions = OutputOption & ChoiceOptions;

export function addShowCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('show').description(cliUsageTexts.show))
    .addOption(outputOption())
    .action((text: string | undefined, options: ShowOptions) => show(cli, text, options));
}

async function show({ io, withHost }: Cli, text: string | undefined, options: ShowOptions): Promise<void> {
  const choice = readChoice(text, options);
  const { view, running } = await withHost(io, async ({ host, running }) => {
    const { connections } = await host.call('connections.snapshot', {});
    return { view: findConnection(connections, choice), running };
  });
  if (!running) io.notes.write(`${cliSentenceTexts.noHost}\n`);
  writeAnswer(io, options, connectionRow(view), () =>
    renderConnectionDetails(view, Date.now(), paintFor(io)),
  );
}
