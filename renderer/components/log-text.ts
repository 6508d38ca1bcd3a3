/** Lines of the log as text: on the screen by the clock of whoever reads, in a file with date and zone. Pure. */
import type { LogLine } from '../../electron/contract/log-line.ts';

/** What can be copied or saved at once, characters: the app takes no more. */
const maxTextLength = 4_000_000;

/** `14:05:51.204`. */
export function logTime(at: number): string {
  const then = new Date(at);
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  const time = [then.getHours(), then.getMinutes(), then.getSeconds()].map((value) => pad(value)).join(':');
  return `${time}.${pad(then.getMilliseconds(), 3)}`;
}

/** Level, message and fields; the same words on the screen and in a file. */
export function logWords({ level, message, fields }: LogLine): string {
  const words = `${level.toUpperCase().padEnd(5)} ${message}`;
  return fields === '' ? words : `${words} ${fields}`;
}

/** The newest lines that fit. */
export function logText(lines: readonly LogLine[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const line of lines.toReversed()) {
    const text = `${new Date(line.at).toISOString()} ${logWords(line)}\n`;
    length += text.length;
    if (length > maxTextLength) break;
    texts.push(text);
  }
  return texts.reverse().join('');
}
