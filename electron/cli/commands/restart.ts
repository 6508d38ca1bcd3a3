/** `hcm restart`: stops and starts one connection in the running host. */
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import { enCliSentences, enCliUsage } from '../../contract/messages/en-cli.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { Cli } from '../cli.ts';
import { askedBy } from '../asked-by.ts';
import { findConnection } from '../find-connection.ts';
import { addChoiceOptions, readChoice, type ChoiceOptions } from './choice-options.ts';

export function addRestartCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('restart').description(enCliUsage.restart)).action(
    (text: string | undefined, options: ChoiceOptions) => restart(cli, text, options),
  );
}

async function restart(
  { io, withHost }: Cli,
  text: string | undefined,
  options: ChoiceOptions,
): Promise<void> {
  const choice = readChoice(text, options);
  const name = await withHost(io, async ({ host, running }) => {
    if (!running) throw new HcmError('HCM5001');
    const { connections } = await host.call('connections.snapshot', {});
    const { config } = findConnection(connections, choice);
    await host.call('connections.restart', { id: config.id, ...askedBy(io) });
    return config.name;
  });
  io.notes.write(`${fillText(enCliSentences.restarted, { name })}\n`);
}
