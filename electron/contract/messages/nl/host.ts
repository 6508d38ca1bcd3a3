/** Dutch of `texts/host.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/host.ts';

export const groupWordTexts: Translated<typeof english.groupWordTexts> = {
  attention: 'Aandacht nodig',
  recovering: 'Herstelt',
  working: 'Werkt',
  off: 'Uit',
};

export const hostPlainTexts: Translated<typeof english.hostPlainTexts> = {
  unreachable: {
    sentence: 'De achtergrondhost antwoordt niet',
    short: 'De host antwoordt niet',
  },
  none: { sentence: 'Nog geen verbindingen', short: 'Nog geen verbindingen' },
};

export const hostShareTexts: Translated<typeof english.hostShareTexts> = {
  noNetwork: {
    sentence: {
      one: 'Geen netwerk. 1 verbinding wacht erop',
      other: 'Geen netwerk. {count} verbindingen wachten erop',
    },
    short: { one: 'Geen netwerk', other: 'Geen netwerk' },
  },
  attention: {
    sentence: {
      only: 'De enige verbinding heeft aandacht nodig',
      one: '1 van {total} verbindingen heeft aandacht nodig',
      other: '{count} van {total} verbindingen hebben aandacht nodig',
    },
    short: {
      only: '1 van 1 vraagt aandacht',
      one: '1 van {total} vraagt aandacht',
      other: '{count} van {total} vragen aandacht',
    },
  },
  recovering: {
    sentence: {
      only: 'De enige verbinding herstelt',
      one: '1 van {total} verbindingen herstelt',
      other: '{count} van {total} verbindingen herstellen',
    },
    short: {
      only: '1 van 1 herstelt',
      one: '1 van {total} herstelt',
      other: '{count} van {total} herstellen',
    },
  },
  off: {
    sentence: {
      one: 'De enige verbinding is gestopt',
      other: 'Alle verbindingen zijn gestopt',
    },
    short: { one: 'Gestopt', other: 'Alle gestopt' },
  },
  allWorking: {
    sentence: {
      one: 'De enige verbinding werkt',
      other: 'Alle {count} verbindingen werken',
    },
    short: { one: 'Werkt', other: 'Alle {count} werken' },
  },
  workingButOne: {
    sentence: {
      one: '1 van {total} verbindingen werkt, 1 is uit',
      other: '{count} van {total} verbindingen werken, 1 is uit',
    },
    short: {
      one: '1 van {total} werkt',
      other: '{count} van {total} werken',
    },
  },
  workingButOff: {
    sentence: {
      one: '1 van {total} verbindingen werkt, {off} zijn uit',
      other: '{count} van {total} verbindingen werken, {off} zijn uit',
    },
    short: {
      one: '1 van {total} werkt',
      other: '{count} van {total} werken',
    },
  },
};
