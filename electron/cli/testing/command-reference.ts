/** docs/cli.md, made of what the parser, the texts and the schemas know; a test holds the file to it. Pure. */
import type { z } from 'zod';
import { answers } from '../../contract/answer-schemas.ts';
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { cliExampleTexts } from '../../contract/messages/texts/cli-examples.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { exitCodesLine } from '../help-examples.ts';
import { allCommands, type ArgumentShape, type CommandShape, type OptionShape } from '../program-shape.ts';
import { answerFields } from './answer-fields.ts';
import { enReference } from './reference-texts.ts';

export function commandReference(program: CommandShape): string {
  const commands = allCommands(program).filter(({ path }) => path !== '');
  const { title, made, intro, json, options, environment } = enReference;
  const sections = [
    `<!-- ${made} -->`,
    `# ${title}`,
    intro,
    json,
    `## ${options}`,
    table(enReference.option, program.options.map(optionRow)),
    `## ${environment}`,
    cliUsageTexts.after.split('\n').join('  \n'),
    ...commands.flatMap(commandSections),
  ];
  return `${sections.join('\n\n')}\n`;
}

export function schemaFile(words: string): string {
  return `answers/${words.replaceAll(/[^a-z]+/g, '-')}.schema.json`;
}

function commandSections(command: CommandShape): readonly string[] {
  const examples = cliExampleTexts[command.path] ?? [];
  const own = command.options.filter(({ spellings }) => !spellings.includes('--help'));
  return [
    `## hcm ${command.path}`,
    `${cell(command.description)}.`,
    `\`${synopsis(command)}\``,
    ...(command.arguments.length === 0
      ? []
      : [table(enReference.argument, command.arguments.map(argumentRow))]),
    ...(own.length === 0 ? [] : [table(enReference.option, own.map(optionRow))]),
    ...(examples.length === 0
      ? []
      : [
          enReference.examples,
          ['```sh', ...examples.map(({ line, about }) => `${line}   # ${about}`), '```'].join('\n'),
        ]),
    ...(command.commands.length > 0 ? [] : [`${exitCodesLine(command.path)}.`]),
    ...answerSections(command.path),
  ];
}

function answerSections(path: string): readonly string[] {
  return Object.entries(answers)
    .filter(([words]) => words === path || words.startsWith(`${path} --`))
    .flatMap(([words, schema]) => answerSection(words, schema));
}

/** Fields that another command gives as well stand there alone. */
function answerSection(words: string, schema: z.ZodType): readonly string[] {
  const file = schemaFile(words);
  const isList = schema.def.type === 'array';
  const option = / (--.+)$/.exec(words)?.[1];
  const fields = answerFields(schema);
  const first = Object.entries(answers).find(
    ([, other]) => JSON.stringify(answerFields(other)) === JSON.stringify(fields),
  )?.[0];
  if (first !== undefined && first !== words) {
    const link = `[hcm ${first}](#hcm-${first.replace(/ --.*$/, '').replaceAll(' ', '-')})`;
    const same = option === undefined ? enReference.sameAs : enReference.sameAsOption;
    return [fillText(isList ? enReference.sameAsList : same, { link, file, option: option ?? '' })];
  }
  const { answer, answerList, answerLines, answerOption, answerEvents } = enReference;
  // What may be one of several comes line by line.
  const one = schema.def.type === 'union' ? answerEvents : isList ? answerList : answer;
  const heading = option === undefined ? one : option === '--watch' ? answerLines : answerOption;
  const rows = fields.map(({ name, type, about }) => [`\`${name}\``, type, cell(about)]);
  return [
    fillText(heading, { file, option: option ?? '' }),
    markdown([enReference.field, enReference.type, enReference.meaning], rows),
  ];
}

function synopsis({ path, arguments: taken, commands }: CommandShape): string {
  const words = taken.map(({ name, isRequired, isVariadic }) => {
    const shown = isVariadic ? `${name}...` : name;
    return isRequired ? `<${shown}>` : `[${shown}]`;
  });
  return ['hcm', path, ...words, ...(commands.length > 0 ? ['<command>'] : [])].join(' ');
}

function argumentRow({ name, description, choices }: ArgumentShape): readonly string[] {
  return [`\`${name}\``, withChoices(description, choices)];
}

function optionRow({ flags, description, choices }: OptionShape): readonly string[] {
  return [`\`${cell(flags)}\``, withChoices(description, choices)];
}

function withChoices(description: string, choices: readonly string[]): string {
  const all = choices.length === 0 ? '' : ` (${choices.join(', ')})`;
  return cell(`${description}${all}`);
}

function table(head: string, rows: readonly (readonly string[])[]): string {
  return markdown([head, enReference.meaning], rows);
}

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** What would end a cell of a table, or look like a tag. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
