/** No word of any command's help is written anywhere but in the texts, but for what is typed. */
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  outsideBrackets,
  speakEnglishAgain,
  speakPseudo,
} from '../contract/messages/testing/pseudo-language.ts';
import { createTestProgram } from './testing/test-program.ts';

beforeAll(speakPseudo);
afterAll(speakEnglishAgain);

describe('help in a language of brackets', () => {
  it('has no words of its own', () => {
    const stray = allOf(createTestProgram()).flatMap((command) => {
      const help = command.createHelp();
      const typed = [
        ...help.visibleOptions(command).map((option) => help.optionTerm(option)),
        ...help.visibleGlobalOptions(command).map((option) => help.optionTerm(option)),
        ...help.visibleArguments(command).map((argument) => help.argumentTerm(argument)),
        ...help.visibleCommands(command).map((below) => help.subcommandTerm(below)),
        help.commandUsage(command),
        // The parser's two words for what follows are texts.
      ].map((term) => term.replaceAll(/\[(?:options|command)\]/gu, '').trimEnd());
      const texts = shownHelp(command)
        .split('\n')
        .filter((line) => !/^ {2}hcm /.test(line))
        .join(' ');
      const longestFirst = [...typed].sort((one, other) => other.length - one.length);
      const left = longestFirst.reduce((text, term) => text.replaceAll(term, ' '), outsideBrackets(texts));
      const words = left.match(/\p{L}{2,}/gu) ?? [];
      return words.map((word) => `hcm ${command.name()} --help: ${word}`);
    });
    expect(stray).toEqual([]);
  });
});

function shownHelp(command: Command): string {
  let shown = '';
  command.configureOutput({ writeOut: (text) => (shown += text) });
  command.outputHelp();
  return shown;
}

function allOf(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}
