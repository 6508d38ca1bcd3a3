/** `hcm start` and `hcm stop`: at once in the host that runs; without one they say how it begins the next time. */
import type { Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import { namespaceOf } from '../../contract/connection-row.ts';
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import { cliSentenceTexts } from '../../contract/messages/texts/cli.ts';
import { statusSentenceTexts, statusUsageTexts } from '../../contract/messages/texts/cli-status.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { Switched } from '../../contract/answer-schemas.ts';
import { askedBy } from '../asked-by.ts';
import type { Cli } from '../cli.ts';
import { findConnection, type ConnectionChoice } from '../find-connection.ts';
import { outputOption, writeConfirmation, type OutputOption } from '../output-format.ts';
import { wrongUse } from '../wrong-use.ts';
import { addChoiceOptions, readChoice, type ChoiceOptions } from './choice-options.ts';

interface SwitchOptions extends OutputOption, ChoiceOptions {
  readonly all?: true;
}

type Verb = 'start' | 'stop';

export function addStartCommand(program: Command, cli: Cli): void {
  addSwitchCommand(program, cli, 'start');
}

export function addStopCommand(program: Command, cli: Cli): void {
  addSwitchCommand(program, cli, 'stop');
}

function addSwitchCommand(program: Command, cli: Cli, verb: Verb): void {
  addChoiceOptions(program.command(verb).description(statusUsageTexts[verb]))
    .option('--all', statusUsageTexts.all)
    .addOption(outputOption())
    .action((text: string | undefined, options: SwitchOptions) =>
      switchConnections(cli, verb, text, options),
    );
}

async function switchConnections(
  { io, withHost }: Cli,
  verb: Verb,
  text: string | undefined,
  options: SwitchOptions,
): Promise<void> {
  const { namespace, name, all } = options;
  const isNamed = [text, namespace, name].some((one) => one !== undefined);
  if (all === true && isNamed) throw wrongUse('contradiction', { name: '--all' });
  const choice = all === true ? null : readChoice(text, options);
  const switched = await withHost(io, async ({ host, running }) => {
    const configs = await chosenConfigs(host, choice);
    for (const { kind, name: retired } of configs)
      if (verb === 'start' && kind === 'biztalk') throw new HcmError('HCM1090', { name: retired });
    for (const { id } of configs) await host.call(`connections.${verb}`, { id, ...askedBy(io) });
    return configs.map((config) => answer(config, verb, running));
  });
  writeConfirmation(io, options, switched, () =>
    switched.length === 0 ? `${cliSentenceTexts.noConnections}\n` : switched.map(sentence).join(''),
  );
}

/** All of them: without the retired ones, which no host runs. */
async function chosenConfigs(
  host: Host,
  choice: ConnectionChoice | null,
): Promise<readonly ConnectionConfig[]> {
  const { connections } = await host.call('connections.snapshot', {});
  if (choice !== null) return [findConnection(connections, choice).config];
  return connections.map(({ config }) => config).filter(({ kind }) => kind === 'relay');
}

function answer({ id, name, host }: ConnectionConfig, verb: Verb, running: boolean): Switched {
  return { id, name, namespace: namespaceOf(host), enabled: verb === 'start', running };
}

function sentence({ name, enabled, running }: Switched): string {
  const { starting, stopping, startsLater, staysStopped } = statusSentenceTexts;
  const [atStart, atStop] = running ? [starting, stopping] : [startsLater, staysStopped];
  return `${fillText(enabled ? atStart : atStop, { name })}\n`;
}
