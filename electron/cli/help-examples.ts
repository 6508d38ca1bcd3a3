/** Puts examples and exit codes under the help of each command. */
import type { Command } from 'commander';
import {
  cliExampleTexts,
  exampleWordTexts,
  ownExitCodeTexts,
  type CliExample,
} from '../contract/messages/texts/cli-examples.ts';
import { fillText } from '../contract/messages/message-text.ts';

/** For the commands that are there; those that come later have none. */
export function addHelpExamples(program: Command): void {
  for (const command of program.commands) addTo(command, command.name());
}

/** `Exit codes: 0 done, …` */
export function exitCodesLine(path: string): string {
  const own = ownExitCodeTexts[path];
  const codes = exampleWordTexts.exitCodes;
  return own === undefined ? codes : fillText(exampleWordTexts.exitCodesAndOwn, { codes, own });
}

function addTo(command: Command, path: string): void {
  const examples = cliExampleTexts[path] ?? [];
  if (examples.length > 0) {
    const lines = [exampleWordTexts.heading, ...examples.flatMap(exampleLines), '', exitCodesLine(path)];
    command.addHelpText('after', `\n${lines.join('\n')}`);
  }
  for (const below of command.commands) addTo(below, `${path} ${below.name()}`);
}

function exampleLines({ line, about }: CliExample): readonly string[] {
  return [`  ${line}`, `      ${about}`];
}
