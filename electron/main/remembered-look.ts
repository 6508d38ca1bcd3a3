/**
 * As much of `window.json` as the window has to have before what reads that file is there. Anything odd counts as unset:
 * `window-state.ts` reads the file in full a moment later, and says what is wrong with it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { themeChoices, type ThemeChoice } from '../contract/default-preferences.ts';
import type { Rectangle } from './window-bounds.ts';

export interface RememberedLook {
  readonly bounds: Rectangle | null;
  readonly theme: ThemeChoice;
}

/** Of the file; it holds some hundred. */
const maxCharacters = 100_000;
const sides = ['x', 'y', 'width', 'height'] as const;

export function rememberedLook(folder: string): RememberedLook {
  const { bounds, preferences } = fieldsOf(contentOf(join(folder, 'window.json')));
  const { theme } = fieldsOf(preferences);
  return { bounds: rectangleOf(bounds), theme: themeChoices.find((one) => one === theme) ?? 'system' };
}

function contentOf(path: string): unknown {
  try {
    const text = readFileSync(path, 'utf8');
    return text.length > maxCharacters ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function rectangleOf(value: unknown): Rectangle | null {
  const fields = fieldsOf(value);
  const [x, y, width, height] = sides.map((side) => fields[side]);
  return isPixels(x) && isPixels(y) && isPixels(width) && isPixels(height) ? { x, y, width, height } : null;
}

function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 100_000;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
