/** Dutch of `texts/azure-row.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-row.ts';

export const azureRowActionTexts: Translated<typeof english.azureRowActionTexts> = {
  menu: 'Azure',
  openInPortal: 'Openen in de portal',
  copyGatewayString: 'Verbindingsreeks voor andere host kopiëren…',
  syncKeys: 'Sleutels synchroniseren…',
  rotateKeys: 'Sleutels roteren…',
  endpointInAzure: 'Eindpunt in Azure wijzigen…',
  appsInAzure: 'Apps…',
  deleteInAzure: 'Verwijderen in Azure…',
  gatewayCopied: 'Gekopieerd. Het klembord wordt over {seconds} seconden gewist.',
  couldNotCopy: 'Kan de verbindingsreeks van {name} niet kopiëren: {problem}.',
};

export const azureAboutTexts: Translated<typeof english.azureAboutTexts> = {
  title: 'In Azure',
  notAsked: 'Azure wordt alleen geraadpleegd als u dat wilt, met het account dat op deze host is aangemeld.',
  ask: 'Gegevens uit Azure tonen',
  asking: 'Azure raadplegen…',
  again: 'Opnieuw raadplegen',
  signIn: 'Aanmelden…',
  resourceGroup: 'Resourcegroep',
  namespace: 'Naamruimte',
  region: 'Regio',
  subscription: 'Abonnement',
  createdOn: 'Gemaakt op',
  updatedOn: 'Gewijzigd op',
  endpoint: 'Eindpunt',
  noEndpoint: 'Geen: de metagegevens bevatten geen vermelding “endpoint” met host en poort',
  clientAuthorization: 'Clientautorisatie',
  required: 'Vereist',
  notRequired: 'Niet vereist: App Service gebruikt deze verbinding niet',
  listeners: 'Listeners',
  rules: 'Regels',
  rule: '{name}: {rights}',
  ruleOfNamespace: '{name}: {rights} (van de naamruimte)',
  noRules: 'Geen',
  apps: 'Gebruikt door',
  noApps: 'Geen app',
  account: 'Geraadpleegd als',
  rights: 'Dit account',
  mayChange: 'Mag de verbinding wijzigen',
  mayReadKeys: 'Mag de sleutels lezen, maar de verbinding niet wijzigen',
  mayLook: 'Mag de verbinding bekijken, maar de sleutels niet lezen en niets wijzigen',
  unreadable: 'Dit account kan de verbinding niet lezen',
  partial: 'Azure heeft niet alles doorgegeven',
  partialLine: '{title}. {next}',
  plans:
    'Een App Service-plan kan 5 hybride verbindingen gebruiken in Basic en 25 in Standard; in Premium en Isolated geldt 220 per app.',
  plansMore: 'Limieten van App Service-plannen',
};

export const redundancyTexts: Translated<typeof english.redundancyTexts> = {
  onlyThisHost:
    'Als deze host stopt, kunnen apps geen verbinding maken. Gebruik er een tweede host voor op een andere computer.',
  several: 'Azure verdeelt verbindingen willekeurig over {listeners} listeners.',
  nearLimit:
    'Azure verdeelt verbindingen willekeurig over {listeners} listeners en staat er niet meer dan {max} toe.',
};

export const otherListenerTexts: Translated<typeof english.otherListenerTexts> = {
  stay: { one: '{count} andere listener blijft actief.', other: '{count} andere listeners blijven actief.' },
  noneMeanwhile: 'Geen andere host luistert: apps kunnen zolang geen verbinding maken.',
  none: 'Geen andere host luistert: apps kunnen geen verbinding meer maken.',
  noneOfSeveral: {
    one: 'Op {count} daarvan luistert geen andere host.',
    other: 'Op {count} daarvan luistert geen andere host.',
  },
  allOfSeveral: 'Voor al deze verbindingen blijven andere listeners actief.',
};

export const listenerCostTexts: Translated<typeof english.listenerCostTexts> = {
  connection: {
    one: '{count} listener komt neer op ongeveer {hours} listeneruren per maand. Azure rekent per uur voor elke listener.',
    other:
      '{count} listeners komen neer op ongeveer {hours} listeneruren per maand. Azure rekent per uur voor elke listener.',
  },
  host: {
    one: 'Deze host heeft hier {count} listener: ongeveer {hours} listeneruren per maand. Azure rekent per uur voor elke listener.',
    other:
      'Deze host heeft hier {count} listeners: ongeveer {hours} listeneruren per maand. Azure rekent per uur voor elke listener.',
  },
};

export const syncKeyTexts: Translated<typeof english.syncKeyTexts> = {
  title: 'De sleutels van {name} synchroniseren?',
  text: 'Haalt de sleutels van de regel op uit Azure en gebruikt ze voortaan. Open sessies gaan door.',
  when: 'Gebruik dit nadat iemand een sleutel in Azure opnieuw heeft gegenereerd, of op elke andere host nadat de sleutels op één host zijn geroteerd.',
  button: 'Sleutels synchroniseren',
  busy: 'Ophalen…',
  rootButton: 'De hoofdsleutel gebruiken',
  same: 'De sleutels van {name} zijn al dezelfde als in Azure.',
  sameOne: 'De sleutel van {name} is al dezelfde als in Azure.',
  changedBoth: 'Beide sleutels van {name} zijn nu nieuw.',
  changedPrimary: 'De primaire sleutel van {name} is nu nieuw.',
  changedSecondary: 'De secundaire sleutel van {name} is nu nieuw.',
};

export const rotateKeyTexts: Translated<typeof english.rotateKeyTexts> = {
  title: 'De sleutels van {name} roteren',
  intro:
    'Beide sleutels van de regel {rule} krijgen nieuwe waarden in Azure; deze host gaat zonder onderbreking door:',
  steps: [
    'De host luistert met de secundaire sleutel.',
    'Azure genereert de primaire sleutel opnieuw en deze host luistert daarmee.',
    'Azure genereert de secundaire sleutel opnieuw en deze host bewaart die.',
  ],
  sessions: 'Open sessies gaan door.',
  others: {
    one: 'Er luistert nog een andere host op deze verbinding. Zonder de nieuwe sleutels verliest die de verbinding: voer daar Sleutels synchroniseren uit zodra dit gereed is.',
    other:
      'Er luisteren nog {count} andere hosts op deze verbinding. Zonder de nieuwe sleutels verliezen die de verbinding: voer daar Sleutels synchroniseren uit zodra dit gereed is.',
  },
  shared: 'Al het andere dat de regel {rule} gebruikt, heeft de nieuwe sleutels ook nodig.',
  button: 'Sleutels roteren',
  starting: 'Starten…',
  stop: 'Stoppen na deze stap',
  stopping: 'Stopt…',
  goesOn: 'U kunt dit venster sluiten: het gaat door en een bericht meldt hoe het is afgelopen.',
  forgotten:
    'De host weet niet meer hoe het is gegaan: hij is opnieuw gestart of dit is al een tijd geleden afgelopen. De activiteit van de verbinding toont welke sleutels zijn gewijzigd. Voer Sleutels synchroniseren uit, hier en op elke andere host die erop luistert, of roteer opnieuw.',
  close: 'Sluiten',
  done: 'Beide sleutels zijn nieuw. Deze host luistert met de nieuwe primaire sleutel.',
  doneOthers: 'Voer nu Sleutels synchroniseren uit op elke andere host die erop luistert.',
  failed:
    'Wat is gedaan, blijft gedaan. Deze host gaat verder met de sleutel die werkt. Voer Sleutels roteren opnieuw uit zodra het probleem voorbij is, of Sleutels synchroniseren als beide sleutels worden geweigerd.',
  again: 'Opnieuw proberen',
};

export const endpointInAzureTexts: Translated<typeof english.endpointInAzureTexts> = {
  title: 'Het eindpunt van {name} in Azure wijzigen',
  text: 'Wordt in Azure opgeslagen in de metagegevens en bij de apps die de verbinding gebruiken, en geldt meteen op deze host. Andere hosts vragen het voordat ze het gebruiken.',
  field: 'Host en poort',
  inAzure: 'Hier is het {here}, in Azure {azure}.',
  button: 'Wijzigen',
  busy: 'Wijzigen…',
  done: 'Het eindpunt van {name} is nu {endpoint}, hier en in Azure.',
  partly: 'Het eindpunt is hier en in Azure gewijzigd, maar niet voor elke app:',
};

export const deleteInAzureTexts: Translated<typeof english.deleteInAzureTexts> = {
  title: '{name} verwijderen in Azure?',
  text: 'De hybride verbinding wordt voor iedereen verwijderd: geen host kan er nog op luisteren en geen app kan er nog gebruik van maken. Dit kan niet ongedaan worden gemaakt.',
  sessions: { one: '{count} open sessie wordt gesloten.', other: '{count} open sessies worden gesloten.' },
  listeners: { one: '{count} andere host luistert erop.', other: '{count} andere hosts luisteren erop.' },
  field: 'Typ {name} om te bevestigen',
  button: 'Verwijderen in Azure',
  busy: 'Verwijderen…',
  done: '{name} is in Azure verwijderd en ook van deze host.',
  partly: '{name} is verwijderd, maar sommige apps verwijzen er nog naar:',
};

export const affectedAppTexts: Translated<typeof english.affectedAppTexts> = {
  reading: 'Zoeken naar apps die de verbinding gebruiken…',
  title: 'Apps die de verbinding gebruiken',
  none: 'Voor zover dit account kan zien, gebruikt geen app de verbinding.',
  unknown: 'Kan niet lezen welke apps de verbinding gebruiken: {problem}.',
  notTold: '{name}: {problem}',
};
