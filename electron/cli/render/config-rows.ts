/** Settings and limits as lines: value with its unit, default, and what it is for. */
import { configWordTexts, tableHeadTexts } from '../../contract/messages/texts/cli.ts';
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
  /** Who has set it for this computer, so that nobody changes it here. */
  readonly managedBy: string | null;
  readonly allowed: SettingKind;
  readonly about: string;
}

export function renderConfigList(rows: readonly ConfigRow[]): string {
  const { setting, value, fallback, allowed, about } = tableHeadTexts;
  const lines = rows.map((row) => [
    row.name,
    shown(row.value, row.unit),
    standsInFor(row),
    allowedText(row.allowed),
    row.about,
  ]);
  return renderTable([[setting, value, fallback, allowed, about], ...lines]);
}

/** `50 (changed, default 1000)` */
export function renderConfigValue(row: ConfigRow): string {
  const { value, unit, isChanged, managedBy, default: fallback } = row;
  const text = shown(value, unit);
  if (managedBy !== null) return fillText(configWordTexts.managed, { value: text, by: managedBy });
  if (!isChanged) return fillText(configWordTexts.unchanged, { value: text });
  return fillText(configWordTexts.changed, { value: text, fallback: shown(fallback, unit) });
}

function standsInFor({ managedBy, isChanged, default: fallback, unit }: ConfigRow): string {
  if (managedBy !== null) return fillText(configWordTexts.setBy, { by: managedBy });
  return isChanged ? shown(fallback, unit) : '';
}

function allowedText(kind: SettingKind): string {
  if (kind.kind === 'number') return `${kind.min}-${kind.max}`;
  return kind.kind === 'choice' ? kind.choices.join('|') : '';
}

function shown(value: number | string | null, unit: string): string {
  if (value === null || value === '') return configWordTexts.none;
  return unit === '' ? String(value) : `${value} ${unit}`;
}
