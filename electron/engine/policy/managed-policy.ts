/**
 * Which settings a policy sets. Pure. Each value is judged alone: a bad one is named and passed over, the good ones hold.
 * A policy of a newer format, or one that is none at all, sets nothing.
 */
import { HcmError } from '../../contract/errors.ts';
import { settingLimits } from '../../contract/setting-values.ts';
import { settingNames, settingsShape, type SettingsChange } from '../../contract/settings.ts';
import type { FoundPolicy } from './managed-source.ts';

export interface ManagedPolicy {
  /** Who set it, else where it lies. */
  readonly by: string;
  readonly settings: SettingsChange;
  /** HCM6102: what of it doesn't count. */
  readonly problems: readonly HcmError[];
}

const formatVersion = 1;
const maxByLength = 512;
/** Of a policy with more of them the rest isn't named. */
const maxProblems = 50;

/** Parts that this version knows. Policies for other things than settings stand beside `settings`. */
const knownParts: readonly string[] = ['version', 'by', 'settings'];

/** @throws HcmError HCM6103 */
export function readManagedPolicy({ from, document }: FoundPolicy): ManagedPolicy {
  const refuse = (reason: string): never => {
    throw new HcmError('HCM6103', { file: from, reason });
  };
  if (!isRecord(document)) return refuse('not-an-object');
  const { version, by: author, settings = {} } = document;
  if (typeof version === 'number' && version > formatVersion) return refuse('newer');
  if (version !== formatVersion) return refuse('no-version');
  if (!isRecord(settings)) return refuse('no-settings');

  const problems: HcmError[] = [];
  const report = (name: string, reason: string, more = {}): void => {
    if (problems.length < maxProblems)
      problems.push(new HcmError('HCM6102', { file: from, reason, ...more, name: name.slice(0, 100) }));
  };
  for (const part of Object.keys(document)) if (!knownParts.includes(part)) report(part, 'unknown');
  const isNamed = typeof author === 'string' && author.trim() !== '' && author.length <= maxByLength;
  if (author !== undefined && !isNamed) report('by', 'value');

  const holding: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings)) {
    const known = settingNames.find((one) => one === name);
    if (known === undefined) {
      report(name, 'unknown');
      continue;
    }
    const fitting = fittingOf(known, value);
    if (fitting === undefined) report(name, 'value', settingLimits(known));
    else holding[name] = fitting;
  }
  return { by: isNamed ? author.trim() : from.slice(0, maxByLength), settings: holding, problems };
}

/** The registry has no null: an empty text stands for it where only that fits. */
function fittingOf(name: keyof typeof settingsShape, value: unknown): unknown {
  for (const candidate of value === '' ? ['', null] : [value]) {
    const read = settingsShape[name].safeParse(candidate);
    if (read.success) return read.data;
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
