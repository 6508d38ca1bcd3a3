/**
 * Where a connection string comes from: standard input, a file, the environment, a hidden prompt, or (with a warning) an
 * argument, which every user of the computer can see in the list of processes (plan §5.9).
 */
import { HcmError } from '../contract/errors.ts';
import { cliSentenceTexts } from '../contract/messages/texts/cli.ts';
import type { CliIo } from './cli-io.ts';
import { askHidden } from './prompts.ts';
import { readStream, readTextFile, requireText } from './read-bounded.ts';
import { wrongUse } from './wrong-use.ts';

export interface SecretSources {
  /** The argument itself; `-` means standard input. */
  readonly argument: string | undefined;
  readonly file: string | undefined;
  /** What is asked at a terminal. */
  readonly question?: string;
}

export const standardInput = '-';

const environmentName = 'HCM_CONNECTION_STRING';

/** @throws HcmError HCM1060 when there are several sources or none, HCM1061 when one can't be read. */
export async function readSecretInput(
  io: CliIo,
  { argument, file, question }: SecretSources,
): Promise<string> {
  if (argument !== undefined && file !== undefined) throw wrongUse('severalSources');
  const onTerminal = io.input.isTerminal && io.errors.isTerminal;
  if (argument === standardInput)
    return onTerminal
      ? askForString(io)
      : requireText(await readStream(io.input.stream, standardInput), standardInput);
  if (argument !== undefined) {
    io.notes.write(`${cliSentenceTexts.argumentVisible}\n`);
    return argument;
  }
  if (file !== undefined) return requireText(await readTextFile(file), file);
  const fromEnvironment = io.environment[environmentName] ?? '';
  if (fromEnvironment !== '') return fromEnvironment;
  if (!onTerminal) throw wrongUse('missingArgument', { name: 'connection-string' });
  return askForString(io, question);
}

async function askForString(io: CliIo, question: string = cliSentenceTexts.promptString): Promise<string> {
  const typed = await askHidden(io, question);
  if (typed === null) throw new HcmError('HCM1001');
  return typed;
}
