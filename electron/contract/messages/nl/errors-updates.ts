/** Dutch of `texts/errors-updates.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-updates.ts';

export const updateErrorTexts: Translated<typeof english.updateErrorTexts> = {
  HCM5101: {
    title: 'Er is geen feed met releases bekend',
    cause: 'Deze build noemt er geen, en er is er geen ingesteld.',
    next: 'Vul bij Instellingen, Updates de feed van uw organisatie in.',
  },
  HCM5102: {
    title: 'De feed heeft geen release voor deze computer',
    cause: ['Op {url} staat niets.', 'Er is geen release van dit kanaal voor dit systeem.'],
    next: 'Controleer updateFeed en updateChannel, en wat er in die map is geplaatst.',
  },
  HCM5103: {
    title: ['De feed met releases op {host} is niet bereikbaar', 'De feed met releases is niet bereikbaar'],
    cause: ['{reason}', 'De verbinding komt niet tot stand.'],
    next: 'Controleer het netwerk en de proxy van deze host. De host vraagt het zelf opnieuw.',
    reasons: {
      name: 'De naam is niet bekend in DNS.',
      refused: 'De verbinding wordt geweigerd.',
      timeout: 'Er komt niet op tijd antwoord.',
      network: 'Vanaf deze host is er geen weg naartoe.',
      closed: 'De verbinding werd verbroken voordat alles binnen was.',
      tls: 'Er wordt niet met TLS geantwoord.',
      handshake: 'Er is geen TLS-versie met coderingssuite die beide kanten accepteren.',
    },
  },
  HCM5104: {
    title: 'Deze build accepteert geen releases',
    cause:
      'De build bevat geen sleutel waarmee releases worden ondertekend, en kan een echte release dus niet herkennen.',
    next: 'Installeer nieuwere versies handmatig, vanaf de plek waar deze vandaan komt.',
  },
  HCM5105: {
    title: ['{file} heeft geen handtekening', 'Een bestand van de feed heeft geen handtekening'],
    cause: 'Het bestand met de handtekening ontbreekt of is ongeldig. Er is niets gebruikt.',
    next: 'Meld het aan de beheerder van de feed: naast elk bestand hoort het bijbehorende .sig-bestand te staan.',
  },
  HCM5106: {
    title: [
      'De handtekening van {file} klopt niet',
      'De handtekening van een bestand van de feed klopt niet',
    ],
    cause: ['{reason} Er is niets gebruikt.', 'Er is niets gebruikt.'],
    next: 'Installeer niets van die plek. Meld het aan de beheerder van de feed.',
    reasons: {
      key: 'De handtekening is gezet met een sleutel die deze build niet kent.',
      bytes: 'Het bestand is na het ondertekenen gewijzigd, of als een ander bestand ondertekend.',
    },
  },
  HCM5107: {
    title: ['{file} van de feed is niet leesbaar', 'Een bestand van de feed is niet leesbaar'],
    cause: ['{reason}', 'De inhoud is niet wat deze versie verwacht.'],
    next: 'Meld het aan de beheerder van de feed. Blijft het zo, installeer de nieuwere versie dan handmatig.',
    reasons: {
      version: 'De versie heeft niet de vorm 1.2.3.',
      content: 'De inhoud is niet wat deze versie verwacht.',
    },
  },
  HCM5108: {
    title: 'Het antwoord van de feed is te groot',
    cause: ['{url} is groter dan een bestand van een feed ooit is.', 'Het is groter dan ooit nodig is.'],
    next: 'Controleer of updateFeed de map van een feed is.',
  },
  HCM5109: {
    title: 'De feed verwijst naar een adres dat deze host niet volgt',
    cause: ['{reason}', 'Alleen adressen met https worden gevolgd, hoogstens 3 achter elkaar.'],
    next: 'Stel updateFeed in op het werkelijke adres van de feed.',
    reasons: {
      scheme: '{url} verwijst naar een adres zonder https.',
      count: '{url} blijft doorverwijzen.',
    },
  },
  HCM5110: {
    title: ['De feed antwoordt met {status}', 'De feed antwoordt met een fout'],
    cause: ['{url} geeft niets anders.', 'Er komt niets anders.'],
    next: 'Probeer het later opnieuw. Blijft het zo, controleer dan updateFeed en of de feed aanmelding vereist.',
  },
  HCM5111: {
    title: [
      'Het certificaat van {host} wordt niet geaccepteerd',
      'Het certificaat van de feed wordt niet geaccepteerd',
    ],
    cause: ['{reason}', 'Deze host kan niet vaststellen of dit de feed is.'],
    next: 'Laat deze host de CA vertrouwen (instelling extraCaFile), of laat het certificaat van de feed corrigeren.',
    reasons: {
      issuer: 'Het is uitgegeven door {issuer}, en die wordt door deze host niet vertrouwd.',
      authority: 'Het is uitgegeven door een CA die deze host niet vertrouwt.',
      name: 'Het is voor een andere naam.',
      dates: 'Het is verlopen of nog niet geldig.',
    },
  },
};
