/**
 * Which health items concern more than one row of the list, and how they are said in one line: bars above the table, and
 * what a screen reader hears. Pure.
 */
import { errorTable } from '../errors.ts';
import type { HealthItem } from '../health.ts';
import { healthTable, type HealthCode } from '../health-table.ts';
import { namespaceOf } from '../connection-row.ts';
import { describeError } from './describe-error.ts';
import { describeHealth } from './describe-health.ts';
import { healthBarTexts, healthBarsTexts } from './texts/health.ts';
import { fillCounted, fillText } from './message-text.ts';
import { lowerFirst } from './join-texts.ts';

export interface HealthBar {
  /** The same as long as it means the same. */
  readonly key: string;
  readonly intent: 'error' | 'warning';
  readonly text: string;
}

/** Of the host as a whole. What concerns one connection stands in its row and details. */
const ofHost: readonly HealthCode[] = [
  'HCM8003',
  'HCM8020',
  'HCM8021',
  'HCM8022',
  'HCM8023',
  'HCM8024',
  'HCM8026',
];

/** In the order of the items; one that has no bar is left out. */
export function healthBars(items: readonly HealthItem[]): readonly HealthBar[] {
  return items.flatMap((item) => {
    const text = textOf(item);
    return text === null ? [] : [{ key: keyOf(item), intent: intentOf(item), text }];
  });
}

function textOf(item: HealthItem): string | null {
  const { code, affected, problem, details } = item;
  if (code === 'HCM8001') return fillCounted(healthBarsTexts.HCM8001, affected.length);
  if (code === 'HCM8002') {
    // One connection says it in its row.
    if (affected.length < 2 || problem === null) return null;
    const { next } = describeError(problem);
    // The bar has named the relay already.
    const { title } = describeError({ ...problem, details: { ...problem.details, host: '' } });
    const shown = { namespace: namespaceOf(String(details['host'] ?? '')), problem: lowerFirst(title), next };
    return errorTable[problem.code].severity === 'act'
      ? fillText(healthBarTexts.relayNeedsYou, shown)
      : fillCounted(healthBarsTexts.HCM8002, affected.length, shown);
  }
  return ofHost.includes(code) ? fillText(healthBarTexts.plain, { ...describeHealth(item) }) : null;
}

/** Red: you. Amber: the app is on it. */
function intentOf({ code, problem }: HealthItem): HealthBar['intent'] {
  if (code === 'HCM8001') return 'warning';
  if (code === 'HCM8002')
    return problem !== null && errorTable[problem.code].severity === 'act' ? 'error' : 'warning';
  return healthTable[code].severity === 'high' ? 'error' : 'warning';
}

function keyOf({ code, relay, connectionId, details }: HealthItem): string {
  return [code, relay ?? '', connectionId ?? '', String(details['file'] ?? '')].join(' ');
}
