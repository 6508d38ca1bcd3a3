/** Dutch of `texts/errors-azure.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-azure.ts';

const signInAgain = 'Meld opnieuw aan.';
const tryLater = 'Probeer het over een tijdje opnieuw.';
const askAdministrator = 'Vraag een beheerder van de organisatie.';

export const azureErrorTexts: Translated<typeof english.azureErrorTexts> = {
  HCM6001: {
    title: 'Niemand is aangemeld bij Azure',
    cause: 'Abonnementen zijn alleen leesbaar met een account van Azure.',
    next: 'Meld aan bij Azure.',
  },
  HCM6002: {
    title: 'De aanmelding is geannuleerd',
    cause: 'De aanmelding is hier afgebroken of in de browser geweigerd.',
    next: 'Meld op een later moment opnieuw aan.',
  },
  HCM6003: {
    title: 'De aanmelding duurde te lang',
    cause: 'Niemand heeft de aanmelding in de browser voltooid zolang de code geldig was.',
    next: signInAgain,
  },
  HCM6004: {
    title: ['Azure vraagt {name} om opnieuw aan te melden', 'Azure vraagt om een nieuwe aanmelding'],
    cause: 'De vorige is verlopen, ingetrokken of niet genoeg voor wat is gevraagd.',
    next: signInAgain,
  },
  HCM6005: {
    title: ['Azure weigert de aanmelding: {aadsts}', 'Azure weigert de aanmelding'],
    cause: ['De melding: {reason}.', 'Er is geen reden gemeld.'],
    next: 'Zoek de code op of vraag een beheerder van de organisatie, met de correlatie-id.',
  },
  HCM6006: {
    title: [
      'De organisatie staat deze aanmelding niet toe: {aadsts}',
      'De organisatie staat deze aanmelding niet toe',
    ],
    cause: 'Het beleid blokkeert de aanmelding, of een beheerder moet eerst toestemming geven voor de app.',
    next: askAdministrator,
  },
  HCM6007: {
    title: ['Azure weigert het geheim of certificaat van {name}', 'Azure weigert het geheim of certificaat'],
    cause: 'Het is onjuist, verlopen of van een andere app.',
    next: 'Maak in de app-registratie een nieuw geheim of certificaat en meld daarmee aan.',
  },
  HCM6008: {
    title: ['De tenant {tenant} is niet bekend', 'De tenant is niet bekend'],
    cause: 'De naam is verkeerd gespeld of hoort bij een andere cloud.',
    next: 'Geef de GUID of een van de domeinen van de tenant op, en de juiste cloud.',
  },
  HCM6009: {
    title: 'Deze computer heeft geen bruikbare beheerde identiteit',
    cause:
      'De computer draait niet in Azure en is niet verbonden met Azure Arc, of de identiteit is er niet aan toegewezen.',
    next: 'Wijs er in Azure een identiteit aan toe of meld op een andere manier aan.',
  },
  HCM6010: {
    title: ['De aangepaste cloud mist de instelling {setting}', 'De aangepaste cloud mist een instelling'],
    cause: 'Nodig zijn de adressen van de aanmelding, van Azure Resource Manager en van de relays.',
    next: 'Stel azureAuthority, azureArm en azureRelaySuffix in.',
  },
  HCM6011: {
    title: 'Het antwoord van de browser kan niet worden ontvangen',
    cause: [
      'Op deze computer kon er geen poort voor worden geopend: {reason}.',
      'Op deze computer kon er geen poort voor worden geopend.',
    ],
    next: 'Meld aan met een apparaatcode.',
  },
  HCM6012: {
    title: 'Met dit certificaat is aanmelden niet mogelijk',
    cause: ['{reason}', 'Het is niet leesbaar.'],
    next: 'Geef één PEM-bestand op met het certificaat en de privésleutel.',
    reasons: {
      certificate: 'Het bestand bevat geen certificaat.',
      key: 'Het bestand bevat geen privésleutel, of een met een wachtwoordzin.',
      rsa: 'De sleutel is geen RSA-sleutel, en een andere neemt Azure niet aan.',
      pair: 'Certificaat en privésleutel horen niet bij elkaar.',
    },
  },
  HCM6013: {
    title: ['{host} is niet bereikbaar', 'Azure is niet bereikbaar'],
    cause: ['Het netwerk meldt {reason}.', 'Het netwerk van deze host of een firewall staat in de weg.'],
    next: [
      'Sta uitgaande TLS naar {host} toe of stel de proxy in.',
      'Controleer het netwerk en de proxy van deze host.',
    ],
  },
  HCM6014: {
    title: 'Dit account is hier niet aangemeld',
    cause: 'Iemand heeft het afgemeld.',
    next: signInAgain,
  },
  HCM6015: {
    title: [
      'Wat {host} antwoordt, is niet leesbaar',
      'Wat de aanmelding van Azure antwoordt, is niet leesbaar',
    ],
    cause:
      'Mogelijk antwoordt iets onderweg in plaats daarvan, of het adres van de aangepaste cloud is onjuist.',
    next: 'Controleer proxy’s onderweg en de instellingen van de cloud.',
  },
  HCM6016: {
    title: [
      'Met de app {name} is aanmelden niet mogelijk: {aadsts}',
      'Met deze app is aanmelden niet mogelijk',
    ],
    cause: 'De tenant kent de app niet, of de app is niet geregistreerd voor deze manier van aanmelden.',
    next: 'Controleer de instelling azureClientId of de app-registratie.',
  },
  HCM6017: {
    title: 'Een service-principal heeft meer nodig om aan te melden',
    cause: ['{reason}', 'Er ontbreekt iets.'],
    next: 'Geef de tenant, de client-id en een geheim of een certificaat op.',
    reasons: {
      tenant: 'De tenant is niet opgegeven.',
      clientId: 'De client-id is niet opgegeven.',
      secret: 'Geheim en certificaat zijn geen van beide opgegeven, of allebei.',
    },
  },
  HCM6018: {
    title: 'Deze aanmelding of zoekopdracht is voorbij',
    cause: 'Die is beëindigd, of er is een tijd niet naar gevraagd.',
    next: 'Begin opnieuw.',
  },
  HCM6019: {
    title: 'Te veel aanmeldingen of zoekopdrachten tegelijk',
    cause: 'De vorige zijn nog niet klaar.',
    next: tryLater,
  },
  HCM6020: {
    title: 'Azure Resource Manager weigert het token',
    cause: ['De melding: {reason}.', 'Mogelijk heeft het account geen toegang meer.'],
    next: signInAgain,
  },
  HCM6021: {
    title: ['{action} is niet toegestaan', 'Dit is niet toegestaan in Azure'],
    cause: ['Het account heeft deze machtiging niet voor {scope}.', 'Het account heeft de machtiging niet.'],
    next: [
      'Vraag een eigenaar om een rol met {keyAction}, zoals Inzender, of om een verbindingsreeks van een regel met het recht Luisteren.',
      'Vraag een eigenaar om een rol met {action}, zoals Inzender.',
      'Vraag een eigenaar om een rol die dit mag, zoals Inzender.',
    ],
  },
  HCM6022: {
    title: ['Het abonnement {name} is er niet', 'Het abonnement is er niet'],
    cause: 'Het is verkeerd gespeld, of geen van de aangemelde accounts mag het zien.',
    next: 'Controleer de naam of id, of meld aan met het account dat het mag zien.',
  },
  HCM6023: {
    title: ['{name} is er niet', 'Wat is gevraagd, is er niet'],
    cause: 'De naam, naamruimte of resourcegroep is verkeerd gespeld, of het is verwijderd.',
    next: 'Controleer de namen in de portal.',
  },
  HCM6024: {
    title: 'Azure krijgt te veel aanvragen',
    cause: ['Azure vraagt om {seconds} s te wachten.', 'Azure vraagt om te wachten.'],
    next: tryLater,
  },
  HCM6025: {
    title: [
      'Azure Resource Manager heeft een storing: status {status}',
      'Azure Resource Manager heeft een storing',
    ],
    cause: ['De melding: {reason}.', 'Een antwoord was niet mogelijk.'],
    next: tryLater,
  },
  HCM6026: {
    title: 'Het antwoord van Azure Resource Manager is niet leesbaar',
    cause: ['{reason}', 'Mogelijk antwoordt iets onderweg in plaats daarvan.'],
    next: 'Controleer proxy’s onderweg en de instellingen van de cloud.',
    reasons: {
      json: 'Het is geen JSON: mogelijk antwoordt een proxy in plaats daarvan.',
      shape: 'Het heeft niet de beschreven vorm.',
      link: 'Het gaat verder op een andere host, en dat wordt nooit gevolgd.',
      size: 'Het is te groot.',
      pages: 'Er komt geen einde aan.',
    },
  },
  HCM6027: {
    title: ['Azure weigert dit: {reason}', 'Azure weigert dit'],
    cause: ['De melding: {said}.', 'Het antwoord heeft status {status}.', 'Er is geen reden gemeld.'],
    next: 'Zoek de code op of vraag Azure-ondersteuning, met de correlatie-id.',
  },
  HCM6029: {
    title: 'Het abonnement is uitgeschakeld',
    cause: 'Azure staat alleen lezen toe totdat het is betaald of weer is ingeschakeld.',
    next: 'Schakel het abonnement in de portal in.',
  },
  HCM6030: {
    title: ['Meerdere abonnementen heten {name}', 'Meerdere abonnementen hebben deze naam'],
    cause: 'De naam alleen is niet genoeg om ze te onderscheiden.',
    next: 'Geef de id van het abonnement op.',
  },
  HCM6031: {
    title: 'Niet alle apps zijn doorzocht',
    cause:
      'Het abonnement heeft te veel App Service-plannen om alle te vragen, of Azure deed te lang over een antwoord.',
    next: 'Kijk in de portal als de naam van een app van belang is.',
  },
  HCM6040: {
    title: ['{name} heeft geen regel met het recht Luisteren', 'Er is geen regel met het recht Luisteren'],
    cause: 'De hybride verbinding heeft er geen, en de naamruimte evenmin.',
    next: [
      'Maak een regel met het recht Luisteren voor {name} in {namespace}, zoals defaultListener.',
      'Maak een regel met het recht Luisteren voor de hybride verbinding.',
    ],
  },
  HCM6041: {
    title: [
      'Alleen RootManageSharedAccessKey mag luisteren op {name}',
      'Alleen RootManageSharedAccessKey mag luisteren',
    ],
    cause: 'Die sleutel mag alles in de naamruimte, en dat is meer dan deze host nodig heeft.',
    next: [
      'Maak een regel met het recht Luisteren voor {name} in {namespace} of geef aan dat de hoofdsleutel mag worden gebruikt.',
      'Maak een regel met het recht Luisteren of geef aan dat de hoofdsleutel mag worden gebruikt.',
    ],
  },
  HCM6042: {
    title: ['{name} vereist geen clientautorisatie', 'Clientautorisatie is niet vereist'],
    cause:
      'App Service gebruikt zo’n hybride verbinding niet, en in Azure kan dit achteraf niet worden gewijzigd.',
    next: 'Maak de hybride verbinding opnieuw met clientautorisatie of voeg die toe met de verbindingsreeks.',
  },
  HCM6043: {
    title: ['{name} heeft in Azure geen leesbaar eindpunt', 'Er is in Azure geen leesbaar eindpunt'],
    cause: 'In de metagegevens ontbreekt “endpoint” met host:port.',
    next: 'Stel het eindpunt in de metagegevens in of geef er handmatig een op.',
  },
  HCM6044: {
    title: ['{host} is geen relay van deze cloud', 'De naamruimte is niet van deze cloud'],
    cause: 'Azure noemt voor de naamruimte een host die niet bij de cloud hoort.',
    next: 'Controleer de instellingen van de cloud.',
  },
  HCM6050: {
    title: ['{name} is in geen enkel abonnement gevonden', 'In geen enkel abonnement gevonden'],
    cause: [
      'Geen van deze accounts ziet de naamruimte {host}: {candidates}.',
      'Geen van de aangemelde accounts ziet de naamruimte.',
    ],
    next: 'Meld aan met een account dat de naamruimte mag zien, met ten minste de rol Lezer.',
  },
  HCM6051: {
    title: ['{name} bestaat niet in Azure', 'Deze verbinding bestaat niet in Azure'],
    cause: ['{reason}', 'Geen cloud van Azure heeft de verbinding.'],
    next: 'Kies een verbinding van een naamruimte van Azure Relay.',
    reasons: {
      biztalk: 'Het is een hybride verbinding van BizTalk, en die biedt Azure niet meer aan.',
      practice: 'Deze verbinding hoort bij de oefenrelay van deze computer.',
      host: 'Geen cloud van Azure heeft relays op deze host. Stel voor een eigen cloud azureRelaySuffix in.',
    },
  },
  HCM6052: {
    title: [
      'De regel {rule} van {name} bestaat niet meer in Azure',
      'De regel van de sleutel bestaat niet meer in Azure',
    ],
    cause: 'De hybride verbinding heeft de regel niet meer, en de naamruimte evenmin.',
    next: 'Synchroniseer de sleutels: dan komen die van een andere regel met het recht Luisteren.',
  },
  HCM6053: {
    title: ['{name} luistert zonder sleutel', 'Deze verbinding luistert zonder sleutel'],
    cause:
      'Aanmelden gaat met een account van Azure; er is dus geen sleutel om op te halen, te roteren of door te geven.',
    next: 'Er hoeft niets te gebeuren.',
  },
  HCM6054: {
    title: ['Sleutels van {namespace} worden geroteerd', 'Sleutels worden geroteerd'],
    cause:
      'Verbindingen van een naamruimte kunnen een regel delen; daarom worden sleutels één voor één gewijzigd.',
    next: 'Probeer het opnieuw als de rotatie klaar is.',
  },
  HCM6060: {
    title: ['Dit is niet de naam van {name}', 'Dit is niet de juiste naam'],
    cause: 'Verwijderen in Azure kan niet ongedaan worden gemaakt; daarom moet de naam exact worden getypt.',
    next: ['Typ {name} of annuleer.', 'Typ de naam of annuleer.'],
  },
  HCM6061: {
    title: ['{namespace} heeft al een hybride verbinding {name}', 'Er is er al een met deze naam'],
    cause: 'Een andere wordt nooit overschreven.',
    next: 'Kies een andere naam of voeg de bestaande toe.',
  },
  HCM6062: {
    title: ['{name} is hier niet bruikbaar', 'Deze naam is niet bruikbaar'],
    cause: ['{reason}', 'Azure neemt dit niet aan.'],
    next: 'Kies een andere.',
    reasons: {
      connection:
        'Namen van hybride verbindingen hebben maximaal 260 letters, cijfers, punten, koppeltekens, onderstrepingstekens en schuine strepen, met een letter of cijfer aan het begin en het einde.',
      namespace:
        'Namen van naamruimten hebben 6 tot 50 letters, cijfers en koppeltekens, beginnen met een letter en eindigen met een letter of cijfer.',
      group:
        'Namen van resourcegroepen hebben maximaal 90 letters, cijfers, punten, koppeltekens, onderstrepingstekens en haakjes, en geen punt aan het einde.',
      slash: 'Een naam met “/” kan van hieruit niet worden gemaakt.',
      region: 'Voor wat wordt gemaakt, is een regio nodig.',
      app: 'Het is niet de resource-id van een web-app of functie-app.',
      taken: 'Een naamruimte heeft deze naam al. Zulke namen zijn uniek in de hele cloud.',
      NamespaceUnavailable: 'Een naamruimte heeft deze naam al. Zulke namen zijn uniek in de hele cloud.',
    },
  },
  HCM6063: {
    title: ['Een limiet van Azure is bereikt: {reason}', 'Een limiet van Azure is bereikt'],
    cause: ['Azure meldt: {said}.', 'Er kunnen er niet meer bij in het abonnement of de naamruimte.'],
    next: 'Verwijder wat niet meer nodig is of vraag Azure-ondersteuning om een hogere limiet.',
  },
  HCM6064: {
    title: [
      '{name} kan niet nog een hybride verbinding gebruiken',
      'De app kan niet nog een hybride verbinding gebruiken',
    ],
    cause: ['{reason}', 'Het App Service-plan staat dat niet toe.'],
    next: [
      'Kies een andere app of in de portal een andere prijscategorie voor het plan {plan}.',
      'Kies een andere app of in de portal een andere prijscategorie voor het plan.',
    ],
    reasons: {
      planTier:
        'De prijscategorie van het App Service-plan heeft geen hybride verbindingen: Basic is de eerste.',
      planFull: 'Het App Service-plan heeft er al zoveel als de prijscategorie toestaat.',
    },
  },
  HCM6065: {
    title: [
      'De metagegevens van {name} kunnen niet worden gewijzigd',
      'De metagegevens kunnen niet worden gewijzigd',
    ],
    cause: ['{reason}', 'Azure zou ze niet bewaren.'],
    next: 'Stel de metagegevens in Azure in; daar zijn ze volledig te zien.',
    reasons: {
      unreadable: 'Ze zijn geen lijst met sleutels en waarden; mogelijk heeft iemand anders ze zo nodig.',
      long: 'Met dit eindpunt zouden ze langer zijn dan de 1.024 tekens die Azure bewaart.',
    },
  },
  HCM6066: {
    title: ['In Azure is er iets anders bezig met {name}', 'In Azure is er iets anders bezig'],
    cause: ['{reason}', 'Azure meldt: {said}.', 'In deze toestand is wijzigen niet mogelijk.'],
    next: 'Kijk in de portal en probeer het over een tijdje opnieuw.',
    reasons: { slow: 'Na 10 minuten is het nog niet klaar.' },
  },
  HCM6067: {
    title: ['Beleid van de organisatie verbiedt dit voor {name}', 'Beleid van de organisatie verbiedt dit'],
    cause: ['Azure meldt: {said}.', 'Azure Policy weigert zo’n resource.'],
    next: 'Kies wat het beleid toestaat, zoals een andere regio, of vraag wie het beleid beheert.',
  },
  HCM6068: {
    title: ['{name} is vergrendeld in Azure', 'Dit is vergrendeld in Azure'],
    cause: 'Een vergrendeling van de resource zelf, de resourcegroep of het abonnement verbiedt dit.',
    next: 'Laat de vergrendeling in de portal weghalen onder Vergrendelingen en probeer het opnieuw.',
  },
  HCM6069: {
    title: 'Het abonnement is niet geregistreerd voor dit soort resource',
    cause: ['Azure meldt: {said}.', 'De resourceprovider moet één keer worden geregistreerd.'],
    next: 'Registreer Microsoft.Relay onder Resourceproviders van het abonnement (az provider register -n Microsoft.Relay).',
  },
  HCM6070: {
    title: [
      '{account} mist de rol Azure Relay Listener voor {name}',
      'Het account mist de rol Azure Relay Listener',
    ],
    cause:
      'De rol is niet toegewezen of is ingetrokken; een nieuwe toewijzing geldt pas na maximaal 5 minuten.',
    next: [
      'Vraag een eigenaar om de rol toe te wijzen aan {account} voor {scope}. Deze host probeert het zelf opnieuw.',
      'Vraag een eigenaar om de rol toe te wijzen voor de hybride verbinding. Deze host probeert het zelf opnieuw.',
    ],
  },
  HCM6071: {
    title: [
      'Azure neemt het token van {account} niet aan voor {name}',
      'Azure neemt het token van het account niet aan',
    ],
    cause: [
      'De melding: {reason}.',
      'Mogelijk hoort de naamruimte bij een andere tenant, of neemt die alleen sleutels aan.',
    ],
    next: 'Controleer of het account bij de tenant van de naamruimte hoort of geef de verbinding een sleutel.',
  },
  HCM6072: {
    title: 'Relays van deze cloud nemen alleen sleutels aan',
    cause: 'De aanbieder van deze cloud heeft geen Entra-rollen voor relays.',
    next: 'Voeg de hybride verbinding toe met de sleutel.',
  },
  HCM6073: {
    title: ['{account} is nodig voor {names}', 'Verbindingen luisteren met dit account'],
    cause: 'Zonder tokens van het account verliezen ze binnen een uur de weg naar Azure.',
    next: 'Geef deze verbindingen een sleutel of verwijder ze; meld daarna af.',
  },
  HCM6080: {
    title: ['De portal van de cloud van {name} is niet bekend', 'De portal van deze cloud is niet bekend'],
    cause: 'Een aangepaste cloud heeft een eigen portal, en geen instelling noemt die.',
    next: 'Open de portal van de cloud in een browser en zoek daar.',
  },
};
