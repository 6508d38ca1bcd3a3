/** What counts while nobody has set anything. Without the schemas, which a page doesn't need to be drawn. */
import type { Settings } from './settings.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

export type LogLevel = (typeof logLevels)[number];

export const defaultSettings: Settings = {
  drainSeconds: 60,
  dialTimeoutSeconds: 20,
  halfCloseMinutes: 5,
  idleMinutes: 0,
  maxSessionsPerConnection: 1000,
  maxSessions: 5000,
  kilobytesPerSecondPerConnection: 0,
  kilobytesPerSecond: 0,
  endpointCheckMinutes: 15,
  proxyMode: 'system',
  proxyUrl: null,
  proxyBypass: '',
  extraCaFile: null,
  httpAddress: '',
  azureCloud: 'public',
  azureClientId: null,
  azureTenant: null,
  azureAuthority: null,
  azureArm: null,
  azureRelaySuffix: null,
  updateMode: 'notify',
  updateChannel: 'stable',
  updateFeed: null,
  logLevel: 'info',
};
