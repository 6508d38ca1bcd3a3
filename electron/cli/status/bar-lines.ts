/** The window's bars as lines: what concerns all connections or several of them, worst first. Pure. */
import type { HostInfo } from '../../contract/api.ts';
import type { ErrorData } from '../../contract/errors.ts';
import type { HealthItem } from '../../contract/health.ts';
import { enCliNext } from '../../contract/messages/en-cli.ts';
import { enStatusSentences } from '../../contract/messages/en-cli-status.ts';
import { enHealthBar } from '../../contract/messages/en-health.ts';
import { enBars } from '../../contract/messages/en-window.ts';
import { healthBars } from '../../contract/messages/health-bar.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { describeError } from '../../contract/messages/messages.ts';
import { printable } from '../render/table.ts';

/** More would push the table out of sight, as in the window. */
const maxBars = 2;

export interface BarFacts {
  readonly info: HostInfo | null;
  /** Why no host answers; null while one does. */
  readonly problem: ErrorData | null;
  readonly items: readonly HealthItem[];
}

export function barLines({ info, problem, items }: BarFacts): readonly string[] {
  const ofHost =
    problem === null ? [] : [fillText(enStatusSentences.error, { text: hostText(info, problem) })];
  const ofHealth = healthBars(items).map(({ intent, text }) => fillText(enStatusSentences[intent], { text }));
  const all = [...ofHost, ...ofHealth].map(printable);
  const more = all.length - maxBars;
  return more > 0 ? [...all.slice(0, maxBars), fillText(enHealthBar.more, { count: more })] : all;
}

function hostText(info: HostInfo | null, problem: ErrorData): string {
  if (problem.code === 'HCM5001') return info === null ? enBars.noHost : enBars.ended;
  if (problem.code === 'HCM5005') return enBars.notAnswering;
  const { title, next } = describeError(problem);
  return fillText(enBars.problem, { title, next: enCliNext[problem.code] ?? next });
}

/** Lines of at most `width`, broken between words. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((one) => one.slice(0, Math.max(1, width)));
}
