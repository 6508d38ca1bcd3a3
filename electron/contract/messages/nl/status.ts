/** Dutch of `texts/status.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/status.ts';

export const azureWordTexts: Translated<typeof english.azureWordTexts> = {
  connected: 'Verbonden',
  connecting: 'Verbinden',
  notConnected: 'Niet verbonden',
  unauthorized: 'Niet geautoriseerd',
  notFound: 'Niet gevonden',
  blockedByPolicy: 'Geblokkeerd door beleid',
  keyNeeded: 'Sleutel nodig',
  cantStart: 'Kan niet starten',
  stopping: 'Stopt',
  stopped: 'Gestopt',
  discontinued: 'Beëindigd',
  unknown: 'Onbekend',
};

export const endpointWordTexts: Translated<typeof english.endpointWordTexts> = {
  reachable: 'Bereikbaar',
  unreachable: 'Niet bereikbaar',
  checking: 'Controleren',
  notChecked: 'Niet gecontroleerd',
};

export const azureLineTexts: Translated<typeof english.azureLineTexts> = {
  thisHostOnly: 'Alleen deze host',
  toAzureOnly: 'Alleen tot Azure',
  endpointNotChecked: 'Eindpunt nog niet gecontroleerd',
  connecting: 'Kanaal wordt geopend',
  retryAt: 'Opnieuw over {time}, poging {attempt}',
  retrying: 'Probeert opnieuw, poging {attempt}',
  retryingAtFirst: 'Probeert opnieuw',
  unauthorized: 'Azure weigert de sleutel',
  notFound: 'Weg of hernoemd in Azure',
  blockedByPolicy: 'Eindpunt niet op toegestane lijst',
  keyNeeded: 'Sleutel hier niet leesbaar',
  cantStart: 'Er ontbreekt iets',
  stopping: 'Wordt afgerond',
  stopped: 'Sinds {time}',
  discontinued: 'BizTalk, tot 31 mei 2018',
  unknown: 'Laatst bekend: {time}',
};

export const otherHostTexts: Translated<typeof english.otherHostTexts> = {
  one: 'Deze host en {count} andere',
  other: 'Deze host en {count} andere',
};

export const sessionsFinishingTexts: Translated<typeof english.sessionsFinishingTexts> = {
  one: '{count} sessie wordt afgerond',
  other: '{count} sessies worden afgerond',
};

export const sessionsFinishingInTexts: Translated<typeof english.sessionsFinishingInTexts> = {
  one: '{count} sessie wordt afgerond, nog {time}',
  other: '{count} sessies worden afgerond, nog {time}',
};

export const problemLineTexts: Translated<typeof english.problemLineTexts> = {
  HCM1050: 'CA-bestand niet bruikbaar',
  HCM2004: 'Geen netwerk',
  HCM2010: 'Certificaat niet vertrouwd',
  HCM2011: 'Certificaat van andere naam',
  HCM2012: 'Certificaat niet geldig',
  HCM2013: 'TLS komt niet tot stand',
  HCM2014: 'Antwoord niet van relay',
  HCM2020: 'Azure weigert de sleutel',
  HCM2021: 'Naamruimte blokkeert dit adres',
  HCM2022: 'Sleutel mist een recht',
  HCM2023: 'Weg of hernoemd in Azure',
  HCM2024: 'WebSockets komen er niet door',
  HCM2060: 'Naam van proxy onbekend',
  HCM2061: 'Proxy weigert de verbinding',
  HCM2062: 'Geen antwoord van proxy',
  HCM2063: 'Proxy niet bereikbaar',
  HCM2064: 'Proxy staat dit niet toe',
  HCM2065: 'Proxy vereist aanmelding',
  HCM2066: 'Proxy vereist andere aanmelding',
  HCM2067: 'Proxy weigert de aanmelding',
  HCM2068: 'Antwoord niet van proxy',
  HCM2069: 'Proxy bereikt Azure niet',
  HCM2070: 'Proxyinstelling niet bruikbaar',
  HCM2071: 'SOCKS niet ondersteund',
  HCM2072: 'TLS met proxy mislukt',
  HCM2073: 'TLS wordt onderweg onderschept',
  HCM2029: ['Klok wijkt {skewMinutes} min af', 'Klok wijkt af'],
  HCM2041: 'Geen eindpunt in Azure',
  HCM2042: 'Eindpunt in Azure onleesbaar',
  HCM3101: 'Naam onbekend',
  HCM3102: 'Verbinding geweigerd',
  HCM3103: 'Geen route',
  HCM3104: ['Geen antwoord in {seconds} s', 'Geen antwoord'],
  HCM3105: 'Niet bereikbaar',
  HCM3106: 'Niet toegestaan op deze host',
  HCM3107: 'Te veel open bestanden',
  HCM4010: 'Sleutel hier niet leesbaar',
  HCM6004: 'Account moet opnieuw aanmelden',
  HCM6014: 'Account niet aangemeld',
  HCM6070: 'Rol Azure Relay Listener ontbreekt',
  HCM6071: 'Azure weigert het token',
  HCM4011: 'Sleutelbestand niet bruikbaar',
};

export const notCheckedLineTexts: Translated<typeof english.notCheckedLineTexts> = {
  stopped: 'Gestopt',
  blockedByPolicy: 'Geblokkeerd door beleid',
  discontinued: 'Beëindigd',
  notYet: 'Nog niet',
};

export const azureTooltipTexts: Translated<typeof english.azureTooltipTexts> = {
  connected: 'Azure levert sessies af bij deze host en het eindpunt antwoordt.',
  connecting: 'Deze host opent het kanaal naar Azure.',
  notConnected: [
    'Azure is niet bereikbaar: {problem}. Deze host probeert het zelf opnieuw.',
    'Azure is niet bereikbaar. Deze host probeert het zelf opnieuw.',
  ],
  unauthorized:
    'Azure weigert de sleutel van {name}. Waarschijnlijk is die opnieuw gegenereerd. Plak de nieuwe sleutel.',
  notFound: 'Azure heeft geen hybride verbinding {name} in {host}.',
  blockedByPolicy: 'Het beleid van de organisatie staat {name} niet toe.',
  keyNeeded:
    'De opgeslagen sleutel is met dit account of op deze computer niet leesbaar. Plak de sleutel opnieuw.',
  cantStart: ['{name} kan niet starten: {problem}.', '{name} kan niet starten.'],
  stopping: 'Geen nieuwe sessies; open sessies mogen worden afgerond.',
  stopped: 'Gestopt op deze host. Voor andere hosts verandert er niets.',
  discontinued: 'BizTalk Hybrid Connections wordt niet meer aangeboden.',
  unknown: 'De achtergrondhost antwoordt niet; de status is daarom niet bekend.',
};

export const connectedTooltipTexts: Translated<typeof english.connectedTooltipTexts> = {
  endpointUnreachable:
    'Azure levert sessies af bij deze host, maar die kan ze niet doorgeven aan het eindpunt.',
  endpointNotChecked: 'Azure levert sessies af bij deze host. Het eindpunt is nog niet gecontroleerd.',
};

export const momentWordTexts: Translated<typeof english.momentWordTexts> = {
  yesterday: 'gisteren',
  weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
  months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  thisWeek: '{day} {time}',
  dated: '{day} {month} {year}, {time}',
};
