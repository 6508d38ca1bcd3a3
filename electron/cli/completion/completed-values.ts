/** What can stand in the place of a value: words that are known, names that the program is asked for, or files. Pure. */
import { settingNames } from '../../contract/settings.ts';
import type { ArgumentShape, CommandShape, OptionShape } from '../program-shape.ts';

export type CompletedValues =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'names' | 'sessions' | 'files' | 'none' };

/** By what the value is called in the help. */
const kinds: Readonly<Record<string, 'names' | 'sessions' | 'files'>> = {
  connection: 'names',
  session: 'sessions',
  file: 'files',
  folder: 'files',
};

export function valuesOf(shape: {
  readonly name: string;
  readonly choices: readonly string[];
}): CompletedValues {
  if (shape.choices.length > 0) return { kind: 'words', words: shape.choices };
  if (shape.name === 'setting') return { kind: 'words', words: settingNames };
  return { kind: Object.hasOwn(kinds, shape.name) ? (kinds[shape.name] ?? 'none') : 'none' };
}

export function valuesOfOption({ value, choices }: OptionShape): CompletedValues {
  return valuesOf({ name: value ?? '', choices });
}

/** `hcm help` takes the name of any command. */
export function valuesOfArgument(argument: ArgumentShape, program: CommandShape): CompletedValues {
  return argument.name === 'command'
    ? { kind: 'words', words: program.commands.map(({ name }) => name) }
    : valuesOf(argument);
}
