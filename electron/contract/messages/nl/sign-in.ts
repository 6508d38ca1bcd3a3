/** Dutch of `texts/sign-in.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/sign-in.ts';

export const signInPageTexts: Translated<typeof english.signInPageTexts> = {
  title: 'Hybrid Connection Manager',
  done: 'U bent aangemeld. U kunt deze pagina sluiten.',
  failed: 'De aanmelding is niet gelukt. Waar u begon, staat wat er misging. U kunt deze pagina sluiten.',
};
