/** Dutch of `texts/cli-version.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-version.ts';

export const versionUsageTexts: Translated<typeof english.versionUsageTexts> = {
  check: 'bij de feed met releases navragen of er een nieuwere versie is',
  channel: 'navragen zoals met --check, voor dit kanaal in plaats van de instelling updateChannel',
};

export const versionLabelTexts: Translated<typeof english.versionLabelTexts> = {
  current: 'Versie',
  newest: 'Nieuwere versie',
  published: 'Gepubliceerd',
  size: 'Grootte',
  channel: 'Kanaal',
  feed: 'Feed met releases',
};

export const versionSentenceTexts: Translated<typeof english.versionSentenceTexts> = {
  upToDate: 'geen, dit is de nieuwste',
  notes: 'Wijzigingen in {version}:',
  install: 'Installeer de versie op dezelfde manier als deze. Verbindingen en sleutels blijven behouden.',
};
