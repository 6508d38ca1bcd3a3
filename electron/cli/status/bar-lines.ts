/** The window's bars as lines: what concerns all connections or several of them, worst first. Pure. */
import type { HostInfo } from '../../contract/api.ts';
import type { ErrorData } from '../../contract/errors.ts';
import type { HealthItem } from '../../contract/health.ts';
import { cliNextTexts } from '../../contract/messages/texts/cli.ts';
import { statusSentenceTexts } from '../../contract/messages/texts/cli-status.ts';
import { healthBarTexts } from '../../contract/messages/texts/health.ts';
import { barTexts } from '../../contract/messages/texts/window.ts';
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
    problem === null ? [] : [fillText(statusSentenceTexts.error, { text: hostText(info, problem) })];
  const ofHealth = healthBars(items).map(({ intent, text }) =>
    fillText(statusSentenceTexts[intent], { text }),
  );
  const all = [...ofHost, ...ofHealth].map(printable);
  const more = all.length - maxBars;
  return more > 0 ? [...all.slice(0, maxBars), fillText(healthBarTexts.more, { count: more })] : all;
}

function hostText(info: HostInfo | null, problem: ErrorData): string {
  if (problem.code === 'HCM5001') return info === null ? barTexts.noHost : barTexts.ended;
  if (problem.code === 'HCM5005') return barTexts.notAnswering;
  const { title, next } = describeError(problem);
  return fillText(barTexts.problem, { title, next: cliNextTexts[problem.code] ?? next });
}
