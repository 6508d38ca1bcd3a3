/** The parser's own words in the help, in the current language, and lines as wide as a terminal shows them. */
import { Help, type Argument, type HelpConfiguration, type Option } from 'commander';
import { helpTitleTexts, helpWordTexts } from '../contract/messages/texts/cli-help.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { displayWidth } from './render/display-width.ts';
import { wrapText } from './render/wrap-text.ts';

const plainHelp = new Help();

export const helpWords: HelpConfiguration = {
  displayWidth,
  boxWrap: (text, width) => wrapText(text, width).join('\n'),
  styleTitle: (title) => {
    const name = titleNames[title];
    return name === undefined ? title : helpTitleTexts[name];
  },
  styleOptionText: (word) => (word === '[options]' ? helpWordTexts.options : word),
  styleSubcommandText: (word) => (word === '[command]' ? helpWordTexts.command : word),
  styleArgumentText: (word) => (word === '[command]' ? helpWordTexts.command : word),
  // A Chinese colon brings its own blank.
  formatHelp: (command, helper) => plainHelp.formatHelp(command, helper).replace(/^(\S+：) /u, '$1'),
  optionDescription: (option) => described(option, plainHelp.optionDescription(option)),
  argumentDescription: (argument) => described(argument, plainHelp.argumentDescription(argument)),
};

/** Where the parser doesn't know the default: `what it is for (default: 30)`. */
export function withDefault(text: string, value: number): string {
  return fillText(helpWordTexts.described, { text, more: fillText(helpWordTexts.byDefault, { value }) });
}

const titleNames: Readonly<Partial<Record<string, keyof typeof helpTitleTexts>>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Global Options:': 'globalOptions',
  'Commands:': 'commands',
};

/** @param text as the parser says it: `what it is for (choices: "a", "b", default: 5)` */
function described({ description, argChoices, defaultValue }: Option | Argument, text: string): string {
  if (text === description) return text;
  const shown = [
    ...(argChoices === undefined
      ? []
      : [
          fillText(helpWordTexts.choices, { names: argChoices.map((one) => JSON.stringify(one)).join(', ') }),
        ]),
    ...(text.includes('default: ')
      ? [fillText(helpWordTexts.byDefault, { value: JSON.stringify(defaultValue) })]
      : []),
  ];
  return fillText(helpWordTexts.described, { text: description, more: shown.join(', ') });
}
