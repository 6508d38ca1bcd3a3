/** What one connection may use in fact: its own limits, and the host's settings where it has none. Pure. */
import type { ConnectionLimits } from './connection.ts';
import type { Settings } from './settings.ts';

export type LimitName = keyof ConnectionLimits;

export type EffectiveLimits = Readonly<Record<LimitName, number>>;

/** In the order in which they are shown; each with the setting that holds where a connection has no value of its own. */
export const settingOfLimit = {
  maxSessions: 'maxSessionsPerConnection',
  dialTimeoutSeconds: 'dialTimeoutSeconds',
  idleMinutes: 'idleMinutes',
  halfCloseMinutes: 'halfCloseMinutes',
  kilobytesPerSecond: 'kilobytesPerSecondPerConnection',
} as const satisfies Record<LimitName, keyof Settings>;

export const limitNames = Object.keys(settingOfLimit) as readonly LimitName[];

export function effectiveLimits(own: ConnectionLimits, settings: Settings): EffectiveLimits {
  const entries = limitNames.map((name) => [name, own[name] ?? settings[settingOfLimit[name]]] as const);
  return Object.fromEntries(entries) as EffectiveLimits;
}
