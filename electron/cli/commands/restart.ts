/** `hcm restart`: stops and starts one connection in the running host. */
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import { cliSentenceTexts, cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { namespaceOf } from '../../contract/connection-row.ts';
import type { Switched } from '../../contract/answer-schemas.ts';
import type { Cli } from '../cli.ts';
import { askedBy } from '../asked-by.ts';
import { findConnection } from '../find-connection.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { addChoiceOptions, readChoice, type ChoiceOptions } from './choice-options.ts';

type RestartOptions = OutputOption & ChoiceOptions;

export function addRestartCommand(program: Command, cli: Cli): void {
  addChoiceOptions(program.command('restart').description(cliUsageTexts.restart))
    .addOption(outputOption())
    .action((text: string | undefined, options: RestartOptions) => restart(cli, text, options));
}

async function restart(
  { io, withHost }: Cli,
  text: string | undefined,
  options: RestartOptions,
): Promise<void> {
  const choice = readChoice(text, options);
  const {
    id,
    name,
    host: namespace,
  } = await withHost(io, async ({ host, running }) => {
    if (!running) throw new HcmError('HCM5001');
    const { connections } = await host.call('connections.snapshot', {});
    const { config } = findConnection(connections, choice);
    await host.call('connections.restart', { id: config.id, ...askedBy(io) });
    return config;
  });
  const restarted: Switched = { id, name, namespace: namespaceOf(namespace), enabled: true, running: true };
  writeConfirmation(io, options, restarted, () => `${fillText(cliSentenceTexts.restarted, { name })}\n`);
}
