/**
 * What `hcm run` writes: its log into the data folder, and the same lines on the output when a program reads it. On a
 * terminal a person reads instead, so there only sentences stand.
 */
import type { EventPayload } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { cliSentenceTexts } from '../contract/messages/texts/cli.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { endpointStatusWord, secondLine, statusWord } from '../contract/messages/messages.ts';
import type { LogLevel } from '../contract/default-settings.ts';
import { FileSink } from '../engine/log/file-sink.ts';
import { lineLogger, type LineLogger } from '../engine/log/line-logger.ts';
import { LogTail } from '../engine/log/log-tail.ts';
import { logFileName } from '../engine/log/open-log.ts';
import type { SecretRegister } from '../engine/log/secret-register.ts';
import type { CliIo } from './cli-io.ts';
import type { LogFormat } from './log-format.ts';
import { prettyLogLine } from './render/pretty-log-line.ts';
import { printable } from './render/table.ts';

export interface RunLog {
  readonly logger: LineLogger;
  /** The last lines, exactly as the file gets them: for windows that attach. */
  readonly tail: LogTail;
  /** The next line opens the file anew. */
  reopen(): void;
  /** One line whatever the level: ready, stopped. */
  announce(message: string, fields: Readonly<Record<string, string | number>>, sentence: string): void;
  close(): Promise<void>;
}

export interface RunLogOptions {
  readonly folder: string;
  readonly level: LogLevel;
  /** Said for this run: no setting changes it. */
  readonly isLevelFixed?: boolean;
  readonly secrets: SecretRegister;
  readonly format: LogFormat;
}

export function openRunLog(io: CliIo, options: RunLogOptions): RunLog {
  const { folder, level, isLevelFixed = false, secrets, format } = options;
  const file = new FileSink({ folder, name: logFileName });
  const tail = new LogTail();
  const write = (line: string): void => {
    file.write(line);
    tail.take(line);
    if (format === 'json') io.output.write(line);
    else if (format === 'pretty') io.output.write(prettyLogLine(line));
  };
  const always = lineLogger(write, 'info', secrets);
  const logger = lineLogger(write, level, secrets);
  return {
    logger: isLevelFixed ? { ...logger, setLevel: () => undefined } : logger,
    tail,
    reopen: () => file.reopen(),
    announce: (message, fields, sentence) => {
      always.info(message, fields);
      if (format === 'sentences' && !io.isQuiet) io.output.write(`${printable(sentence)}\n`);
    },
    close: () => file.close(),
  };
}

/** Sentences for a person who watches: each change of a state's word, never of counters. */
export function tellChanges(
  io: CliIo,
  known: readonly ConnectionView[],
): (patch: EventPayload<'connections.patch'>) => void {
  const told = new Map(known.map((view) => [view.config.id, { name: view.config.name, words: '' }]));
  return ({ changed, removed }) => {
    if (io.isQuiet) return;
    for (const view of changed) {
      const { name } = view.config;
      const status = statusWord(view.azure.status);
      const endpointStatus = endpointStatusWord(view.endpoint.status);
      const words = `${status} ${endpointStatus}`;
      if (told.get(view.config.id)?.words === words) continue;
      told.set(view.config.id, { name, words });
      const line = secondLine(view, Date.now());
      io.output.write(
        `${printable(fillText(cliSentenceTexts.changed, { name, status, endpointStatus, line }))}\n`,
      );
    }
    for (const id of removed) {
      const name = told.get(id)?.name;
      told.delete(id);
      if (name !== undefined)
        io.output.write(`${fillText(cliSentenceTexts.removedWhileRunning, { name })}\n`);
    }
  };
}
