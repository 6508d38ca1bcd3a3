import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createLines, type PlannedConnection } from './azure-create-lines.ts';

const subscriptionId = '5f0c0c0a-0000-4000-8000-000000000002';

const existing: PlannedConnection = {
  cloud: 'public',
  subscriptionId,
  resourceGroup: 'relays',
  isNewGroup: false,
  namespace: 'contoso-weu',
  newRegion: null,
  name: 'payroll-sql',
  endpoint: { host: 'sql01.corp.contoso.com', port: 1433 },
  app: null,
};

function appIn(group: string): PlannedConnection['app'] {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Web/sites/shop-web`;
  return { id, name: 'shop-web' };
}

const all: PlannedConnection = {
  ...existing,
  resourceGroup: 'Relays (größe)',
  isNewGroup: true,
  namespace: 'contoso-new',
  newRegion: 'West Europe',
  app: appIn('shop'),
};

/** What the programs are called with, as a real shell understands the lines. */
function callsOf(script: string): readonly (readonly string[])[] {
  const print = `printf '%s\\037' "$@"; printf '\\036';`;
  const stubs = `az() { printf 'az\\037'; ${print} }; hcm() { printf 'hcm\\037'; ${print} };`;
  return execFileSync('/bin/sh', ['-c', `${stubs}\n${script}`], { encoding: 'utf8' })
    .split('\u001E')
    .slice(0, -1)
    .map((call) => call.split('\u001F').slice(0, -1));
}

const metadata = '[{"key":"endpoint","value":"sql01.corp.contoso.com:1433"}]';

// A shell of POSIX is the judge; Windows has none.
describe.runIf(process.platform !== 'win32')('lines for az', () => {
  it('make it in a namespace that is there', () => {
    const at = ['-g', 'relays', '--namespace-name', 'contoso-weu'];
    const rule = ['az', 'relay', 'hyco', 'authorization-rule', 'create', ...at];
    expect(callsOf(createLines(existing, 'az'))).toEqual([
      ['az', 'account', 'set', '--subscription', subscriptionId],
      [
        ...['az', 'relay', 'hyco', 'create', ...at, '-n', 'payroll-sql'],
        ...['--requires-client-authorization', 'true', '--user-metadata', metadata],
      ],
      [...rule, '--hybrid-connection-name', 'payroll-sql', '-n', 'defaultListener', '--rights', 'Listen'],
      [...rule, '--hybrid-connection-name', 'payroll-sql', '-n', 'defaultSender', '--rights', 'Send'],
      ['hcm', 'add', '-s', subscriptionId, '-rg', 'relays', '-ns', 'contoso-weu', '-n', 'payroll-sql'],
    ]);
  });

  it('make group and namespace first, and attach the app in its own group', () => {
    const calls = callsOf(createLines(all, 'az'));
    const group = 'Relays (größe)';
    expect(calls.slice(1, 3)).toEqual([
      ['az', 'group', 'create', '-n', group, '-l', 'West Europe'],
      ['az', 'relay', 'namespace', 'create', '-g', group, '-n', 'contoso-new', '-l', 'West Europe'],
    ]);
    expect(calls.at(-2)).toEqual([
      ...['az', 'webapp', 'hybrid-connection', 'add', '-g', 'shop', '-n', 'shop-web'],
      ...['--namespace', 'contoso-new', '--hybrid-connection', 'payroll-sql'],
    ]);
  });

  it('run nothing that stands in a name', () => {
    const hostile = { ...existing, resourceGroup: "x'; touch never; $(id) `id`" };
    const [, made] = callsOf(createLines(hostile, 'az'));
    expect(made?.[5]).toBe(hostile.resourceGroup);
  });
});

describe('lines for Bicep', () => {
  it('name the namespace as existing, with endpoint, authorization and both rules', () => {
    const lines = createLines(existing, 'bicep');
    expect(lines).toContain(
      "resource relays 'Microsoft.Relay/namespaces@2021-11-01' existing = {\n  name: 'contoso-weu'\n}",
    );
    expect(lines).toContain('requiresClientAuthorization: true');
    expect(lines).toContain(`userMetadata: '${metadata}'`);
    expect(lines).toContain("properties: { rights: ['Listen'] }");
    expect(lines).toContain("properties: { rights: ['Send'] }");
    expect(lines).not.toContain('Microsoft.Web');
  });

  it('attach an app of the same group, and say how to attach one of another', () => {
    const here = createLines({ ...all, resourceGroup: 'Shop' }, 'bicep');
    expect(here).toContain("name: 'shop-web/contoso-new/payroll-sql'");
    expect(here).toContain('sendKeyValue: defaultSender.listKeys().primaryKey');
    const elsewhere = createLines(all, 'bicep');
    expect(elsewhere).not.toContain('Microsoft.Web');
    expect(elsewhere).toContain('// az webapp hybrid-connection add -g shop -n shop-web');
    expect(elsewhere).toContain("location: 'West Europe'");
  });
});

describe('lines in another cloud', () => {
  it.each([
    ['china', 'AzureChinaCloud', '.servicebus.chinacloudapi.cn', 'china'],
    ['usGovernment', 'AzureUSGovernment', '.servicebus.usgovcloudapi.net', 'usgovernment'],
  ] as const)('name it: %s', (cloud, az, suffix, environment) => {
    const plan = { ...all, cloud, resourceGroup: 'shop' };
    expect(createLines(plan, 'az').split('\n')[0]).toBe(`az cloud set --name ${az}`);
    expect(createLines(plan, 'bicep')).toContain(`serviceBusSuffix: '${suffix}'`);
    expect(createLines(plan, 'terraform')).toContain(`environment = "${environment}"`);
  });

  it('leave it to whoever has a cloud of their own', () => {
    const plan = { ...all, cloud: 'custom', resourceGroup: 'shop' } as const;
    expect(createLines(plan, 'az')).toBe(createLines({ ...plan, cloud: 'public' }, 'az'));
    expect(createLines(plan, 'bicep')).not.toContain('serviceBusSuffix');
  });
});

describe('lines for Terraform', () => {
  it('make all of it, each part by reference to the one before', () => {
    const lines = createLines(all, 'terraform');
    expect(lines).toContain('resource "azurerm_resource_group" "relays" {\n  name     = "Relays (größe)"');
    expect(lines).toContain('  resource_group_name = azurerm_resource_group.relays.name');
    expect(lines).toContain(`= ${JSON.stringify(metadata)}`);
    expect(lines).toContain('  web_app_id    = "/subscriptions/');
    expect(lines).toContain('# Beside this: provider "azurerm" { features {} }\n');
    expect(lines).toContain(
      '  send_key_name = azurerm_relay_hybrid_connection_authorization_rule.defaultSender.name',
    );
  });

  it('leave alone what is there already', () => {
    const lines = createLines(existing, 'terraform');
    expect(lines).not.toContain('azurerm_resource_group');
    expect(lines).not.toContain('"azurerm_relay_namespace"');
    expect(lines).toContain('relay_namespace_name          = "contoso-weu"');
  });

  it('close every block and every string', () => {
    for (const line of createLines(all, 'terraform').split('\n'))
      expect(line).toMatch(/^(?:|#.*|resource "\w+" "\w+" \{|\}| {2}\w+ += (?:"(?:[^"\\]|\\.)*"|[\w.]+))$/u);
  });
});
