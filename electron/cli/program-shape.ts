/** What the program's parser knows of its commands, as plain data: completion and the manual page are made of it. Pure. */
import type { Argument, Command, Option } from 'commander';

export interface OptionShape {
  /** As the help writes it: `-n, --name <name>`. */
  readonly flags: string;
  /** `-n`, `--name`. */
  readonly spellings: readonly string[];
  readonly description: string;
  /** What its value is called; null where it takes none. */
  readonly value: string | null;
  readonly isVariadic: boolean;
  readonly choices: readonly string[];
}

export interface ArgumentShape {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
  readonly choices: readonly string[];
}

export interface CommandShape {
  /** Words that call it, without the program's own: `config set`. */
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionShape[];
  readonly arguments: readonly ArgumentShape[];
  readonly commands: readonly CommandShape[];
}

/** Without what is hidden. */
export function programShape(program: Command): CommandShape {
  return commandShape(program, '');
}

/** The command and all below it, outermost first. */
export function allCommands(shape: CommandShape): readonly CommandShape[] {
  return [shape, ...shape.commands.flatMap(allCommands)];
}

function commandShape(command: Command, path: string): CommandShape {
  const help = command.createHelp();
  return {
    path,
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(optionShape),
    arguments: command.registeredArguments.map(argumentShape),
    commands: help
      .visibleCommands(command)
      .map((below) => commandShape(below, path === '' ? below.name() : `${path} ${below.name()}`)),
  };
}

function optionShape(option: Option): OptionShape {
  return {
    flags: option.flags,
    spellings: [option.short, option.long].filter((one) => one !== undefined),
    description: withDefault(option),
    value: /[<[]([^\]>]+?)(?:\.\.\.)?[\]>]/u.exec(option.flags)?.[1] ?? null,
    isVariadic: option.variadic,
    choices: option.argChoices ?? [],
  };
}

function withDefault({ description, defaultValue }: Option): string {
  const isShown = typeof defaultValue === 'string' && defaultValue !== '';
  return isShown ? `${description} (${defaultValue})` : description;
}

function argumentShape(argument: Argument): ArgumentShape {
  return {
    name: argument.name(),
    description: argument.description,
    isRequired: argument.required,
    isVariadic: argument.variadic,
    choices: argument.argChoices ?? [],
  };
}
