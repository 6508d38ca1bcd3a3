/** What follows which words, flat: every shell's script is made of it. Pure. */
import { allCommands, type CommandShape, type OptionShape } from '../program-shape.ts';
import { valuesOfArgument, valuesOfOption, type CompletedValues } from './completed-values.ts';

export interface CompletionRow {
  /** Words that call the command, such as `config set`; empty for the program itself. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly CompletedOption[];
  /** Of the first argument; what comes behind it isn't told. */
  readonly argument: CompletedValues;
}

export interface CompletedOption {
  readonly spellings: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly values: CompletedValues;
}

export function completionTable(program: CommandShape): readonly CompletionRow[] {
  return allCommands(program).map((command) => {
    const [argument] = command.arguments;
    // What the program takes stands behind each command, too, but for what the command has itself.
    const options = [...command.options, ...(command === program ? [] : program.options)];
    return {
      path: command.path,
      commands: command.commands.map(({ name, description }) => ({ name, description })),
      options: withoutTwins(options).filter(isGlobalOrOwn(command, program)).map(completedOption),
      argument: argument === undefined ? { kind: 'none' } : valuesOfArgument(argument, program),
    };
  });
}

/** `--version` of the program means nothing behind a command. */
function isGlobalOrOwn(command: CommandShape, program: CommandShape): (option: OptionShape) => boolean {
  return (option) =>
    command === program || command.options.includes(option) || !option.spellings.includes('--version');
}

function withoutTwins(options: readonly OptionShape[]): readonly OptionShape[] {
  const seen = new Set<string>();
  return options.filter(({ spellings }) => {
    const isNew = spellings.every((one) => !seen.has(one));
    for (const one of spellings) seen.add(one);
    return isNew;
  });
}

function completedOption(option: OptionShape): CompletedOption {
  const { spellings, description, value } = option;
  return { spellings, description, takesValue: value !== null, values: valuesOfOption(option) };
}
