/** Dutch of `texts/help-topics.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/help-topics.ts';

export const helpFrameTexts: Translated<typeof english.helpFrameTexts> = {
  title: 'Help',
  topics: 'Onderwerpen',
  back: 'Terug naar de verbindingen',
  notSupportedLink: 'Wat niet kan worden getunneld',
};

export const helpTopicTexts: Translated<typeof english.helpTopicTexts> = {
  start: {
    title: 'Eerste stappen',
    blocks: [
      'Met een hybride verbinding bereikt een app in Azure één service in uw netwerk: één hostnaam en één TCP-poort. Dit programma draait in uw netwerk. Het maakt alleen uitgaande verbindingen, op poort 443; voor binnenkomend verkeer hoeft niets open.',
      {
        steps: [
          'Geef de app in Azure een hybride verbinding: open de app en kies Netwerken, Hybride verbindingen. Het eindpunt is de naam en poort van uw service, zoals sql01.corp.contoso.com:1433. {createInAzure} doet hetzelfde vanaf hier.',
          'Voeg de verbinding op deze computer toe. Met een Azure-account: {configure}, meld u aan, kies het abonnement, vink de verbinding aan, {save}. Zonder account: vraag iemand die er een heeft om de gatewayverbindingsreeks en plak die met {enterManually}.',
          'Wacht op {connected} en op {reachable} ernaast. Bij elke andere status staat waarom; de details noemen de volgende stap.',
          'Laat de app zoals die is: dezelfde hostnaam en poort als in uw eigen netwerk.',
          'Voeg dezelfde hybride verbinding op nog een computer toe. Dan is een herstart van deze computer geen storing.',
        ],
      },
      'De weg heeft twee delen: van hier naar Azure en van hier naar uw service. {test} probeert elke host en poort vanaf deze computer, zoals een sessie van een app dat zou doen.',
    ],
  },
  notSupported: {
    title: 'Wat niet kan worden getunneld',
    blocks: [
      'Een hybride verbinding vervoert TCP naar één vaste host en poort, en niets anders.',
      { heading: 'Wat niet werkt' },
      {
        rows: [
          {
            name: 'UDP',
            text: 'Niets wat UDP gebruikt: DNS, Kerberos, NTP, SNMP, SQL Server Browser (poorten 53, 88, 123, 161, 1434).',
          },
          {
            name: 'Dynamische poorten',
            text: 'Services die onderweg meer poorten openen, zoals FTP in (uitgebreide) passieve modus (poort 21) en RPC.',
          },
          {
            name: 'LDAP',
            text: 'De poorten zijn vast (389, 636, 3268, 3269), maar LDAP kan ook UDP gebruiken.',
          },
          {
            name: 'Stations en shares',
            text: 'App Service kan geen station koppelen (SMB: poort 139 en 445, NFS: poort 2049).',
          },
          {
            name: 'Active Directory',
            text: 'De computers van App Service kunnen geen lid worden van uw domein.',
          },
        ],
      },
      'Een eindpunt op een van deze poorten krijgt een waarschuwing. Het wordt niet geweigerd: er kan iets anders op die poort antwoorden.',
      { heading: 'Wat wel werkt' },
      {
        list: [
          'Databases op een vaste poort: SQL Server, MySQL, Oracle, PostgreSQL.',
          'Webservices via HTTP en HTTPS.',
          'Elke andere service met een vaste TCP-poort, ongeacht systeem, taal of protocol: niemand kijkt naar de inhoud.',
        ],
      },
      'Apps mogen geschreven zijn in alles wat TCP-verbindingen opent: .NET, Java, PHP, Python, Node.js.',
    ],
  },
  appService: {
    title: 'Hoe App Service een verbinding kiest',
    blocks: [
      'App Service let op de naam die een app bij DNS opvraagt. Zijn naam en poort het eindpunt van een hybride verbinding van die app, dan gaat het verkeer daardoorheen. Aan de app verandert niets.',
      { heading: 'Gebruik een DNS-naam' },
      'Met een IP-adres als eindpunt vragen sommige clients DNS nooit iets. De hybride verbinding wordt dan niet gebruikt, en niets meldt dat. Het is de meest voorkomende reden waarom een app er niet doorheen komt.',
      {
        list: [
          'Schrijf hostnaam en poort in de app precies zoals in het eindpunt.',
          'De naam wordt hier opgezocht, door DNS of het hosts-bestand van deze computer. Azure hoeft de naam niet te kennen.',
          'Geen localhost: op Linux blijft een app dan op de eigen computer. Gebruik de DNS-naam van deze computer.',
        ],
      },
      { heading: 'Hoeveel' },
      'Meerdere apps kunnen een hybride verbinding delen, en een app kan er meerdere hebben, in verschillende netwerken. Een App Service-plan heeft plaats voor 5 eindpunten (Basic) of 25 (Standard); in Premium- en Isolated-plannen kan elke app er 220 hebben. Een eindpunt dat 5 apps van een plan gebruiken, telt één keer.',
    ],
  },
  sqlServer: {
    title: 'SQL Server',
    blocks: [
      'SQL Server heeft een vaste TCP-poort nodig, en enkele woorden in een verbindingsreeks zijn niet bruikbaar.',
      {
        rows: [
          {
            name: 'Benoemde instanties',
            text: 'Ze krijgen een dynamische poort en worden via UDP gevonden door SQL Server Browser. Geef de instantie een vaste poort: SQL Server Configuration Manager, TCP/IP, IP Addresses, IPAll, maak TCP Dynamic Ports leeg, vul TCP Port in. Start de instantie opnieuw.',
          },
          {
            name: 'SQL Server Express',
            text: 'TCP/IP staat standaard uit. Zet het aan in SQL Server Configuration Manager, met een vaste poort, en start de service opnieuw.',
          },
          { name: 'In de app', text: 'Zet de poort na een komma en laat de naam van de instantie weg:' },
        ],
      },
      { code: 'Server=sql01.corp.contoso.com,1433;Database=payroll;Encrypt=True' },
      {
        rows: [
          {
            name: 'MultiSubnetFailover=true',
            text: 'Wordt niet ondersteund: het heeft alle adressen van een cluster nodig. Laat het weg.',
          },
          { name: 'ApplicationIntent=ReadOnly', text: 'Wordt niet ondersteund. Laat het weg.' },
          {
            name: 'Aanmelden',
            text: 'Een app in Azure zit niet in uw domein. Meestal is daarom SQL-verificatie nodig.',
          },
          {
            name: 'Rechten',
            text: 'De hybride verbinding geeft er geen. Wie wat mag, beslissen app en database samen, zoals altijd.',
          },
        ],
      },
    ],
  },
  ports: {
    title: 'Poorten, vroeger en nu',
    blocks: [
      'Alle verbindingen gaan van hier naar buiten. In geen enkele firewall is een binnenkomende poort nodig.',
      { heading: 'Dit programma' },
      {
        rows: [
          {
            name: '443',
            text: 'Naar Azure Relay, *.servicebus.windows.net: alles, als WebSockets via TLS. Via uw proxy als die is ingesteld.',
          },
          {
            name: 'Die van uw service',
            text: 'Van deze computer naar elk eindpunt, zoals 1433 voor SQL Server.',
          },
          {
            name: '443',
            text: 'Naar de aanmelding en Resource Manager van Azure, terwijl iemand iets in Azure kiest of wijzigt; en één keer per dag naar de feed met nieuwere versies, tenzij dat uit staat.',
          },
        ],
      },
      'DNS op deze computer moet de naamruimte en de eindpunten kennen.',
      { heading: 'Oudere managers' },
      'BizTalk Hybrid Connections en de managers uit die tijd vroegen meer. Voor dit programma heeft geen firewall deze regels nodig:',
      {
        rows: [
          { name: '80', text: 'Om certificaten te controleren, en voor een deel van de gegevens.' },
          { name: '443', text: 'HTTPS; gegevens en besturing waar de andere poorten dicht waren.' },
          { name: '5671', text: 'Besturing, terwijl de gegevens via 9352 gingen. Viel terug op 443.' },
          { name: '9352', text: 'Gegevens, beide kanten op. Viel terug op 443.' },
          { name: '9350–9354', text: 'Het bereik voor gegevens: 9350 werd geprobeerd, 9352 gebruikt.' },
        ],
      },
      'Voor die managers was 443 de tragere weg. Dit programma gebruikt alleen 443 en is daarvoor gemaakt.',
    ],
  },
  tcpping: {
    title: 'Wat tcpping laat zien',
    blocks: [
      'In de console van een app (Kudu) vraagt tcpping of App Service een hybride verbinding heeft voor een host en poort:',
      { code: 'tcpping sql01.corp.contoso.com:1433' },
      'Een antwoord betekent dat die er is. Het betekent niet dat een host luistert of dat de service antwoordt: tcpping krijgt ook antwoord als de service uit staat.',
      { heading: 'Wat meer laat zien' },
      {
        list: [
          'Hier: {connected} is de weg naar Azure, {reachable} de weg naar de service.',
          '{test} probeert de service vanaf deze computer, zoals een sessie dat zou doen.',
          'Maak vanuit de app verbinding met de eigen client. Elke poging staat hier in de details, onder {sessions}, met de reden van het einde.',
          'Staat daar geen poging? Dan gebruikt de app een andere naam of poort dan het eindpunt, of een IP-adres.',
        ],
      },
    ],
  },
  availability: {
    title: 'Hoge beschikbaarheid',
    blocks: [
      'Een host bedient veel hybride verbindingen, en veel hosts kunnen dezelfde hybride verbinding bedienen, met samen hoogstens 25 listeners.',
      {
        list: [
          'Voeg dezelfde verbinding op minstens twee computers toe. Elke computer heeft een eigen netwerk en voeding en start op een ander moment opnieuw.',
          'Azure geeft elke nieuwe sessie aan een willekeurige listener. Er is geen eerste en geen reserve, en open sessies blijven waar ze zijn.',
          'Stopt een host, dan gaan nieuwe sessies meteen naar de andere; open sessies mogen eerst eindigen. Start hosts één voor één opnieuw of werk ze één voor één bij.',
          '{thisHostOnly} onder {connected} betekent dat geen andere host luistert.',
        ],
      },
      '{azureMenu}, {copyGatewayString} in het menu van een rij geeft wat de andere computer nodig heeft. Plak het daar met {enterManually}.',
      'Azure rekent per listener: 5 hybride verbindingen op 2 hosts zijn er 10.',
    ],
  },
  status: {
    title: 'Wat de statussen betekenen',
    blocks: [
      'Groen: alles is goed. Oranje: deze host is ermee bezig. Rood: iemand moet iets doen. Grijs: uit, of nog niet bekend.',
    ],
  },
  shortcuts: { title: 'Sneltoetsen', blocks: [] },
};

export const helpStatusTexts: Translated<typeof english.helpStatusTexts> = {
  connected: 'Azure levert sessies af bij deze host. Alleen groen zolang ook het eindpunt antwoordt.',
  connecting: 'Deze host opent het kanaal naar Azure.',
  notConnected:
    'Azure is niet bereikbaar. Deze host probeert het vanzelf opnieuw; rood als wachten niet helpt.',
  unauthorized: 'Azure weigert de sleutel. Plak de nieuwe.',
  notFound: 'De verbinding is in Azure verwijderd of heeft een andere naam.',
  blockedByPolicy: 'Het beleid van deze host staat het eindpunt niet toe.',
  keyNeeded:
    'De opgeslagen sleutel is met dit account of op deze computer niet leesbaar. Plak de sleutel opnieuw.',
  cantStart: 'Er ontbreekt iets, zoals het eindpunt in Azure. In de details staat wat.',
  stopping: 'Open sessies mogen eindigen; nieuwe worden niet aangenomen.',
  stopped: 'Uit op deze host, met opzet. Andere hosts gaan door.',
  discontinued: 'BizTalk Hybrid Connections is op 31 mei 2018 beëindigd. Vervang de verbinding.',
  unknown: 'De host die de verbinding uitvoert, antwoordt niet.',
};

export const helpEndpointStatusTexts: Translated<typeof english.helpEndpointStatusTexts> = {
  reachable: 'De service heeft een verbinding van deze computer aangenomen.',
  unreachable: 'Dat is niet gelukt. In de details staat waarom: naam, netwerk, firewall of de service zelf.',
  checking: 'Het eindpunt wordt nu geprobeerd.',
  notChecked: 'Het eindpunt is nog niet geprobeerd, of de verbinding is uit.',
};

export const helpStatusHeadTexts: Translated<typeof english.helpStatusHeadTexts> = {
  azure: 'Status: de weg naar Azure',
  endpoint: 'Eindpuntstatus: de weg naar uw service',
};
