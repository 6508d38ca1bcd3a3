/** Dutch of `texts/cli-examples.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-examples.ts';

export const exampleWordTexts: Translated<typeof english.exampleWordTexts> = {
  heading: 'Voorbeelden:',
  exitCodes:
    'Afsluitcodes: 0 gelukt, 1 niet gelukt, 2 verkeerd gebruik, 3 de opdracht heeft een host nodig en er is er geen actief',
  exitCodesAndOwn: '{codes}, {own}',
};

export const ownExitCodeTexts: Translated<typeof english.ownExitCodeTexts> = {
  plan: '10 er is iets te wijzigen',
  version: '10 met --check: er is een nieuwere versie',
  test: '1 ook als het doel niet wordt bereikt',
  'service status': '3 de service is niet actief',
};

export const cliExampleTexts: Translated<typeof english.cliExampleTexts> = {
  add: [
    { line: 'hcm add - < gateway.txt', about: 'de gatewayverbindingsreeks uit een bestand' },
    { line: 'hcm add', about: 'vraagt erom en toont er niets van' },
    {
      line: 'hcm add - --endpoint sql01.corp.example:1433 < gateway.txt',
      about: 'als Azure geen eindpunt noemt',
    },
    {
      line: 'hcm add -s Production -rg relays -ns contoso-weu -n sql',
      about: 'met de sleutels uit Azure, na hcm login',
    },
  ],
  login: [
    { line: 'hcm login', about: 'in de browser van deze computer' },
    { line: 'hcm login --device-code', about: 'in een willekeurige browser' },
    {
      line: 'hcm login --service-principal 11111111-2222-4333-8444-555555555555 --tenant contoso.com --secret - < secret.txt',
      about: 'als app',
    },
  ],
  logout: [{ line: 'hcm logout', about: 'als er één account is aangemeld' }],
  'sync-keys': [
    {
      line: 'hcm sync-keys payroll-sql',
      about: 'nadat iemand de sleutels in Azure opnieuw heeft gegenereerd',
    },
    { line: 'hcm sync-keys --all', about: 'alle die zijn gewijzigd' },
  ],
  'rotate-keys': [
    { line: 'hcm rotate-keys payroll-sql', about: 'toont de stappen en vraagt eerst' },
    { line: 'hcm rotate-keys payroll-sql --yes', about: 'in een script, bijvoorbeeld elk kwartaal' },
  ],
  account: [{ line: 'hcm account list', about: 'wie is aangemeld' }],
  'account list': [{ line: 'hcm account list', about: 'wie is aangemeld' }],
  list: [
    { line: 'hcm list', about: 'alle verbindingen' },
    { line: 'hcm list --output json', about: 'hetzelfde voor een script' },
  ],
  show: [
    { line: 'hcm show payroll-sql', about: 'één verbinding, op naam' },
    { line: 'hcm show -ns contoso -n payroll-sql', about: 'op naamruimte en naam' },
  ],
  status: [
    { line: 'hcm status', about: 'de host en de verbindingen' },
    { line: 'hcm status --watch', about: 'hetzelfde, bij elke wijziging' },
    {
      line: 'hcm status payroll-sql --wait Connected --timeout 60',
      about: 'in een script, na een wijziging',
    },
  ],
  remove: [
    { line: 'hcm remove payroll-sql', about: 'vraagt eerst' },
    { line: 'hcm remove payroll-sql --yes', about: 'in een script' },
  ],
  start: [{ line: 'hcm start payroll-sql', about: 'een gestopte verbinding' }],
  stop: [{ line: 'hcm stop payroll-sql', about: 'open sessies mogen worden afgerond' }],
  restart: [{ line: 'hcm restart payroll-sql', about: 'stoppen en starten' }],
  sessions: [
    { line: 'hcm sessions', about: 'alle open sessies' },
    {
      line: 'hcm sessions payroll-sql --ended --limit 50',
      about: 'de laatste 50 die zijn beëindigd, en waarom',
    },
    { line: 'hcm sessions --kill 3f2a91c4', about: 'één beëindigen, met het begin van de id' },
    { line: 'hcm sessions --kill-all payroll-sql --yes', about: 'alle van een verbinding beëindigen' },
  ],
  test: [
    { line: 'hcm test sql01.corp.example:1433', about: 'een eindpunt, benaderd zoals een sessie het doet' },
    { line: 'hcm test [fd00::15]:1433', about: 'een IPv6-adres' },
    {
      line: 'hcm test contoso.servicebus.windows.net --timeout 5',
      about: 'naam, proxy, TCP, TLS en HTTPS van een naamruimte',
    },
    { line: 'hcm test payroll-sql', about: 'beide wegen van een verbinding' },
  ],
  logs: [
    { line: 'hcm logs --follow', about: 'het logboek terwijl het wordt geschreven' },
    { line: 'hcm logs payroll-sql --since 2h --level warn', about: 'waarschuwingen van één verbinding' },
    { line: 'hcm logs --sessions --since 2026-11-22T10:00', about: 'wie sindsdien verbonden was' },
    { line: 'hcm logs --path', about: 'waar de bestanden staan' },
  ],
  update: [
    {
      line: 'hcm update payroll-sql --connection-string - < gateway.txt',
      about: 'de reeks met een nieuwe sleutel',
    },
    { line: 'hcm update payroll-sql --endpoint sql02.corp.example:1433', about: 'een ander eindpunt' },
    {
      line: 'hcm update payroll-sql --name payroll-sql-2',
      about: 'een andere hybride verbinding van dezelfde naamruimte',
    },
    { line: 'hcm update payroll-sql --accept-endpoint', about: 'het eindpunt dat Azure nu noemt' },
  ],
  config: [{ line: 'hcm config list', about: 'alle instellingen, de waarden en grenzen ervan' }],
  'config list': [
    { line: 'hcm config list', about: 'de instellingen van deze host' },
    { line: 'hcm config list --connection payroll-sql', about: 'de limieten van één verbinding' },
  ],
  'config get': [{ line: 'hcm config get drainSeconds', about: 'één instelling' }],
  'config set': [
    { line: 'hcm config set drainSeconds 120', about: 'meer tijd voor open sessies' },
    { line: 'hcm config set maxSessions 50 --connection payroll-sql', about: 'voor één verbinding' },
  ],
  'config unset': [{ line: 'hcm config unset drainSeconds', about: 'terug naar de standaardwaarde' }],
  plan: [
    { line: 'hcm plan -f connections.yaml', about: 'wat apply zou wijzigen' },
    { line: 'hcm plan -f connections.yaml --prune', about: 'en wat het zou verwijderen' },
  ],
  apply: [
    { line: 'hcm apply -f connections.yaml', about: 'toevoegen en wijzigen wat afwijkt' },
    { line: 'hcm apply -f connections.yaml --prune --yes', about: 'en de andere verwijderen, in een script' },
  ],
  export: [
    {
      line: 'hcm export backup.json',
      about: 'sleutels worden beschermd met een wachtwoordzin, waarom wordt gevraagd',
    },
    {
      line: 'hcm export backup.json --passphrase-file /etc/hcm/passphrase',
      about: 'hetzelfde in een script',
    },
    { line: 'hcm export --without-secrets > connections.json', about: 'zonder sleutels' },
  ],
  import: [
    {
      line: 'hcm import Microsoft.HybridConnectionManager.Listener.exe.config --dry-run',
      about: 'wat de oudere manager van Microsoft heeft',
    },
    { line: 'hcm import connections.json', about: 'uit de nieuwere' },
    { line: 'hcm import azbridge_config.yml --yes', about: 'uit azbridge, zonder te vragen' },
    {
      line: 'hcm import backup.json --passphrase-file /etc/hcm/passphrase --overwrite',
      about: 'een export, over wat er al is',
    },
  ],
  proxy: [
    { line: 'hcm proxy', about: 'wat is ingesteld' },
    { line: 'hcm proxy --mode manual --url http://proxy.corp.example:8080', about: 'altijd deze' },
    { line: 'hcm proxy --password - < password.txt', about: 'het wachtwoord van de gebruiker ervan' },
  ],
  run: [
    { line: 'hcm run', about: 'op de voorgrond' },
    {
      line: 'hcm run --log-level debug --log-format pretty',
      about: 'met alles wat wordt opgemerkt, om te lezen',
    },
    { line: 'hcm run --http 127.0.0.1:9464', about: 'met status en metrische gegevens voor bewaking' },
  ],
  service: [{ line: 'hcm service install --start', about: 'een host vanaf het opstarten' }],
  'service install': [
    { line: 'hcm service install --start', about: 'ingesteld en gestart' },
    { line: 'hcm service install --dry-run', about: 'alleen wat het zou doen' },
  ],
  'service uninstall': [{ line: 'hcm service uninstall', about: 'verbindingen en sleutels blijven' }],
  'service start': [{ line: 'hcm service start', about: 'via het servicebeheer van het systeem' }],
  'service stop': [{ line: 'hcm service stop', about: 'open sessies mogen worden afgerond' }],
  'service status': [{ line: 'hcm service status', about: 'of de service is ingesteld en actief is' }],
  forward: [
    {
      line: 'hcm forward - --port 1433 < send.txt',
      about: 'een app op deze computer bereikt het eindpunt op 127.0.0.1:1433',
    },
  ],
  relay: [
    { line: 'hcm relay', about: 'een lokale relay met een hybride verbinding die demo heet' },
    {
      line: 'hcm relay --entity payroll-sql --endpoint localhost:1433',
      about: 'met een eigen hybride verbinding',
    },
  ],
  demo: [
    { line: 'hcm demo', about: 'de hele weg, tot Ctrl+C' },
    { line: 'hcm demo --exit', about: 'één keer' },
  ],
  completion: [
    { line: 'hcm completion bash > /etc/bash_completion.d/hcm', about: 'voor iedereen, op Linux' },
    { line: 'hcm completion powershell >> $PROFILE', about: 'op Windows' },
  ],
  version: [
    { line: 'hcm version', about: 'alleen het nummer' },
    { line: 'hcm version --check', about: 'of er een nieuwere versie is, en wat er is gewijzigd' },
    { line: 'hcm version --channel preview', about: 'ook voordat de versie stabiel is' },
  ],
};
