/** Dutch of `texts/azure-configure.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-configure.ts';

export const configureTexts: Translated<typeof english.configureTexts> = {
  title: 'Nieuwe hybride verbindingen configureren',
  search: 'Zoeken op naam, naamruimte of eindpunt',
  table: 'Hybride verbindingen van het abonnement',
  selectAll: 'Alles selecteren wat kan worden toegevoegd',
  select: '{name} selecteren',
  noMatch: 'Geen hybride verbinding komt overeen met de zoekopdracht.',
  empty: 'Dit abonnement heeft geen hybride verbindingen. Kies een ander abonnement of maak er een in Azure.',
  create: 'Maken in Azure…',
  loading: 'Hybride verbindingen laden…',
  loadingMore: 'Hybride verbindingen laden… {count} tot nu toe',
  slow: 'Azure reageert traag. Nog even wachten…',
  tryAgain: 'Opnieuw proberen',
  listenWith: 'Luisteren met',
  key: 'Sleutel',
  entra: 'Entra-token',
  keysOnly: 'Deze cloud heeft geen Entra-rollen voor relays, dus verbindingen luisteren met sleutels.',
  keyHint:
    'Uw account wordt alleen gebruikt om hybride verbindingen te vinden en hun luistersleutels te lezen.',
  entraHint:
    'Ze luisteren als {name}. Dit account heeft de rol Azure Relay Listener nodig en moet aangemeld blijven. Er wordt geen sleutel bewaard.',
  enterManually: 'Handmatig invoeren',
  save: 'Opslaan',
  stop: 'Stoppen',
  adding: 'Toevoegen… {done} van {count}',
  added: '{name} is toegevoegd. Verbinden…',
  rootTitle: 'De sleutel van RootManageSharedAccessKey gebruiken?',
  rootYes: 'Toch gebruiken',
  appsUnread: 'Kan niet lezen welke apps ze gebruiken: {title}.',
  reading: '…',
};

export const configureColumnTexts: Translated<typeof english.configureColumnTexts> = {
  name: 'Naam',
  region: 'Regio',
  namespace: 'Naamruimte',
  endpoint: 'Eindpunt',
  listeners: 'Listeners',
  apps: 'Apps',
  note: 'Opmerking',
};

export const configureCountTexts: Translated<typeof english.configureCountTexts> = {
  found: {
    one: '{count} hybride verbinding, waarvan {can} toe te voegen',
    other: '{count} hybride verbindingen, waarvan {can} toe te voegen',
  },
  selected: {
    one: '{count} geselecteerd. Hiermee voegt u {count} listener toe, waarvoor Azure kosten rekent.',
    other: '{count} geselecteerd. Hiermee voegt u {count} listeners toe, waarvoor Azure kosten rekent.',
  },
  added: { one: '{count} verbinding is toegevoegd.', other: '{count} verbindingen zijn toegevoegd.' },
  left: { one: '{count} is niet meer geprobeerd.', other: '{count} zijn niet meer geprobeerd.' },
  hidden: {
    one: '{count} daarvan is verborgen door de zoekopdracht.',
    other: '{count} daarvan zijn verborgen door de zoekopdracht.',
  },
  notAdded: { one: '{count} kon niet worden toegevoegd.', other: '{count} konden niet worden toegevoegd.' },
  namespaces: {
    one: '{count} naamruimte kon niet worden gelezen.',
    other: '{count} naamruimten konden niet worden gelezen.',
  },
  root: {
    one: '{names} heeft geen andere regel die mag luisteren. De sleutel ervan mag alles in de naamruimte wijzigen of verwijderen; een regel die alleen mag luisteren, is veiliger.',
    other:
      '{names} hebben geen andere regel die mag luisteren. De sleutel mag alles in de naamruimte wijzigen of verwijderen; een regel die alleen mag luisteren, is veiliger.',
  },
};

export const configureNoteTexts: Translated<typeof english.configureNoteTexts> = {
  configured: 'Al op deze host',
  noEndpoint: 'Geen eindpunt geconfigureerd',
  unreadableEndpoint: 'Eindpunt is niet leesbaar',
  noClientAuthorization: 'Clientautorisatie is uit',
  noKeyPermission: 'U kunt de sleutels niet lezen',
  notAllowed: 'Niet toegestaan door beleid',
  address: 'Gebruik een DNS-naam',
  unsupported: 'Kan niet worden getunneld',
  typed: 'Eindpunt hier ingevoerd',
  added: 'Toegevoegd',
};

export const configureHelpTexts: Translated<typeof english.configureHelpTexts> = {
  noEndpoint:
    'Azure kent geen eindpunt voor deze verbinding, en apps hebben dat nodig. Stel de metagegevens “endpoint” in Azure in, of typ het eindpunt hier, alleen voor deze host.',
  unreadableEndpoint:
    'De metagegevens “endpoint” hebben niet de vorm host:port. Corrigeer ze in Azure, of typ het eindpunt hier, alleen voor deze host.',
  noClientAuthorization:
    'App Service gebruikt zo’n hybride verbinding niet, en in Azure is dit niet te wijzigen: maak een nieuwe. De regels en sleutels van de oude verdwijnen daarbij.',
  noKeyPermission:
    'Uw account mist in de naamruimte de machtiging Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action. Vraag een eigenaar erom, of luister met een Entra-token. Een rol voor alleen deze hybride verbinding is hier niet te zien: wie die heeft, kan de verbinding toch selecteren.',
  notAllowed: 'Het beleid van deze host staat het eindpunt niet toe. Wie de host beheert, kan dat wijzigen.',
  address:
    'Het eindpunt is een IP-adres. Sommige apps slaan dat over; gebruik een DNS-naam die deze host kent.',
  typed: 'Azure kent dit eindpunt niet: het is hier ingevoerd, alleen voor deze host.',
};

export const configureHelpPanelTexts: Translated<typeof english.configureHelpPanelTexts> = {
  title: '{name}: {note}',
  close: 'Sluiten',
  endpoint: 'Eindpunt voor deze host',
  endpointHint: 'host:port, zoals sql01.corp.contoso.com:1433',
  endpointWrong: 'Typ een host en een poort, zoals sql01:1433.',
  useEndpoint: 'Gebruiken',
  anyway: 'Toch selecteren',
};

export const mendToolTexts: Translated<typeof english.mendToolTexts> = {
  az: 'Azure CLI',
  bicep: 'Bicep',
  terraform: 'Terraform',
};

export const mendLineTexts: Translated<typeof english.mendLineTexts> = {
  label: 'Regels die dit in Azure wijzigen',
  copy: 'Kopiëren',
};

export const mendHintTexts: Translated<typeof english.mendHintTexts> = {
  endpoint: 'Ze vervangen alle metagegevens van de verbinding. Azure CLI: voor Bash of Cloud Shell.',
  clientAuthorization:
    'De verbinding wordt eerst verwijderd, bij Bicep handmatig: apps hebben de nieuwe sleutels nodig. Azure CLI: voor Bash of Cloud Shell.',
  keyPermission:
    'Voor iemand die rollen mag toewijzen. Geeft de rol Inzender (Contributor) voor alleen deze hybride verbinding.',
};
