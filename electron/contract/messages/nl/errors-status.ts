/** Dutch of `texts/errors-status.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-status.ts';

export const statusErrorTexts: Translated<typeof english.statusErrorTexts> = {
  HCM1090: {
    title: ['{name} kan niet worden gestart', 'De verbinding kan niet worden gestart'],
    cause: 'BizTalk Hybrid Connections is op 31 mei 2018 beëindigd.',
    next: 'Vervang de verbinding door een hybride verbinding van App Service.',
  },
  HCM1091: {
    title: [
      '{name} heeft de status {status} nog niet',
      '{count} van {total} verbindingen hebben de status {status} nog niet',
      'Geen verbinding heeft de status {status} al',
      'De verbindingen hebben de gewenste status nog niet',
    ],
    cause: [
      '{seconds} s zijn voorbij. Nu: {reason}.',
      '{seconds} s zijn voorbij.',
      'Het wachten is beëindigd.',
    ],
    next: 'Wacht langer of ga na wat in de weg staat.',
  },
};
