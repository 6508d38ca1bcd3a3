/**
 * Examples in the help of each command, and in the manual page: command lines as they are typed, and what each is for. A
 * test has the program's own parser read every one of them.
 */
import { localised } from '../localised.ts';

export interface CliExample {
  readonly line: string;
  readonly about: string;
}

export const exampleWordTexts = localised({
  heading: 'Examples:',
  exitCodes: 'Exit codes: 0 done, 1 not done, 2 wrong use, 3 the command needs a host and none runs',
  exitCodesAndOwn: '{codes}, {own}',
} as const);

/** Exit codes that a command has of its own, or means in a way of its own. */
export const ownExitCodeTexts: Readonly<Record<string, string>> = localised({
  plan: '10 there is something to change',
  version: '10 with --check: a newer version is there',
  test: '1 also when it isn’t reached',
  'service status': '3 it doesn’t run',
});

export const cliExampleTexts: Readonly<Record<string, readonly CliExample[]>> = localised({
  add: [
    { line: 'hcm add - < gateway.txt', about: 'the gateway connection string from a file' },
    { line: 'hcm add', about: 'asks for it, and shows nothing of it' },
    {
      line: 'hcm add - --endpoint sql01.corp.example:1433 < gateway.txt',
      about: 'where Azure names no endpoint',
    },
    {
      line: 'hcm add -s Production -rg relays -ns contoso-weu -n sql',
      about: 'with the keys from Azure, after hcm login',
    },
  ],
  login: [
    { line: 'hcm login', about: 'in the browser of this computer' },
    { line: 'hcm login --device-code', about: 'in any browser' },
    {
      line: 'hcm login --service-principal 11111111-2222-4333-8444-555555555555 --tenant contoso.com --secret - < secret.txt',
      about: 'as an app',
    },
  ],
  logout: [{ line: 'hcm logout', about: 'where one account is signed in' }],
  'sync-keys': [
    { line: 'hcm sync-keys payroll-sql', about: 'after somebody regenerated its keys in Azure' },
    { line: 'hcm sync-keys --all', about: 'whichever have changed' },
  ],
  'rotate-keys': [
    { line: 'hcm rotate-keys payroll-sql', about: 'shows the steps and asks first' },
    { line: 'hcm rotate-keys payroll-sql --yes', about: 'in a script, such as once a quarter' },
  ],
  account: [{ line: 'hcm account list', about: 'who is signed in' }],
  'account list': [{ line: 'hcm account list', about: 'who is signed in' }],
  list: [
    { line: 'hcm list', about: 'all connections' },
    { line: 'hcm list --output json', about: 'the same for a script' },
  ],
  show: [
    { line: 'hcm show payroll-sql', about: 'one connection, by its name' },
    { line: 'hcm show -ns contoso -n payroll-sql', about: 'by namespace and name' },
  ],
  status: [
    { line: 'hcm status', about: 'the host and its connections' },
    { line: 'hcm status --watch', about: 'the same, as it changes' },
    {
      line: 'hcm status payroll-sql --wait Connected --timeout 60',
      about: 'in a script, behind a change',
    },
  ],
  remove: [
    { line: 'hcm remove payroll-sql', about: 'asks first' },
    { line: 'hcm remove payroll-sql --yes', about: 'in a script' },
  ],
  start: [{ line: 'hcm start payroll-sql', about: 'a connection that was stopped' }],
  stop: [{ line: 'hcm stop payroll-sql', about: 'open sessions may finish' }],
  restart: [{ line: 'hcm restart payroll-sql', about: 'stop and start' }],
  sessions: [
    { line: 'hcm sessions', about: 'all open sessions' },
    { line: 'hcm sessions payroll-sql --ended --limit 50', about: 'the last 50 that have ended, and why' },
    { line: 'hcm sessions --kill 3f2a91c4', about: 'end one, by the beginning of its id' },
    { line: 'hcm sessions --kill-all payroll-sql --yes', about: 'end all of a connection' },
  ],
  test: [
    { line: 'hcm test sql01.corp.example:1433', about: 'an endpoint, dialled as a session would' },
    { line: 'hcm test [fd00::15]:1433', about: 'an IPv6 address' },
    {
      line: 'hcm test contoso.servicebus.windows.net --timeout 5',
      about: 'name, proxy, TCP, TLS and HTTPS of a namespace',
    },
    { line: 'hcm test payroll-sql', about: 'both ways of a connection' },
  ],
  logs: [
    { line: 'hcm logs --follow', about: 'the log as it is written' },
    { line: 'hcm logs payroll-sql --since 2h --level warn', about: 'warnings of one connection' },
    { line: 'hcm logs --sessions --since 2026-11-22T10:00', about: 'who was connected since then' },
    { line: 'hcm logs --path', about: 'where the files are' },
  ],
  update: [
    {
      line: 'hcm update payroll-sql --connection-string - < gateway.txt',
      about: 'the string with a new key',
    },
    { line: 'hcm update payroll-sql --endpoint sql02.corp.example:1433', about: 'another endpoint' },
    {
      line: 'hcm update payroll-sql --name payroll-sql-2',
      about: 'another Hybrid Connection of the same namespace',
    },
    { line: 'hcm update payroll-sql --accept-endpoint', about: 'the one that Azure names now' },
  ],
  config: [{ line: 'hcm config list', about: 'all settings, their values and limits' }],
  'config list': [
    { line: 'hcm config list', about: 'the settings of this host' },
    { line: 'hcm config list --connection payroll-sql', about: 'the limits of one connection' },
  ],
  'config get': [{ line: 'hcm config get drainSeconds', about: 'one setting' }],
  'config set': [
    { line: 'hcm config set drainSeconds 120', about: 'more time for open sessions' },
    { line: 'hcm config set maxSessions 50 --connection payroll-sql', about: 'for one connection' },
  ],
  'config unset': [{ line: 'hcm config unset drainSeconds', about: 'back to the default' }],
  plan: [
    { line: 'hcm plan -f connections.yaml', about: 'what apply would change' },
    { line: 'hcm plan -f connections.yaml --prune', about: 'and what it would remove' },
  ],
  apply: [
    { line: 'hcm apply -f connections.yaml', about: 'add and change what differs' },
    { line: 'hcm apply -f connections.yaml --prune --yes', about: 'and remove the others, in a script' },
  ],
  export: [
    { line: 'hcm export backup.json', about: 'keys are protected by a passphrase, which is asked for' },
    {
      line: 'hcm export backup.json --passphrase-file /etc/hcm/passphrase',
      about: 'the same in a script',
    },
    { line: 'hcm export --without-secrets > connections.json', about: 'without any key' },
  ],
  import: [
    {
      line: 'hcm import Microsoft.HybridConnectionManager.Listener.exe.config --dry-run',
      about: 'what Microsoft’s older manager has',
    },
    { line: 'hcm import connections.json', about: 'from its newer one' },
    { line: 'hcm import azbridge_config.yml --yes', about: 'from azbridge, without asking' },
    {
      line: 'hcm import backup.json --passphrase-file /etc/hcm/passphrase --overwrite',
      about: 'an export, over what is there',
    },
  ],
  proxy: [
    { line: 'hcm proxy', about: 'what is set' },
    { line: 'hcm proxy --mode manual --url http://proxy.corp.example:8080', about: 'always this one' },
    { line: 'hcm proxy --password - < password.txt', about: 'the password of its user' },
  ],
  run: [
    { line: 'hcm run', about: 'in the foreground' },
    {
      line: 'hcm run --log-level debug --log-format pretty',
      about: 'with everything that is noticed, for reading',
    },
    { line: 'hcm run --http 127.0.0.1:9464', about: 'with health and metrics for monitoring' },
  ],
  service: [{ line: 'hcm service install --start', about: 'a host from boot on' }],
  'service install': [
    { line: 'hcm service install --start', about: 'set up and started' },
    { line: 'hcm service install --dry-run', about: 'only what it would do' },
  ],
  'service uninstall': [{ line: 'hcm service uninstall', about: 'connections and keys stay' }],
  'service start': [{ line: 'hcm service start', about: 'by the system’s service manager' }],
  'service stop': [{ line: 'hcm service stop', about: 'open sessions may finish' }],
  'service status': [{ line: 'hcm service status', about: 'whether it is set up and runs' }],
  forward: [
    {
      line: 'hcm forward - --port 1433 < send.txt',
      about: 'an app on this computer reaches the endpoint at 127.0.0.1:1433',
    },
  ],
  relay: [
    { line: 'hcm relay', about: 'a local relay with a Hybrid Connection called demo' },
    {
      line: 'hcm relay --entity payroll-sql --endpoint localhost:1433',
      about: 'with one of your own',
    },
  ],
  demo: [
    { line: 'hcm demo', about: 'the whole way, until Ctrl+C' },
    { line: 'hcm demo --exit', about: 'once' },
  ],
  completion: [
    { line: 'hcm completion bash > /etc/bash_completion.d/hcm', about: 'for everybody, on Linux' },
    { line: 'hcm completion powershell >> $PROFILE', about: 'on Windows' },
  ],
  version: [
    { line: 'hcm version', about: 'the bare number' },
    { line: 'hcm version --check', about: 'whether a newer one is there, and what has changed' },
    { line: 'hcm version --channel preview', about: 'also before it is stable' },
  ],
});
