/** `--output json|table`, the same for every command that has it. */
import { Option } from 'commander';
import { enCliUsage } from '../contract/messages/en-cli.ts';
import type { CliIo } from './cli-io.ts';

export const outputFormats = ['json', 'table'] as const;

export type OutputFormat = (typeof outputFormats)[number];

export interface OutputOption {
  readonly output?: OutputFormat;
}

export function outputOption(): Option {
  return new Option('--output <format>', enCliUsage.output).choices(outputFormats);
}

/** People sit at terminals, scripts at pipes. */
export function chosenFormat(io: CliIo, { output }: OutputOption): OutputFormat {
  return output ?? (io.output.isTerminal ? 'table' : 'json');
}
