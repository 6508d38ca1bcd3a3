/** Dutch of `texts/cli-update.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-update.ts';

export const updateUsageTexts: Translated<typeof english.updateUsageTexts> = {
  name: 'naam van de verbinding; achter het argument connection: de nieuwe naam, zoals --new-name',
  newName:
    'op een andere hybride verbinding van dezelfde naamruimte luisteren, waar eerst bij Azure naar wordt gevraagd; open sessies mogen worden afgerond',
};

export const updateSentenceTexts: Translated<typeof english.updateSentenceTexts> = {
  renamed: '{before} luistert vanaf nu op {name}. Open sessies mogen worden afgerond.',
  sameName: 'De naam is al {name}.',
  secondaryDropped: 'Azure weigert de secundaire sleutel voor {name}; daarom is die verwijderd.',
};
