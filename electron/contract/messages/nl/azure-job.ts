/** Dutch of `texts/azure-job.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-job.ts';

export const azureJobStepTexts: Translated<typeof english.azureJobStepTexts> = {
  group: 'Resourcegroep maken',
  namespace: 'Naamruimte maken',
  connection: 'Hybride verbinding maken',
  listenRule: 'Luisterregel defaultListener maken',
  sendRule: 'Verzendregel defaultSender maken',
  app: 'App koppelen',
  add: 'Toevoegen aan deze host',
  readKeys: 'Beide sleutels lezen',
  useSecondary: 'Luisteren met de secundaire sleutel',
  regeneratePrimary: 'Primaire sleutel opnieuw genereren',
  usePrimary: 'Luisteren met de nieuwe primaire sleutel',
  regenerateSecondary: 'Secundaire sleutel opnieuw genereren',
  keepSecondary: 'Nieuwe secundaire sleutel bewaren',
};

export const azureJobStateTexts: Translated<typeof english.azureJobStateTexts> = {
  waiting: 'wacht',
  running: 'bezig',
  done: 'gereed',
  failed: 'mislukt',
};

export const azureJobTexts: Translated<typeof english.azureJobTexts> = {
  steps: 'Stappen',
  spoken: 'Stap {number} van {count}: {step}.',
  spokenDone: 'Alle stappen zijn gereed.',
  starting: 'Starten…',
  stopped: 'Hier gestopt. Wat is gedaan, blijft staan.',
  lost: 'De voortgang kan niet worden gelezen',
  look: 'Opnieuw kijken',
};

export const azureJobEndTexts: Translated<typeof english.azureJobEndTexts> = {
  creation: {
    done: '{name} is gemaakt.',
    stopped: 'Het maken van {name} is gestopt. Bij Maken in Azure… ziet u hoe ver het is gekomen.',
    failed:
      'Het maken van {name} is niet voltooid: {problem}. Bij Maken in Azure… ziet u hoe ver het is gekomen.',
    unknown:
      'Het is onbekend hoe het maken van {name} is afgelopen: de host is opnieuw gestart. Kijk in de portal.',
  },
  rotation: {
    done: 'Beide sleutels van {name} zijn nieuw.',
    stopped:
      'Het roteren van de sleutels van {name} is gestopt. De verbinding gaat verder met de sleutel die werkt.',
    failed:
      'Het roteren van de sleutels van {name} is niet voltooid: {problem}. De verbinding gaat verder met de sleutel die werkt.',
    unknown:
      'Het is onbekend hoe het roteren van de sleutels van {name} is afgelopen: de host is opnieuw gestart. Voer Sleutels synchroniseren uit.',
  },
  rotationOfSeveral: {
    done: 'Beide sleutels van {name} zijn nieuw. Voer nu Sleutels synchroniseren uit op elke andere host die erop luistert.',
    stopped:
      'Het roteren van de sleutels van {name} is gestopt. Voer Sleutels synchroniseren uit op elke andere host die erop luistert, of roteer opnieuw.',
    failed:
      'Het roteren van de sleutels van {name} is niet voltooid: {problem}. Voer Sleutels synchroniseren uit op elke andere host die erop luistert.',
    unknown:
      'Het is onbekend hoe het roteren van de sleutels van {name} is afgelopen: de host is opnieuw gestart. Voer Sleutels synchroniseren uit op elke host die erop luistert.',
  },
};
