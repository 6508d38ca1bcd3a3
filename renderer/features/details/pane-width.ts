/**
 * How wide the details are: remembered, from 400 px to 70 % of the window, changed by dragging, by keys, by the Widen
 * button, and set back by a double click. Pure; the handle and the pane read it.
 */
import { defaultPreferences } from '../../../electron/contract/default-preferences.ts';

export const usualWidthPx = defaultPreferences.detailsWidth;

const leastWidthPx = 400;
/** With the list beside it. Wider than that is what a small window shows anyway. */
const largestShare = 0.7;
/** Room for all columns of the sessions in a window of the usual size. */
const widenedShare = 0.52;

export interface WidthLimits {
  readonly least: number;
  readonly largest: number;
}

export function widthLimits(windowWidth: number): WidthLimits {
  return { least: leastWidthPx, largest: Math.max(leastWidthPx, Math.floor(windowWidth * largestShare)) };
}

export function limitWidth(width: number, windowWidth: number): number {
  const { least, largest } = widthLimits(windowWidth);
  return Math.min(largest, Math.max(least, Math.round(width)));
}

export function widenedWidth(windowWidth: number): number {
  return limitWidth(Math.max(windowWidth * widenedShare, usualWidthPx + 120), windowWidth);
}

export function isWidened(width: number, windowWidth: number): boolean {
  return width >= widenedWidth(windowWidth);
}

const stepPx = 16;

/** Width after a key on the handle; null when the key means nothing there. The pane is at the right: left is wider. */
export function widthAfterKey(key: string, width: number, windowWidth: number): number | null {
  const { least, largest } = widthLimits(windowWidth);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return limitWidth(width + stepPx, windowWidth);
    case 'ArrowRight':
    case 'ArrowDown':
      return limitWidth(width - stepPx, windowWidth);
    case 'Home':
      return least;
    case 'End':
      return largest;
    default:
      return null;
  }
}
