/** Wherever a command learns of an endpoint it says what that port is known for; it refuses none (docs/limits.md). */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallName, Host } from '../contract/api.ts';
import { testConfig } from '../contract/testing/test-views.ts';
import { viewAtRest } from '../contract/view-at-rest.ts';
import type { WithHost } from './cli.ts';
import { withHost } from './host-access.ts';
import { runCli } from './run-cli.ts';
import { createTestIo } from './testing/test-io.ts';

const string =
  'Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=defaultListener;SharedAccessKey=q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=;EntityPath=';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-notices-'));
});

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function hcm(words: readonly string[], { typed = '', access = withHost } = {}) {
  const environment = { HCM_HOME: join(folder, 'home') };
  const io = { ...createTestIo({ environment, workingFolder: folder }), uid: process.getuid?.() ?? 0 };
  io.typed.end(typed);
  const code = await runCli(words, io, access);
  return { code, errors: io.errors.text };
}

async function written(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chmod(path, 0o600);
  return path;
}

it('hcm add', async () => {
  const { code, errors } = await hcm(['add', '-', '--endpoint', 'ftp.corp:21'], { typed: `${string}files` });
  expect([code, errors]).toEqual([0, expect.stringContaining('HCM1131')]);
  const sql = await hcm(['add', '-', '--endpoint', 'sql01.corp:1433'], { typed: `${string}sql` });
  expect(sql).toEqual({ code: 0, errors: '' });
});

it('hcm test', async () => {
  const call = (): unknown => ({ addresses: [], dialMs: 3 });
  const { errors } = await hcm(['test', 'dc01.corp:389'], { access: answering(call) });
  expect(errors).toContain('HCM1132');
  expect((await hcm(['test', 'sql01.corp:1433'], { access: answering(call) })).errors).toBe('');
});

it('hcm plan and hcm apply, with the connection’s name', async () => {
  const connection = (name: string, endpoint: string): object => ({
    connectionString: string + name,
    endpoint,
  });
  const connections = [connection('files', 'nas.corp:445'), connection('sql', 'sql01.corp:1433')];
  const file = await written('hosts.yaml', JSON.stringify({ version: 1, connections }));
  for (const command of ['plan', 'apply']) {
    const { errors } = await hcm([command, '-f', file]);
    expect(errors).toMatch(/^files: Port 445 is for file shares [^\n]+ HCM1133\n$/);
  }
  // As it shall be: nothing is new about it.
  expect((await hcm(['plan', '-f', file])).errors).toBe('');
});

it('hcm import, with the connection’s name', async () => {
  const entry = (name: string, endpoint: string): string =>
    `  - RelayName: ${name}\n    Host: ${endpoint.split(':')[0]}\n    HostPort: ${endpoint.split(':')[1]}\n`;
  const file = await written(
    'azbridge_config.yml',
    `AzureRelayConnectionString: ${string.replace(/;EntityPath=$/, '')}\nRemoteForward:\n${entry('dns', 'dc01.corp:53')}${entry('sql', 'sql01.corp:1433')}`,
  );
  const { code, errors } = await hcm(['import', file, '--dry-run', '--no-verify']);
  expect(code).toBe(0);
  expect(errors).toMatch(/^dns: Services on port 53 mostly use UDP[^\n]+ HCM1134$/m);
  expect(errors).not.toMatch(/^sql: /m);
});

it('hcm add from Azure', async () => {
  const subscription = { subscriptionId: 's-1', name: 'Production', accountId: 'a', tenantId: 't' };
  const config = { ...testConfig(), endpoint: { host: 'dc01.corp', port: 636, source: 'azure' as const } };
  const { code, errors } = await hcm(
    ['add', '-s', 'Production', '-rg', 'relays', '-ns', 'contoso', '-n', 'ldap'],
    {
      access: answering((name) =>
        name === 'azure.subscriptions'
          ? { subscriptions: [subscription], problems: [] }
          : { results: [{ connection: viewAtRest(config), problem: null }] },
      ),
    },
  );
  expect([code, errors]).toEqual([
    0,
    expect.stringMatching(/^payroll-sql: Port 636 is LDAP[^\n]+ HCM1132\n$/),
  ]);
});

function answering(answer: (name: CallName) => unknown): WithHost {
  const host: Host = {
    call: (name) => Promise.resolve(answer(name) as never),
    subscribe: () => () => undefined,
  };
  return (_io, work) => work({ host, running: true });
}
