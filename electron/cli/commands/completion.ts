/**
 * `hcm completion`: a script for a shell, made of what the parser knows. What depends on this host the script asks for with
 * the hidden `hcm __complete`, which never fails, writes nothing but answers, and never makes a data folder.
 */
import { access } from 'node:fs/promises';
import { Argument, type Command } from 'commander';
import type { Host } from '../../contract/api.ts';
import { connectionRow } from '../../contract/connection-row.ts';
import { completionUsageTexts } from '../../contract/messages/texts/cli-completion.ts';
import { systemClock } from '../../engine/clock.ts';
import type { Cli } from '../cli.ts';
import { bashCompletion } from '../completion/bash-completion.ts';
import { completionTable, type CompletionRow } from '../completion/completion-table.ts';
import { fishCompletion } from '../completion/fish-completion.ts';
import { powershellCompletion } from '../completion/powershell-completion.ts';
import { zshCompletion } from '../completion/zsh-completion.ts';
import { exitCodes } from '../exit-codes.ts';
import { chosenDataFolder } from '../host-access.ts';
import { programShape } from '../program-shape.ts';
import { printable } from '../render/table.ts';

const scripts = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
} as const satisfies Record<string, (table: readonly CompletionRow[]) => string>;

type Shell = keyof typeof scripts;

/** Who has pressed a key doesn’t wait longer. */
const answerWithinMs = 2_000;
const maxAnswers = 1_000;

export function addCompletionCommand(program: Command, cli: Cli): void {
  program
    .command('completion')
    .description(completionUsageTexts.completion)
    .addArgument(new Argument('<shell>', completionUsageTexts.shell).choices(Object.keys(scripts)))
    .action((shell: Shell) => cli.io.output.write(scripts[shell](completionTable(programShape(program)))));
  program
    .command('__complete', { hidden: true })
    .argument('<kind>')
    .action((kind: string) => complete(cli, kind));
}

async function complete({ io, withHost, live }: Cli, kind: string): Promise<void> {
  // A host that hangs keeps its socket open.
  const cancel = systemClock.after(answerWithinMs, () => io.exitAtOnce(exitCodes.done));
  try {
    const shared = await live.connectByFolder(io);
    if (shared === null) await access(chosenDataFolder(io));
    await shared?.close();
    const answers = await withHost(io, ({ host }) => answersOf(host, kind));
    io.output.write(
      answers
        .slice(0, maxAnswers)
        .map((answer) => `${printable(answer)}\n`)
        .join(''),
    );
  } catch {
    // Nothing to offer is an answer, too.
  } finally {
    cancel();
  }
}

async function answersOf(host: Host, kind: string): Promise<readonly string[]> {
  if (kind === 'sessions') return (await host.call('sessions.list', {})).sessions.map(({ id }) => id);
  if (kind !== 'names') return [];
  const rows = (await host.call('connections.snapshot', {})).connections.map(connectionRow);
  const count = (name: string): number =>
    rows.filter((row) => row.name.toLowerCase() === name.toLowerCase()).length;
  return rows.map(({ name, namespace }) => (count(name) === 1 ? name : `${namespace}/${name}`));
}
