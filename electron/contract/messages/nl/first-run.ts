/** Dutch of `texts/first-run.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/first-run.ts';

export const firstRunTexts: Translated<typeof english.firstRunTexts> = {
  drawing: 'Van uw app via Azure Relay en deze host naar uw service',
  app: 'Uw app',
  relay: 'Azure Relay',
  host: 'Deze host',
  service: 'Uw service',
  title: 'Een besloten service verbinden met Azure',
  text: 'Met een hybride verbinding bereikt een app in Azure één host en poort in uw netwerk. Deze host maakt alleen uitgaande verbindingen via poort 443; er wordt geen firewallpoort geopend.',
  enterManually: 'Handmatig invoeren',
  enterManuallyHint: 'Plak de gatewayverbindingsreeks die iemand u heeft gestuurd.',
  configure: 'Aanmelden en kiezen',
  configureHint: 'Meld u aan bij Azure en vink hybride verbindingen van een abonnement aan.',
  import: 'Verbindingen overnemen van een andere Hybrid Connection Manager',
  tryIt: 'Uitproberen met de lokale relay',
  tryItHint: 'Een oefenrelay op deze computer. Geen Azure-account nodig.',
};

export const demoDialogTexts: Translated<typeof english.demoDialogTexts> = {
  title: 'Uitproberen met de lokale relay',
  intro:
    'Alles draait op deze computer: een relay die de plaats van Azure inneemt, een besloten webservice en een app die deze aanroept.',
  steps: 'Stappen',
  endPractice: 'Oefening beëindigen',
  ending: 'Beëindigen…',
  tryAgain: 'Opnieuw proberen',
  ended: 'De oefening is beëindigd.',
  url: 'Adres',
  tryUrl: 'Open dit adres in een browser of vraag het op met curl. Elke aanvraag legt de hele weg af.',
  goesOn: 'De oefening gaat door totdat u deze beëindigt of de app afsluit.',
};

export const demoStepTexts: Translated<typeof english.demoStepTexts> = {
  relay: {
    todo: 'Een relay starten die de plaats van Azure inneemt',
    done: [
      'Een lokale relay luistert op localhost:{port} en neemt de plaats in van Azure.',
      'Een lokale relay is actief en neemt de plaats in van Azure.',
    ],
  },
  service: {
    todo: 'Een besloten webservice starten',
    done: [
      'Een besloten webservice draait op {endpoint}. Alleen deze computer kan erbij.',
      'Een besloten webservice draait. Alleen deze computer kan erbij.',
    ],
  },
  added: {
    todo: 'De gatewayverbindingsreeks aan deze host toevoegen',
    done: [
      'De gatewayverbindingsreeks is als {name} aan deze host toegevoegd.',
      'De gatewayverbindingsreeks is aan deze host toegevoegd.',
    ],
  },
  connected: {
    todo: 'Deze host met de relay verbinden',
    done: [
      '{name}: {status}, eindpunt {endpointStatus}.',
      'Deze host is verbonden en het eindpunt antwoordt.',
    ],
  },
  sender: {
    todo: 'De afzender starten, de kant van de app',
    done: [
      'De afzender, de kant van de app, luistert op 127.0.0.1:{port}.',
      'De afzender, de kant van de app, is gereed.',
    ],
  },
  answered: {
    todo: 'Een aanvraag de hele weg laten afleggen',
    done: [
      'Een aanvraag ging afzender → relay → host → service en terug ({status}, {time}).',
      'Een aanvraag ging afzender → relay → host → service en terug.',
    ],
  },
};

export const demoStepStateTexts: Translated<typeof english.demoStepStateTexts> = {
  done: 'gereed',
  running: 'bezig',
  waiting: 'te doen',
  stuck: 'niet gereed',
};
