/**
 * Settings and limits as texts that people type and read: which values each may have, and what is wrong with another.
 * Pure; the limits themselves are those of the schema.
 */
import { z } from 'zod';
import { limitNames, settingOfLimit, type LimitName } from './effective-limits.ts';
import type { ErrorData, ErrorDetails } from './errors.ts';
import { settingsShape, type SettingName, type SettingsChange } from './settings.ts';

export type SettingKind =
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'text' };

export function settingKind(name: SettingName): SettingKind {
  const schema: z.ZodType = settingsShape[name];
  if (schema instanceof z.ZodNumber)
    return { kind: 'number', min: schema.minValue ?? 0, max: schema.maxValue ?? Number.MAX_SAFE_INTEGER };
  if (schema instanceof z.ZodEnum) return { kind: 'choice', choices: schema.options.map(String) };
  return { kind: 'text' };
}

/** For HCM1062: the name, and what would be allowed. */
export function settingLimits(name: SettingName): ErrorDetails {
  const kind = settingKind(name);
  if (kind.kind === 'number') return { name, min: kind.min, max: kind.max };
  return kind.kind === 'choice' ? { name, choices: kind.choices.join(', ') } : { name };
}

export type SettingReading =
  | { readonly ok: true; readonly value: number | string }
  | { readonly ok: false; readonly problem: ErrorData };

/** A value as it was typed. */
export function readSettingText(name: SettingName, text: string): SettingReading {
  const trimmed = text.trim();
  const isNumber = settingKind(name).kind === 'number';
  const value = isNumber && /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
  const schema: z.ZodType = settingsShape[name];
  if (schema.safeParse(value).success) return { ok: true, value };
  return { ok: false, problem: { code: 'HCM1062', details: settingLimits(name) } };
}

/** One value, known to fit. */
export function settingChange(name: SettingName, value: number | string): SettingsChange {
  return { [name]: value };
}

/** A limit of one connection, under its own name. */
export function readLimitText(name: LimitName, text: string): SettingReading {
  const reading = readSettingText(settingOfLimit[name], text);
  if (reading.ok) return reading;
  return { ok: false, problem: { ...reading.problem, details: { ...reading.problem.details, name } } };
}

export function isLimitName(text: string): text is LimitName {
  return limitNames.some((name) => name === text);
}
