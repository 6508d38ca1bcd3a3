/** Dutch of `texts/errors-desired.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-desired.ts';

export const desiredErrorTexts: Translated<typeof english.desiredErrorTexts> = {
  HCM1070: {
    title: 'Het bestand heeft niet de juiste indeling',
    cause: ['{reason}.', 'Een deel ervan is niet te begrijpen.'],
    next: 'Corrigeer het bestand; docs/declarative.md beschrijft de indeling.',
  },
  HCM1071: {
    title: ['{name} komt twee keer voor', 'Een verbinding komt twee keer voor'],
    cause: [
      'Verbinding nummer {position} is dezelfde: hoofdletters tellen bij namen niet.',
      'Hoofdletters tellen bij namen niet.',
    ],
    next: 'Behoud één van beide.',
  },
  HCM1072: {
    title: [
      '{file} bevat een verbindingsreeks en is leesbaar voor anderen',
      'Anderen kunnen een verbindingsreeks lezen',
    ],
    cause: 'Wie het bestand leest, heeft de sleutel.',
    next: 'Verwijs naar een variabele of een apart bestand, of maak het bestand voor niemand anders leesbaar (modus 600).',
  },
  HCM1073: {
    title: ['De variabele {name} is niet ingesteld', 'Een variabele is niet ingesteld'],
    cause: 'Het bestand haalt een verbindingsreeks uit de omgeving, en daar staat er geen.',
    next: 'Stel de variabele in voor deze opdracht.',
  },
  HCM1074: {
    title: 'Er is niets gewijzigd',
    cause: ['Aantal fouten: {count}.', 'Er zijn fouten.'],
    next: 'Corrigeer wat hierboven staat. Er wordt pas iets gewijzigd als er geen enkele fout meer is.',
  },
  HCM1075: {
    title: 'De verbindingen van deze host zijn intussen gewijzigd',
    cause: 'Er zou nu iets anders worden verwijderd dan is getoond.',
    next: 'Bekijk het plan opnieuw.',
  },
};
