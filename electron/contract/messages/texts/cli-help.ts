/** English of the words that the parser itself puts into the help. */
import { localised } from '../localised.ts';

export const helpTitleTexts = localised({
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  globalOptions: 'Global Options:',
  commands: 'Commands:',
} as const satisfies Record<string, string>);

export const helpWordTexts = localised({
  choices: 'choices: {names}',
  byDefault: 'default: {value}',
  described: '{text} ({more})',
  options: '[options]',
  command: '[command]',
} as const satisfies Record<string, string>);

/** Letters that mean yes; the first is the one that questions name. */
export const yesTexts = localised({
  words: 'y yes',
} as const satisfies Record<string, string>);
