/** Dutch of `texts/cli-help.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-help.ts';

export const helpTitleTexts: Translated<typeof english.helpTitleTexts> = {
  usage: 'Gebruik:',
  arguments: 'Argumenten:',
  options: 'Opties:',
  globalOptions: 'Algemene opties:',
  commands: 'Opdrachten:',
};

export const helpWordTexts: Translated<typeof english.helpWordTexts> = {
  choices: 'keuzes: {names}',
  byDefault: 'standaard: {value}',
  described: '{text} ({more})',
  options: '[opties]',
  command: '[opdracht]',
};

export const yesTexts: Translated<typeof english.yesTexts> = {
  words: 'j ja y yes',
};
