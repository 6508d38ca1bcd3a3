/** Dutch of `texts/errors-policy.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-policy.ts';

export const policyErrorTexts: Translated<typeof english.policyErrorTexts> = {
  HCM6101: {
    title: ['{name} is door uw organisatie ingesteld', 'Deze instelling is door uw organisatie ingesteld'],
    cause: [
      '{by} stelt dit in; hier kan niemand het wijzigen.',
      'Dit is met een beleid ingesteld; hier kan niemand het wijzigen.',
    ],
    next: 'Vraag de beheerder van dat beleid om het te wijzigen.',
  },
  HCM6102: {
    title: [
      '{name} in het beleid van uw organisatie telt niet',
      'Een onderdeel van het beleid van uw organisatie telt niet',
    ],
    cause: ['{reason} De rest van {file} geldt wel.', 'De rest van het beleid geldt wel.'],
    next: [
      'Corrigeer dit: een geheel getal van {min} tot en met {max}.',
      'Corrigeer dit: een van {choices}.',
      'Corrigeer dit of haal het uit het beleid.',
    ],
    reasons: {
      unknown: 'Deze versie kent die naam niet.',
      value: 'De waarde is niet toegestaan.',
    },
  },
  HCM6103: {
    title: [
      'Het beleid {file} van uw organisatie is niet leesbaar',
      'Het beleid van uw organisatie is niet leesbaar',
    ],
    cause: [
      '{reason} Wat er eerder in stond, blijft gelden; anders geldt wat hier is ingesteld.',
      'Wat er eerder in stond, blijft gelden; anders geldt wat hier is ingesteld.',
    ],
    next: 'Corrigeer het beleid of geef het account van de host leesrechten.',
    reasons: {
      EACCES: 'Dit account mag het niet lezen.',
      EPERM: 'Dit account mag het niet lezen.',
      EISDIR: 'Het is een map.',
      'no-file': 'Het is geen gewoon bestand.',
      'too-large': 'Het is groter dan een beleid mag zijn.',
      'not-json': 'Het is geen JSON.',
      'not-an-object': 'Het is geen JSON-object.',
      'no-version': 'Versie 1 staat er niet in.',
      newer: 'Het is geschreven voor een nieuwere versie van dit programma.',
      'no-settings': 'De instellingen erin zijn geen object.',
      unreadable: 'Het systeem geeft het niet vrij.',
    },
  },
  HCM6104: {
    title: ['Het beleid {file} wordt niet gebruikt', 'Een beleid wordt niet gebruikt'],
    cause: [
      'Niet alleen beheerders mogen schrijven in {name}; iedereen kan het dus hebben geschreven.',
      'Niet alleen beheerders mogen erin schrijven; iedereen kan het dus hebben geschreven.',
    ],
    next: [
      'Maak root eigenaar van {name} en laat niemand anders daar schrijven: chown root, chmod go-w.',
      'Maak root eigenaar van bestand en map en laat niemand anders daar schrijven.',
    ],
  },
};
