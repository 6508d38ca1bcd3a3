/** Dutch of `texts/settings.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/settings.ts';

export const settingUnitTexts: Translated<typeof english.settingUnitTexts> = {
  drainSeconds: 's',
  dialTimeoutSeconds: 's',
  halfCloseMinutes: 'min',
  idleMinutes: 'min',
  kilobytesPerSecondPerConnection: 'kB/s',
  kilobytesPerSecond: 'kB/s',
  endpointCheckMinutes: 'min',
};

export const settingTexts: Translated<typeof english.settingTexts> = {
  drainSeconds: 'tijd voor open sessies om af te ronden als een verbinding of de host stopt; 0: geen',
  dialTimeoutSeconds: 'tijd voor een eindpunt om te antwoorden',
  halfCloseMinutes: 'tijd voor een sessie die één kant heeft beëindigd en waarin niets meer gebeurt',
  idleMinutes: 'tijd voor een sessie zonder verkeer; 0: onbeperkt',
  maxSessionsPerConnection: 'gelijktijdige sessies van één verbinding',
  maxSessions: 'gelijktijdige sessies van alle verbindingen samen',
  kilobytesPerSecondPerConnection: 'bandbreedte per richting van één verbinding; 0: onbeperkt',
  kilobytesPerSecond: 'bandbreedte per richting van alle verbindingen samen; 0: onbeperkt',
  endpointCheckMinutes: 'tijd tussen controles van een eindpunt; 0: geen controles',
  proxyMode: 'waar de proxy naar Azure vandaan komt',
  proxyUrl: 'proxy van de modus manual',
  proxyBypass: 'relays die zonder de proxy worden bereikt',
  extraCaFile: 'PEM-bestand met extra CA’s die voor relays worden vertrouwd; gelezen als de host start',
  httpAddress: 'waar de host antwoordt voor bewaking, bijvoorbeeld 127.0.0.1:9464; gelezen als de host start',
  azureCloud: 'cloud om aan te melden; custom: die van azureAuthority, azureArm en azureRelaySuffix',
  azureClientId: 'id van de app waarbij gebruikers zich aanmelden; zonder deze de openbare van de Azure CLI',
  azureTenant:
    'tenant waarbij gebruikers zich aanmelden, GUID of domein; zonder deze die van elke organisatie',
  azureAuthority: 'aanmeldadres van een aangepaste cloud, bijvoorbeeld https://login.example.net',
  azureArm: 'Azure Resource Manager van een aangepaste cloud, bijvoorbeeld https://management.example.net',
  azureRelaySuffix: 'waarop hosts van naamruimten in een aangepaste cloud eindigen',
  updateMode: 'notify: eenmaal per dag wordt naar nieuwere versies gezocht; off: nooit',
  updateChannel: 'preview: ook versies die nog niet stabiel zijn',
  updateFeed: 'map van de eigen feed met versies van uw organisatie, zoals https://updates.example.net/hcm/',
  logLevel: 'wat het logboek bewaart; gelezen als de host start',
};

export const limitTexts: Translated<typeof english.limitTexts> = {
  maxSessions: 'gelijktijdige sessies',
  dialTimeoutSeconds: 'tijd voor het eindpunt om te antwoorden',
  idleMinutes: 'tijd voor een sessie zonder verkeer; 0: onbeperkt',
  halfCloseMinutes: 'tijd voor een sessie die één kant heeft beëindigd en waarin niets meer gebeurt',
  kilobytesPerSecond: 'bandbreedte per richting; 0: onbeperkt',
};
