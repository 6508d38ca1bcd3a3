/**
 * A logger that makes one JSON line of each call and hands it, redacted, to a sink. Redaction is the last step, so that
 * no field, error text or nested object can bring a secret past it.
 *
 * Invariant: no call throws or waits, whatever is logged and whatever the sink does.
 */
import { pino, stdTimeFunctions, type Logger as Pino } from 'pino';
import { logLevels, type LogLevel } from '../../contract/default-settings.ts';
import { toLogFields } from './log-fields.ts';
import type { LogFields, Logger } from './logger.ts';
import { redact } from './redact.ts';
import type { SecretRegister } from './secret-register.ts';

/** Takes lines that end in a newline. Must not throw. */
export type LineSink = (line: string) => void;

export interface LineLogger extends Logger {
  /** For this logger and all its children, at once. */
  setLevel(level: LogLevel): void;
}

/** A longer line is replaced by one that says so: cutting it would leave half an escape or half a secret. */
const maxLineLength = 65_536;

interface Shared {
  level: LogLevel;
}

export function lineLogger(sink: LineSink, level: LogLevel, secrets: SecretRegister): LineLogger {
  const write = (line: string): void => {
    if (line.length <= maxLineLength) sink(redact(line, secrets));
    else
      sink(
        `${JSON.stringify({ level: 'warn', message: 'a line too long was left out', length: line.length })}\n`,
      );
  };
  const root = pino(
    {
      // Levels are compared here, because pino's children keep the level that they were made with.
      level: 'trace',
      base: null,
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      depthLimit: 6,
      edgeLimit: 100,
    },
    { write },
  );
  const shared: Shared = { level };
  return { ...wrap(root, shared), setLevel: (changed) => void (shared.level = changed) };
}

function wrap(lines: Pino, shared: Shared): Logger {
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (logLevels.indexOf(level) < logLevels.indexOf(shared.level)) return;
      try {
        lines[level](toLogFields(fields), message);
      } catch {
        // A getter or `toJSON` of what is logged threw: the line is lost, the work that logged it goes on.
      }
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => wrap(lines.child(toLogFields(fields)), shared),
  };
}
