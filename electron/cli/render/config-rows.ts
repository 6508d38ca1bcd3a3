/** Settings and limits as lines: value with its unit, default, and what it is for. */
import { enConfigWords, enTableHeads } from '../../contract/messages/en-cli.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { SettingKind } from '../../contract/setting-values.ts';
import { renderTable } from './table.ts';

export interface ConfigRow {
  readonly name: string;
  readonly value: number | string | null;
  readonly unit: string;
  /** Without a value of its own. */
  readonly default: number | string | null;
  readonly isChanged: boolean;
  readonly allowed: SettingKind;
  readonly about: string;
}

export function renderConfigList(rows: readonly ConfigRow[]): string {
  const { setting, value, fallback, allowed, about } = enTableHeads;
  const lines = rows.map((row) => [
    row.name,
    shown(row.value, row.unit),
    row.isChanged ? shown(row.default, row.unit) : '',
    allowedText(row.allowed),
    row.about,
  ]);
  return renderTable([[setting, value, fallback, allowed, about], ...lines]);
}

/** `50 (changed, default 1000)` */
export function renderConfigValue({ value, unit, isChanged, default: fallback }: ConfigRow): string {
  const text = shown(value, unit);
  if (!isChanged) return fillText(enConfigWords.unchanged, { value: text });
  return fillText(enConfigWords.changed, { value: text, fallback: shown(fallback, unit) });
}

function allowedText(kind: SettingKind): string {
  if (kind.kind === 'number') return `${kind.min}-${kind.max}`;
  return kind.kind === 'choice' ? kind.choices.join('|') : '';
}

function shown(value: number | string | null, unit: string): string {
  if (value === null || value === '') return enConfigWords.none;
  return unit === '' ? String(value) : `${value} ${unit}`;
}
