/** Dutch of `texts/azure-create.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-create.ts';

export const createDialogTexts: Translated<typeof english.createDialogTexts> = {
  title: 'Een hybride verbinding maken',
  create: 'Maken',
  creating: 'Maken…',
  stop: 'Stoppen',
  stopping: 'Stopt…',
  tryAgain: 'Opnieuw proberen',
  back: 'Wijzigen wat er wordt gemaakt',
  heading: '{name} in {namespace}',
  goesOn: 'U kunt dit venster sluiten: de host gaat door en een bericht meldt hoe het is afgelopen.',
  refused: 'Het maken van {name} is niet begonnen: {problem}.',
  forgotten:
    'De host weet niet meer hoe het is gegaan: hij is opnieuw gestart of dit is al een tijd geleden afgelopen. Kijk in de lijst en in de portal voordat u het opnieuw probeert: wat is gemaakt, staat daar.',
  failed:
    'Niet alles is voltooid. Wat is gemaakt, blijft in Azure staan; met Opnieuw proberen gaat u vanaf daar verder.',
  done: '{name} is gemaakt.',
};

export const createFieldTexts: Translated<typeof english.createFieldTexts> = {
  name: 'Naam',
  nameHint: 'Letters, cijfers, “.”, “-” en “_”. Later niet meer te wijzigen.',
  nameSlash: 'Een naam met “/” kan hier niet worden gemaakt.',
  host: 'Host van het eindpunt',
  hostHint: 'De DNS-naam die uw app gebruikt en die deze host kent.',
  hostPlaceholder: 'sql01.corp.contoso.com',
  port: 'Poort van het eindpunt',
  portPlaceholder: '1433',
  portWrong: 'Typ een poort van 1 tot en met 65535.',
  test: 'Testen vanaf deze host',
  testing: 'Testen…',
  namespace: 'Naamruimte',
  existing: 'Bestaand',
  new: 'Nieuw',
  chooseNamespace: 'Kies een naamruimte…',
  loading: 'Laden…',
  needed: 'Maak een keuze.',
  place: '{region} · {group}',
  namespaceName: 'Naam van de nieuwe naamruimte',
  namespaceNameHint: 'Moet in heel Azure vrij zijn. Apps maken verbinding via deze naam.',
  group: 'Resourcegroep',
  groupHint: 'Kies er een of typ een nieuwe naam.',
  groupNew: 'Nieuw: wordt gemaakt.',
  region: 'Regio',
  chooseRegion: 'Kies een regio…',
  regionOfApp: 'Regio van de app',
  app: 'Te koppelen app (optioneel)',
  appHint: 'Een app kan ook later worden gekoppeld.',
  noApp: 'Nu geen app',
  noMatch: 'Geen resultaten.',
};

export const createNoteTexts: Translated<typeof english.createNoteTexts> = {
  address:
    'Een IP-adres: sommige apps slaan de hybride verbinding dan over. Gebruik een DNS-naam die deze host kent.',
  thisComputer:
    'Dit verwijst op elke computer naar die computer zelf: een app op Linux in App Service komt hier zo nooit terecht. Gebruik de DNS-naam van deze computer.',
  regions: 'De app staat in {app}, de naamruimte in {namespace}: elke aanvraag legt de weg daartussen af.',
};

export const namespaceNameProblemTexts: Translated<typeof english.namespaceNameProblemTexts> = {
  length: 'De naam moet 6 tot en met 50 tekens hebben.',
  character: 'Alleen letters, cijfers en “-” zijn toegestaan.',
  start: 'De naam moet met een letter beginnen.',
  end: 'De naam moet op een letter of cijfer eindigen.',
  reserved: 'De naam kan niet op “-sb” of “-mgmt” eindigen: deze zijn gereserveerd voor Azure.',
};

export const groupNameProblemTexts: Translated<typeof english.groupNameProblemTexts> = {
  length: 'De naam moet 1 tot en met 90 tekens hebben.',
  character: 'Alleen letters, cijfers, “_”, “-”, “.” en haakjes zijn toegestaan.',
  end: 'De naam kan niet op “.” eindigen.',
};

export const createSummaryTexts: Translated<typeof english.createSummaryTexts> = {
  title: 'Wat er wordt gemaakt',
  group: 'Resourcegroep {group}',
  namespace: 'Naamruimte {namespace} in {region}, resourcegroep {group}',
  connection: 'Hybride verbinding {name} voor {endpoint}, in {namespace}',
  rules: '2 regels: defaultListener (alleen luisteren) en defaultSender (alleen verzenden)',
  app: 'De verbinding wordt gekoppeld aan {app}',
  add: 'De verbinding wordt toegevoegd aan deze host, die meteen verbinding maakt',
  cost: 'Azure rekent per uur voor één listener (deze host) en voor gegevens boven 5 GB per maand.',
};

export const createLineTexts: Translated<typeof english.createLineTexts> = {
  title: 'Als regels voor az, Bicep of Terraform',
  hint: 'Hetzelfde zonder dit programma, voor iemand die het mag uitvoeren. De az-regels zijn voor Bash, bijvoorbeeld in Cloud Shell.',
  languages: 'Taal',
  what: 'Regels',
};

export const lineLanguageTexts: Translated<typeof english.lineLanguageTexts> = {
  az: 'az',
  bicep: 'Bicep',
  terraform: 'Terraform',
};

export const appObstacleTexts: Translated<typeof english.appObstacleTexts> = {
  planTier:
    'Het plan van deze app ondersteunt geen hybride verbindingen: daarvoor is Basic, Standard, Premium of Isolated nodig.',
  planFull:
    'Het plan van deze app is vol: koppel een verbinding los die niet nodig is, of neem een groter plan.',
};

export const planTexts: Translated<typeof english.planTexts> = {
  counted: '{tier}-plan {name}: {used} van {limit} gebruikt',
  used: '{tier}-plan {name}: {used} gebruikt',
  limited: '{tier}-plan {name}: maximaal {limit}',
  plain: '{tier}-plan {name}',
  none: 'Plan onbekend',
  place: '{region} · {group}',
  limits:
    'Een plan kan 5 (Basic) of 25 (Standard) hybride verbindingen gebruiken; in Premium- en Isolated-plannen kan elke app er 220 gebruiken. Een verbinding die door vijf apps wordt gebruikt, telt één keer.',
};

export const appsDialogTexts: Translated<typeof english.appsDialogTexts> = {
  title: 'Apps die {name} gebruiken',
  filter: 'Apps filteren',
  loading: 'Apps laden…',
  none: 'Dit abonnement heeft geen apps.',
  noMatch: 'Geen app komt overeen.',
  attached: 'In gebruik',
  attach: 'Koppelen',
  attaching: 'Koppelen…',
  detach: 'Loskoppelen…',
  attachApp: '{app} koppelen',
  detachApp: '{app} loskoppelen',
  sure: ['{app} verliest de weg naar {endpoint}.', '{app} verliest de weg naar het eindpunt.'],
  detachNow: 'Loskoppelen',
  detaching: 'Loskoppelen…',
  keep: 'Gekoppeld laten',
  attachedNow: '{app} is gekoppeld.',
  detachedNow: '{app} is losgekoppeld.',
  unknown: 'Kan niet lezen welke apps de verbinding gebruiken.',
  partly: 'Sommige apps konden niet worden gelezen.',
  again: 'Opnieuw lezen',
};

export const appsCountTexts: Translated<typeof english.appsCountTexts> = {
  attached: {
    one: '{count} app gebruikt de verbinding.',
    other: '{count} apps gebruiken de verbinding.',
  },
  more: { one: 'Nog {count}. Filter om deze te vinden.', other: 'Nog {count}. Filter om ze te vinden.' },
  morePicks: { one: 'Nog {count}. Typ om deze te vinden.', other: 'Nog {count}. Typ om ze te vinden.' },
};
