/** Dutch of `texts/viewer.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/viewer.ts';

export const viewerTexts: Translated<typeof english.viewerTexts> = {
  chip: 'Alleen bekijken',
  reason: 'U mag deze host bekijken, niet wijzigen',
  who: 'Alleen beheerders van deze host kunnen dit wijzigen.',
  refused: 'U mag deze host bekijken, niet wijzigen. Dat kunnen alleen de beheerders.',
  addressNotAsked: 'Alleen beheerders kunnen dit laten opzoeken',
  emptyTitle: 'Op deze host is niets geconfigureerd',
  emptyText:
    'De beheerders voegen verbindingen toe. Zodra er een is, ziet u hier hoe het ermee gaat en hoeveel verkeer erdoor gaat.',
};
