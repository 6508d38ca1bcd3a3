/** A line of the log for people: time, level, message and fields in one row. Nothing in it can steer a terminal. Pure. */
import { z } from 'zod';
import { localTime } from './local-time.ts';
import { printable } from './table.ts';

const lineSchema = z.looseObject({ time: z.string().optional(), level: z.string(), message: z.string() });

const longestLevel = 'error'.length;

export function prettyLogLine(line: string): string {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) return `${printable(line)}\n`;
  const { time = '', level, message, ...fields } = parsed.data;
  // This computer’s time, as in hcm logs.
  const at = Date.parse(time);
  const moment = Number.isNaN(at) ? time : localTime(at);
  const told = Object.entries(fields).map(([name, value]) => `${name}=${valueText(value)}`);
  const head = [moment, level.toUpperCase().padEnd(longestLevel), message].filter((part) => part !== '');
  return `${printable([head.join(' '), ...told].join('  '))}\n`;
}

function valueText(value: unknown): string {
  if (typeof value === 'string' && /^[^\s"=]+$/.test(value)) return value;
  return JSON.stringify(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
