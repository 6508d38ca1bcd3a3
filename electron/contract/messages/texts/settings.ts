/** English texts of the host's settings and the limits of connections: their units, and what each is for. */
import { localised } from '../localised.ts';
import type { LimitName } from '../../effective-limits.ts';
import type { SettingName } from '../../settings.ts';

/** Behind a number; none where the number says it all. */
export const settingUnitTexts: Readonly<Partial<Record<SettingName | LimitName, string>>> = localised({
  drainSeconds: 's',
  dialTimeoutSeconds: 's',
  halfCloseMinutes: 'min',
  idleMinutes: 'min',
  kilobytesPerSecondPerConnection: 'kB/s',
  kilobytesPerSecond: 'kB/s',
  endpointCheckMinutes: 'min',
});

export const settingTexts: Readonly<Record<SettingName, string>> = localised({
  drainSeconds: 'time for open sessions to finish when a connection or the host stops; 0: none',
  dialTimeoutSeconds: 'time for an endpoint to answer',
  halfCloseMinutes: 'time for a session that one side ended and nothing moves in',
  idleMinutes: 'time for a session that carries nothing; 0: for ever',
  maxSessionsPerConnection: 'sessions at once of one connection',
  maxSessions: 'sessions at once of all connections together',
  kilobytesPerSecondPerConnection: 'bandwidth each way of one connection; 0: as fast as it goes',
  kilobytesPerSecond: 'bandwidth each way of all connections together; 0: as fast as it goes',
  endpointCheckMinutes: 'time between looks at an endpoint; 0: none',
  proxyMode: 'where the proxy to Azure comes from',
  proxyUrl: 'proxy of the mode manual',
  proxyBypass: 'relays that are dialled past the proxy',
  extraCaFile: 'PEM file of further CAs that are trusted for relays; read when the host starts',
  httpAddress: 'where the host answers monitoring, such as 127.0.0.1:9464; read when the host starts',
  azureCloud: 'cloud to sign in to; custom: the one at azureAuthority, azureArm and azureRelaySuffix',
  azureClientId: 'id of the app that people sign in to; without it the public one of the Azure CLI',
  azureTenant: 'tenant that people sign in to, GUID or domain; without it any organization’s',
  azureAuthority: 'sign-in of a custom cloud, such as https://login.example.net',
  azureArm: 'Azure Resource Manager of a custom cloud, such as https://management.example.net',
  azureRelaySuffix: 'what hosts of namespaces end in, in a custom cloud',
  updateMode: 'notify: newer versions are looked for once a day; off: never',
  updateChannel: 'preview: releases before they are stable, too',
  updateFeed: 'folder of your organization’s own feed of releases, such as https://updates.example.net/hcm/',
  logLevel: 'what the log keeps; read when the host starts',
});

export const limitTexts: Readonly<Record<LimitName, string>> = localised({
  maxSessions: 'sessions at once',
  dialTimeoutSeconds: 'time for the endpoint to answer',
  idleMinutes: 'time for a session that carries nothing; 0: for ever',
  halfCloseMinutes: 'time for a session that one side ended and nothing moves in',
  kilobytesPerSecond: 'bandwidth each way; 0: as fast as it goes',
});
