import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { mendLines, mendTools, mendTopic, mendTopics, type MendTarget } from './azure-mend-lines.ts';

const target: MendTarget = {
  resourceId:
    '/subscriptions/1111/resourceGroups/relays (eu)/providers/Microsoft.Relay/namespaces/contoso-weu/hybridConnections/sql',
  subscriptionId: '11111111-2222-4333-8444-555555555555',
  resourceGroup: 'relays (eu)',
  namespace: 'contoso-weu',
  name: 'sql',
  account: 'ada@contoso.com',
  endpoint: null,
};

describe('mendTopic', () => {
  it.each([
    ['noEndpoint', null, 'endpoint'],
    ['unreadableEndpoint', null, 'endpoint'],
    ['noClientAuthorization', null, 'clientAuthorization'],
    ['noKeyPermission', null, 'keyPermission'],
    ['configured', null, null],
    ['notAllowed', null, null],
    [null, null, null],
    [null, 'HCM6040', 'listenRule'],
    [null, 'HCM6041', 'listenRule'],
    ['noEndpoint', 'HCM6021', 'keyPermission'],
    [null, 'HCM6024', null],
  ] as const)('%s, %s: %s', (obstacle, code, topic) => {
    expect(mendTopic(obstacle, code)).toBe(topic);
  });
});

describe('mendLines', () => {
  it('names the Hybrid Connection in every language', () => {
    for (const topic of mendTopics) {
      const lines = mendLines(topic, target);
      for (const tool of mendTools) expect(lines[tool], `${topic} ${tool}`).toContain('sql');
    }
  });

  it('sets the endpoint in the metadata', () => {
    const { az, bicep, terraform } = mendLines('endpoint', target);
    expect(az).toBe(
      `az relay hyco update --subscription ${target.subscriptionId} -g 'relays (eu)' --namespace-name contoso-weu -n sql --user-metadata '[{"key":"endpoint","value":"HOST:PORT"}]'`,
    );
    expect(bicep).toContain(`userMetadata: '[{"key":"endpoint","value":"HOST:PORT"}]'`);
    expect(terraform).toContain(String.raw`= "[{\"key\":\"endpoint\",\"value\":\"HOST:PORT\"}]"`);
  });

  it('keeps an endpoint that is known', () => {
    const known = { ...target, endpoint: 'sql01.corp:1433' };
    for (const text of Object.values(mendLines('clientAuthorization', known))) {
      expect(text).toContain('sql01.corp:1433');
      expect(text).not.toContain('HOST:PORT');
    }
  });

  it('makes a rule that may listen and no more', () => {
    const { az, bicep, terraform } = mendLines('listenRule', target);
    expect(az).toMatch(/-n defaultListener --rights Listen$/u);
    expect(bicep).toContain("rights: ['Listen']");
    expect(bicep).not.toContain('Send');
    expect(terraform).toMatch(/listen += true\n +send += false\n +manage += false/u);
  });

  it('makes one anew with the rules that go when it is deleted', () => {
    const { az, bicep, terraform } = mendLines('clientAuthorization', target);
    expect(az.split('\n').map((line) => line.replace(/ --subscription .*/u, ''))).toEqual([
      'az relay hyco delete',
      'az relay hyco create',
      'az relay hyco authorization-rule create',
      'az relay hyco authorization-rule create',
    ]);
    for (const right of ['-n defaultListener --rights Listen', '-n defaultSender --rights Send'])
      expect(az).toContain(right);
    // A deployment can't change it, either.
    expect(bicep.split('\n')[0]).toBe(`// First: ${az.split('\n')[0]}`);
    for (const rule of ['defaultListener', 'defaultSender']) {
      expect(bicep).toContain(`resource ${rule} '`);
      expect(terraform).toContain(
        `resource "azurerm_relay_hybrid_connection_authorization_rule" "${rule}" {`,
      );
    }
  });

  it('asks for the right on this Hybrid Connection alone', () => {
    const { az, terraform } = mendLines('keyPermission', target);
    expect(az).toContain(`--scope '${target.resourceId}'`);
    expect(az).toContain('--assignee ada@contoso.com');
    expect(terraform).toContain(`"${target.resourceId}"`);
  });

  it('hands odd names to a shell, and to other languages, as words and nothing else', () => {
    const odd = "x'; touch /tmp/never; echo ${HOME} `id` $(id)\\";
    const { az, bicep, terraform } = mendLines('listenRule', { ...target, name: odd });
    const script = `az() { printf '%s\\n' "$@"; }\n${az}`;
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\n')).toContain(odd);
    expect(bicep).toContain(String.raw`name: 'x\'; touch /tmp/never; echo \${HOME} `);
    expect(terraform).toContain('echo $${HOME} ');
  });
});
