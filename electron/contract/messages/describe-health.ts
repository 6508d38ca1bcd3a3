/** Turns a health item into what a person reads. Never fails, whatever its details hold or lack. */
import type { HealthItem } from '../health.ts';
import { shownDetails } from './describe-error.ts';
import { healthTexts } from './texts/health.ts';
import { fillText } from './message-text.ts';

export interface HealthDescription {
  /** What is wrong; no full stop. */
  readonly title: string;
  readonly cause: string;
  readonly next: string;
}

export function describeHealth({ code, details }: Pick<HealthItem, 'code' | 'details'>): HealthDescription {
  const { title, cause, next } = healthTexts[code];
  const shown = shownDetails(details);
  return { title: fillText(title, shown), cause: fillText(cause, shown), next: fillText(next, shown) };
}
