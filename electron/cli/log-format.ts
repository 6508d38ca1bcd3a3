/**
 * What `hcm run` writes to its output, from `--log-format`, `--log-level` and `--output`: lines of JSON where a program
 * reads, sentences where a person does, and the log's lines for people where they asked for the log.
 */
import { Option } from 'commander';
import { cliServiceTexts } from '../contract/messages/texts/cli-service.ts';
import { logLevels, type LogLevel } from '../contract/default-settings.ts';
import type { CliIo } from './cli-io.ts';
import { streamFormat, type StreamOption } from './output-format.ts';
import { wrongUse } from './wrong-use.ts';

const logFormats = ['json', 'pretty'] as const;

export type LogFormat = (typeof logFormats)[number] | 'sentences';

export interface LogOptions extends StreamOption {
  readonly logFormat?: (typeof logFormats)[number];
  readonly logLevel?: LogLevel;
}

export function logFormatOption(): Option {
  return new Option('--log-format <format>', cliServiceTexts.logFormat).choices(logFormats);
}

export function logLevelOption(): Option {
  return new Option('--log-level <level>', cliServiceTexts.logLevel).choices(logLevels);
}

/** @throws HcmError HCM1060 when two options say different things. */
export function logFormat(io: CliIo, { logFormat: asked, logLevel, output }: LogOptions): LogFormat {
  if (asked !== undefined && output !== undefined && (asked === 'json') !== (output === 'json')) {
    throw wrongUse('contradiction', { name: '--log-format' });
  }
  if (asked !== undefined) return asked;
  if (streamFormat(io, output === undefined ? {} : { output }) === 'json') return 'json';
  // Whoever names a level wants to see the log.
  return logLevel === undefined ? 'sentences' : 'pretty';
}
