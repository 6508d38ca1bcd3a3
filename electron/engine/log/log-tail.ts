/**
 * The last lines of the host's log, for whoever looks at them in a window. Sits behind the redaction: it takes the very
 * lines that the log's sink gets, so that nothing can be read here that the file doesn't hold.
 *
 * Invariants: lines, the length of each and the size of an answer are bounded; numbers count from 1 and are never used
 * again; `fields` is JSON or empty.
 */
import { z } from 'zod';
import type { CallInput, CallOutput } from '../../contract/api.ts';
import type { LogLine } from '../../contract/log-line.ts';
import { logLevels, type LogLevel } from '../../contract/default-settings.ts';
import type { LineSink } from './line-logger.ts';

const maxLines = 2_000;
const maxFieldsLength = 4_000;
const maxMessageLength = 1_000;
/** Well below the longest line of the control socket. */
const maxAnswerLength = 1_000_000;

const lineSchema = z.looseObject({
  level: z.enum(logLevels),
  time: z.string().optional(),
  message: z.string(),
  connectionId: z.string().optional(),
});

interface KeptLine {
  readonly line: LogLine;
  readonly connectionId: string | undefined;
}

export class LogTail {
  readonly #now: () => number;
  /** Oldest first. */
  #lines: KeptLine[] = [];
  #latest = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Takes one redacted line, as a sink does. */
  readonly take: LineSink = (text) => {
    const parsed = lineSchema.safeParse(parseJson(text));
    if (!parsed.success) return;
    const { level, time, message, connectionId, ...others } = parsed.data;
    // Last: in the log of one connection it says nothing, and lines are wider than the pane.
    const fields = connectionId === undefined ? others : { ...others, connectionId };
    const at = Date.parse(time ?? '');
    this.#latest += 1;
    this.#lines.push({
      connectionId,
      line: {
        number: this.#latest,
        at: Number.isNaN(at) ? this.#now() : at,
        level,
        message: message.slice(0, maxMessageLength),
        fields: fieldsText(fields),
      },
    });
    // In steps: a shift with every line would move the whole list each time.
    if (this.#lines.length >= 2 * maxLines) this.#lines = this.#lines.slice(-maxLines);
  };

  /** The last `limit` lines that match; fewer when they are very long. */
  read({ after = 0, connectionId, level, limit }: CallInput<'log.tail'>): CallOutput<'log.tail'> {
    const lines: LogLine[] = [];
    let length = 0;
    for (const kept of this.#lines.slice(-maxLines).reverse()) {
      if (kept.line.number <= after || lines.length === limit) break;
      if (connectionId !== undefined && kept.connectionId !== connectionId) continue;
      if (level !== undefined && rank(kept.line.level) < rank(level)) continue;
      length += kept.line.message.length + kept.line.fields.length;
      if (length > maxAnswerLength) break;
      lines.push(kept.line);
    }
    return { lines: lines.reverse(), latest: this.#latest };
  }
}

function rank(level: LogLevel): number {
  return logLevels.indexOf(level);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole fields as long as there is room, so that it stays JSON; the names of the others are told. */
function fieldsText(fields: Readonly<Record<string, unknown>>): string {
  const whole = JSON.stringify(fields);
  if (whole === '{}') return '';
  if (whole.length <= maxFieldsLength) return whole;
  const kept: [string, unknown][] = [];
  let leftOut = 0;
  let length = 0;
  for (const [name, value] of Object.entries(fields)) {
    const cost = JSON.stringify({ [name]: value }).length;
    if (length + cost <= maxFieldsLength) {
      length += cost;
      kept.push([name, value]);
    } else leftOut += 1;
  }
  return JSON.stringify({ ...Object.fromEntries(kept), fieldsLeftOut: leftOut });
}
