/** Dutch of `texts/cli-keys.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-keys.ts';

export const keysUsageTexts: Translated<typeof english.keysUsageTexts> = {
  sync: 'Sleutels van verbindingen opnieuw uit Azure ophalen; sessies gaan door',
  all: 'alle verbindingen die met sleutels luisteren',
  rootKey: 'ook met de sleutel van RootManageSharedAccessKey, die alles mag',
  rotate: 'Beide sleutels van een verbinding in Azure opnieuw genereren; sessies gaan door',
  yes: 'niet vragen',
};

export const keysSentenceTexts: Translated<typeof english.keysSentenceTexts> = {
  changed: '{name}: {keys} overgenomen.',
  unchanged: '{name}: beide sleutels zijn zoals in Azure.',
  failed: '{name}: niet alle sleutels konden worden overgenomen.',
  rotateSteps: 'De sleutels van {name} worden zo geroteerd:',
  rotateStep: '{number}. {step}',
  rotateOthers: 'Andere hosts en apps die dezelfde sleutels gebruiken, hebben daarna de nieuwe nodig.',
  rotateQuestion: 'Nu roteren? [j/N]',
  notRotated: 'Er is niets geroteerd.',
  stepDone: '{step}: klaar.',
  stopping: 'Stopt na deze stap.',
  stopped:
    'Gestopt; wat is gedaan, blijft zo. Roteer opnieuw of neem de sleutels van Azure over met hcm sync-keys.',
  rotated: 'Beide sleutels van {name} zijn nieuw, en deze host luistert met de primaire.',
};

export const syncedKeyTexts: Translated<typeof english.syncedKeyTexts> = {
  primary: 'primaire sleutel',
  secondary: 'secundaire sleutel',
  both: 'beide sleutels',
};
