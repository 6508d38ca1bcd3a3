/** The manual page, docs/hcm.1, made of what the parser and the texts know; a test holds the file to it. Pure. */
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { cliExampleTexts } from '../../contract/messages/texts/cli-examples.ts';
import { exitCodesLine } from '../help-examples.ts';
import { allCommands, type ArgumentShape, type CommandShape, type OptionShape } from '../program-shape.ts';

export function manualPage(program: CommandShape): string {
  const commands = allCommands(program).filter(({ path }) => path !== '');
  return [
    '.\\" Made of the program by electron/cli/manual-page.test.ts: change its texts instead.',
    '.TH HCM 1 "" "" "Hybrid Connection Manager"',
    '.SH NAME',
    `hcm \\- ${escaped(lowerFirst(program.description.replace(/\.$/u, '')))}`,
    '.SH SYNOPSIS',
    '.B hcm',
    '.RI [ options ]',
    '.I command',
    '.RI [ arguments ]',
    '.SH OPTIONS',
    ...program.options.flatMap(optionLines),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS AND ENVIRONMENT',
    ...cliUsageTexts.after.split('\n').map(escaped),
    '.SH SEE ALSO',
    'docs/operations.md, docs/limits.md, docs/proxies.md and docs/health.md of the product',
    '',
  ].join('\n');
}

function commandLines(command: CommandShape): readonly string[] {
  const examples = cliExampleTexts[command.path] ?? [];
  return [
    `.SS ${escaped(synopsis(command))}`,
    `${escaped(command.description)}.`,
    ...command.arguments.flatMap(argumentLines),
    ...command.options.filter(({ spellings }) => !spellings.includes('--help')).flatMap(optionLines),
    ...(examples.length === 0 ? [] : ['.PP', 'Examples:']),
    ...examples.flatMap(({ line, about }) => ['.TP', `.B ${escaped(line)}`, escaped(about)]),
    ...(examples.length === 0 ? [] : ['.PP', `${escaped(exitCodesLine(command.path))}.`]),
  ];
}

function synopsis({ path, arguments: taken, commands }: CommandShape): string {
  const words = taken.map(({ name, isRequired, isVariadic }) => {
    const shown = isVariadic ? `${name}...` : name;
    return isRequired ? `<${shown}>` : `[${shown}]`;
  });
  return ['hcm', path, ...words, ...(commands.length > 0 ? ['<command>'] : [])].join(' ');
}

function argumentLines({ name, description, choices }: ArgumentShape): readonly string[] {
  return described(`.I ${escaped(name)}`, description, choices);
}

function optionLines({ flags, description, choices }: OptionShape): readonly string[] {
  return described(`.B ${escaped(flags)}`, description, choices);
}

function described(head: string, description: string, choices: readonly string[]): readonly string[] {
  const more = choices.length === 0 ? '' : ` (${choices.join(', ')})`;
  return ['.TP', head, escaped(description + more)];
}

/** Roff takes a backslash for a command, a hyphen for a dash, and a point or quote in front of a line for a request. */
function escaped(text: string): string {
  return text
    .replace(/\\/gu, '\\e')
    .replace(/-/gu, '\\-')
    .replace(/^(?=[.'])/u, '\\&');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
