/**
 * Settings of the host: their limits and defaults. A value outside its limits never takes the others down: it falls back
 * to its default and is named. Keys that this version doesn't know are kept, so that a newer version finds them again.
 */
import { z } from 'zod';
import { azureClouds, tenantSchema } from './azure-place.ts';
import { defaultSettings, logLevels } from './default-settings.ts';
import { readHost } from './host-name.ts';
import { parseHostPort } from './host-port.ts';
import { readHttpAddress } from './http-address.ts';
import { isFeedAddress } from './feed-address.ts';
import { updateChannels, updateModes } from './update-choices.ts';
import { bypassEntries, isBypassEntry, proxyModes, readProxySetting } from './proxy-setting.ts';

/** Of a custom cloud: `https://host` or `https://host:port`, nothing behind it. */
const origin = z
  .string()
  .max(300)
  .refine((text) => isSecureOrigin(text));

export const settingsShape = {
  /** How long open sessions may finish when a connection stops. 0 closes them at once. */
  drainSeconds: z.int().min(0).max(3600),
  /** How long an endpoint may take to answer; the relay lets an app wait 30 s in all. */
  dialTimeoutSeconds: z.int().min(1).max(25),
  /** How long a session may stay closed in one direction. */
  halfCloseMinutes: z.int().min(1).max(1440),
  /** How long a session may carry nothing in either direction. 0: for ever. */
  idleMinutes: z.int().min(0).max(10_080),
  maxSessionsPerConnection: z.int().min(1).max(100_000),
  /** Of all connections together. */
  maxSessions: z.int().min(1).max(100_000),
  /** Each way, 1 kB = 1000 bytes, for all sessions of one connection together. 0: as fast as it goes. */
  kilobytesPerSecondPerConnection: z.int().min(0).max(100_000_000),
  /** Each way, for all sessions of the host together. 0: as fast as it goes. */
  kilobytesPerSecond: z.int().min(0).max(100_000_000),
  /** How often an endpoint is tried between sessions. 0: not at all. */
  endpointCheckMinutes: z.int().min(0).max(1440),
  proxyMode: z.enum(proxyModes),
  /** Of the mode `manual`: `http://host:port` or `https://host:port`, perhaps with `user@`; never with a password. */
  proxyUrl: z
    .string()
    .max(1024)
    .refine((text) => readProxySetting(text).ok)
    .nullable(),
  /** Relays that are dialled past the proxy, in the modes `system` and `manual`. */
  proxyBypass: z
    .string()
    .max(4096)
    .refine((list) => bypassEntries(list).every(isBypassEntry)),
  /** PEM file with further CAs that are trusted for relays. */
  extraCaFile: z.string().min(1).max(4096).nullable(),
  /** Where `hcm run` answers monitoring: an address of this computer alone and a port, or empty for not at all. */
  httpAddress: z
    .string()
    .max(64)
    .refine((text) => text === '' || readHttpAddress(text)?.isLoopback === true),
  /** Where signing in, subscriptions and namespaces are. `custom`: by the three addresses below. */
  azureCloud: z.enum(azureClouds),
  /** App that people sign in to; null: the public one of the Azure CLI. */
  azureClientId: z.uuid().nullable(),
  /** Tenant that people sign in to; null: any organisation's. */
  azureTenant: tenantSchema.nullable(),
  azureAuthority: origin.nullable(),
  azureArm: origin.nullable(),
  /** Of the hosts of namespaces. */
  azureRelaySuffix: z
    .string()
    .max(253)
    .refine((text) => readHost(text).ok)
    .nullable(),
  /** Whether newer versions are looked for, once a day. */
  updateMode: z.enum(updateModes),
  updateChannel: z.enum(updateChannels),
  /** Folder of an organization's own feed: `https://host/…/`; null: the project's. Its files need the same signature. */
  updateFeed: z
    .string()
    .max(1024)
    .refine((text) => isFeedAddress(text))
    .nullable(),
  logLevel: z.enum(logLevels),
} as const;

export const settingsSchema = z.strictObject(settingsShape);

/** For calls that change some settings. */
export const settingsChangeSchema = settingsSchema.partial();

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;

export type SettingName = keyof Settings;

export const settingNameSchema = settingsSchema.keyof();

export const settingNames = Object.keys(settingsShape) as readonly SettingName[];

export interface SettingsReading {
  readonly settings: Settings;
  /** Names whose stored value was outside its limits; their defaults are in force. */
  readonly outside: readonly SettingName[];
}

/** Effective settings from what was stored: defaults, overlaid by every stored value within its limits. */
export function readSettings(stored: Readonly<Record<string, unknown>>): SettingsReading {
  const outside = settingNames.filter(
    (name) => stored[name] !== undefined && !settingsShape[name].safeParse(stored[name]).success,
  );
  const usable = settingNames.filter((name) => stored[name] !== undefined && !outside.includes(name));
  const overlay = Object.fromEntries(usable.map((name) => [name, stored[name]]));
  return { settings: settingsSchema.parse({ ...defaultSettings, ...overlay }), outside };
}

function isSecureOrigin(text: string): boolean {
  const place = /^https:\/\/([^/?#@]+)\/?$/.exec(text)?.[1] ?? '';
  return readHost(place).ok || parseHostPort(place).ok;
}
