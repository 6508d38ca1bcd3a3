/** Wrong use of the command line as an error of ours, whoever found it: us or the parser. */
import type { CommanderError } from 'commander';
import { HcmError, type ErrorDetails } from '../contract/errors.ts';
import { cliUseTexts } from '../contract/messages/texts/cli.ts';
import { fillText } from '../contract/messages/message-text.ts';

export function wrongUse(use: keyof typeof cliUseTexts, details: ErrorDetails = {}): HcmError {
  return new HcmError('HCM1060', { reason: fillText(cliUseTexts[use], details) });
}

const uses: Readonly<Partial<Record<string, keyof typeof cliUseTexts>>> = {
  'commander.unknownCommand': 'unknownCommand',
  'commander.unknownOption': 'unknownOption',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'missingValue',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.excessArguments': 'tooManyArguments',
  'commander.invalidArgument': 'choice',
};

/** Null when the parser only ended because it has shown help. */
export function wrongUseOfParser(error: CommanderError, words: readonly string[]): HcmError | null {
  if (error.exitCode === 0) return null;
  if (error.code === 'commander.help') {
    const asked = words.indexOf('help');
    // `hcm help lsit`: the parser shows help in its place.
    const unknown = asked === -1 ? undefined : words[asked + 1];
    return unknown === undefined
      ? wrongUse('noCommand')
      : wrongUse('unknownCommand', { name: nameIn(`'${unknown}'`) });
  }
  const use = uses[error.code];
  return use === undefined ? new HcmError('HCM1060') : wrongUse(use, { name: nameIn(error.message) });
}

/**
 * The option, command or argument that the parser's message quotes. Anything that doesn't look like a short name of ours
 * is left out: a connection string in the wrong place would end up on the screen.
 */
function nameIn(message: string): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const name = /^(?:-\w, )?(-{0,2}[A-Za-z][A-Za-z-]{0,30})(?: [<[][^>\]]*[>\]])?$/.exec(quoted)?.[1];
  return name ?? '';
}
