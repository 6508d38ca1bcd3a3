/**
 * `--output`, the same for every command that has it: table, json or yaml for one answer; table or json where lines follow
 * each other for as long as the command runs. Without the option people sit at terminals, scripts at pipes.
 */
import { Option } from 'commander';
import { cliUsageTexts } from '../contract/messages/texts/cli.ts';
import type { CliIo } from './cli-io.ts';
import { renderJson } from './render/json.ts';
import { renderYaml } from './render/yaml.ts';

const answerFormats = ['table', 'json', 'yaml'] as const;
const streamFormats = ['table', 'json'] as const;

type AnswerFormat = (typeof answerFormats)[number];

export type StreamFormat = (typeof streamFormats)[number];

export interface OutputOption {
  readonly output?: AnswerFormat;
}

export interface StreamOption {
  readonly output?: StreamFormat;
}

export function outputOption(): Option {
  return new Option('--output <format>', cliUsageTexts.output).choices(answerFormats);
}

export function streamOption(): Option {
  return new Option('--output <format>', cliUsageTexts.streamOutput).choices(streamFormats);
}

/** Whether a person reads: sentences then, too. */
export function isForPeople(io: CliIo, options: OutputOption): boolean {
  return answerFormat(io, options) === 'table';
}

export function streamFormat(io: CliIo, { output }: StreamOption): StreamFormat {
  return output ?? byReader(io);
}

/** One answer: what scripts get of it, and how people see it. */
export function writeAnswer(io: CliIo, options: OutputOption, value: unknown, forPeople: () => string): void {
  switch (answerFormat(io, options)) {
    case 'table':
      io.output.write(forPeople());
      return;
    case 'json':
      io.output.write(renderJson(value));
      return;
    case 'yaml':
      io.output.write(renderYaml(value));
  }
}

/** What a command did: the same for scripts, and for people a sentence, which nobody reads with `--quiet`. */
export function writeConfirmation(
  io: CliIo,
  options: OutputOption,
  value: unknown,
  sentence: () => string,
): void {
  writeAnswer(io, options, value, () => (io.isQuiet ? '' : sentence()));
}

function answerFormat(io: CliIo, { output }: OutputOption): AnswerFormat {
  return output ?? byReader(io);
}

function byReader({ output }: CliIo): StreamFormat {
  return output.isTerminal ? 'table' : 'json';
}
