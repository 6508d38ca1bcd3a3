/** Dutch of `texts/gateway-string.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/gateway-string.ts';

export const gatewayStringTexts: Translated<typeof english.gatewayStringTexts> = {
  question: 'De verbindingsreeks van {name} kopiëren?',
  listens:
    'Wie deze reeks heeft, kan vanaf elke computer op {name} luisteren en krijgt dan een deel van de sessies van de apps. ' +
    'Geef de reeks alleen aan wie de andere host beheert.',
  manages:
    'De regel {rule} mag de hele naamruimte {namespace} beheren: wie deze verbindingsreeks heeft, kan op alle hybride ' +
    'verbindingen ervan luisteren en verzenden, en ze maken en verwijderen. Gebruik liever een regel die alleen mag luisteren.',
  clears: 'Het klembord wordt over {seconds} seconden gewist.',
  copy: 'Kopiëren',
  copyAnyway: 'Toch kopiëren',
  cancel: 'Annuleren',
};
