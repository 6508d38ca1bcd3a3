/** Dutch of `texts/proxy.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/proxy.ts';

export const proxyUsageTexts: Translated<typeof english.proxyUsageTexts> = {
  proxy: 'De proxy naar Azure weergeven of instellen; wijzigingen gelden vanaf de volgende verbinding',
  mode: 'system: volgens deze computer; none: rechtstreeks; manual: de proxy van --url',
  url: 'http://host:port of https://host:port, met user@ als de proxy een aanmelding vereist',
  bypass:
    'relays die zonder de proxy worden bereikt: namen, *.suffix, adressen, netwerken (10.0.0.0/8), <local>, gescheiden door komma’s',
  password: 'wachtwoord van die gebruiker: - leest het van de standaardinvoer of vraagt erom in een terminal',
  passwordFile: 'wachtwoord uit een bestand lezen',
  forgetPassword: 'wachtwoord vergeten',
};

export const proxySentenceTexts: Translated<typeof english.proxySentenceTexts> = {
  promptPassword: 'Wachtwoord van de proxy (blijft onzichtbaar):',
  passwordSource: 'Geef een wachtwoord op met --password - of --password-file, nooit als argument.',
};

export const proxyLabelTexts: Translated<typeof english.proxyLabelTexts> = {
  mode: 'Proxy',
  url: 'Adres',
  password: 'Wachtwoord',
  bypass: 'Zonder proxy',
};

export const proxyValueTexts: Translated<typeof english.proxyValueTexts> = {
  kept: 'verzegeld bewaard',
  noPassword: 'geen',
};

export const proxyModeTexts: Translated<typeof english.proxyModeTexts> = {
  system: 'system (volgens deze computer)',
  none: 'none (geen)',
  manual: 'manual (handmatig)',
};
