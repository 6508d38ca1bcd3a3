/** `hcm login` and `hcm add` with what Azure knows, against an authority, a Resource Manager and relays of the test's own. */
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServicePrincipal, Subscription, Tenant, User } from '../azure/azure-world.ts';
import { ImdsServer } from '../azure/imds-server.ts';
import type { RelayNamespace } from '../azure/relay-namespace.ts';
import { ScriptedBrowser } from '../azure/scripted-browser.ts';
import { makeServiceCertificate } from '../azure/service-certificate.ts';
import { TestAzure } from '../azure/test-azure.ts';
import { ensureBuilt } from '../fixtures/built-hcm.ts';
import type { Finished, HcmProcess } from '../fixtures/hcm-process.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { Stage, type StartOptions } from '../fixtures/stage.ts';
import { startHost, untilConnected } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

let azure: TestAzure;
let tenant: Tenant;
let subscription: Subscription;
let namespace: RelayNamespace;
let ada: User;
let service: Server;
let stage: Stage;

beforeAll(async () => {
  await ensureBuilt();
  service = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const endpoint = `localhost:${(service.address() as AddressInfo).port}`;
  azure = await TestAzure.start();
  tenant = azure.world.addTenant('Contoso');
  subscription = azure.world.addSubscription(tenant, 'Production');
  namespace = await azure.world.addNamespace({ subscription, name: 'contoso-weu' });
  namespace.addConnection('sql', { endpoint });
  namespace.addConnection('web', { endpoint });
  ada = azure.world.addUser('ada', tenant);
  azure.world.grant(ada, subscription, 'Contributor');
});

afterAll(async () => {
  service.close();
  await azure.dispose();
});

beforeEach(async () => {
  stage = await Stage.open();
  await writeFile(join(stage.home, 'settings.json'), azure.settingsFile());
});

afterEach(() => stage.dispose());

function options(more: StartOptions = {}): StartOptions {
  return { ...more, environment: { HCM_EXTRA_CA_CERTS: azure.caFile, ...more.environment } };
}

function run(words: readonly string[], more: StartOptions = {}): Promise<Finished> {
  return stage.run(words, options(more));
}

/** What stands on the error output of a login once it waits for a person. */
async function told(login: HcmProcess, pattern: RegExp): Promise<RegExpExecArray> {
  const look = (): RegExpExecArray | null => pattern.exec(login.errors);
  const found = await until('the login tells what to do', look, (match) => match !== null || login.hasEnded);
  if (found === null) throw new Error(login.errors);
  return found;
}

async function signInByDevice(user: User): Promise<Finished> {
  const login = stage.start(['login', '--device-code'], options());
  const [, url = '', code = ''] = await told(login, /Open (\S+) in any browser and type in the code (\S+)\./);
  const browser = new ScriptedBrowser(azure.caPem);
  await browser.visit(url, { user_code: code, username: user.username, password: user.password });
  return login.end();
}

const addSql = ['add', '-s', 'Production', '-rg', 'relays', '-ns', 'contoso-weu', '-n', 'sql'];

describe('a person', () => {
  it('signs in by a device code, and what she names is Connected', async () => {
    await startHost(stage, options());
    const login = await signInByDevice(ada);
    expect(login.errors).not.toContain('HCM');
    expect(JSON.parse(login.output)).toMatchObject({ kind: 'user', name: ada.username, cloud: 'custom' });
    const added = await run(addSql);
    expect(added.errors).toBe('');
    expect(JSON.parse(added.output)).toMatchObject({ name: 'sql', hasSecondaryKey: true });
    await untilConnected(stage, 'sql');
    expect(await run(addSql)).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('HCM1040') as string,
    });
    await expectNoSecrets();
  });

  it('signs in by a browser while no host runs, and is kept until she signs out', async () => {
    const login = stage.start(['login'], options());
    const [url] = await told(login, /https:\S+/);
    await new ScriptedBrowser(azure.caPem).visit(url, { username: ada.username, password: ada.password });
    expect((await login.end()).exitCode).toBe(0);
    expect(JSON.parse((await run(['account', 'list'])).output)).toMatchObject([{ name: ada.username }]);
    const added = await run([...addSql.slice(0, -1), 'web', '--output', 'yaml']);
    expect(added.output).toContain('name: web');
    expect((await run(['logout'])).exitCode).toBe(0);
    expect(JSON.parse((await run(['account', 'list'])).output)).toEqual([]);
    expect((await run(addSql)).errors).toContain('HCM6001');
    await expectNoSecrets();
  });

  it('chooses at a terminal', async () => {
    expect((await signInByDevice(ada)).exitCode).toBe(0);
    const add = stage.start(['add'], options({ terminal: { columns: 120, rows: 30 } }));
    await until(
      'asked for a string',
      () => add.output,
      (text) => text.includes('Enter to choose from Azure'),
    );
    add.type('\r');
    await until(
      'subscriptions',
      () => add.output,
      (text) => text.includes('Subscription (number):'),
    );
    add.type('1\n');
    await until(
      'connections',
      () => add.output,
      (text) => text.includes('Which ones'),
    );
    expect(add.output).toMatch(/2 +web +West Europe +contoso-weu/);
    add.type('1-2\n');
    const { exitCode, output } = await add.end();
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Added web') as string]);
    const { output: list } = await run(['list']);
    expect((JSON.parse(list) as { name: string }[]).map(({ name }) => name)).toEqual(['sql', 'web']);
  });

  it('who may only read learns which permission is missing', async () => {
    const bea = azure.world.addUser('bea', tenant);
    azure.world.grant(bea, subscription, 'Reader');
    expect((await signInByDevice(bea)).exitCode).toBe(0);
    const { exitCode, errors } = await run(addSql);
    expect(exitCode).toBe(1);
    expect(errors).toContain('authorizationRules/listKeys/action');
    expect(errors).toContain('correlation id');
    expect(errors).toContain('HCM6021');
  });
});

describe('a service', () => {
  async function signIn(
    principal: ServicePrincipal,
    words: readonly string[],
    more: StartOptions = {},
  ): Promise<void> {
    const who = ['--service-principal', principal.clientId, '--tenant', tenant.tenantId];
    const login = await run(['login', ...who, ...words], more);
    expect([login.exitCode, login.errors]).toEqual([0, '']);
    expect(JSON.parse(login.output)).toMatchObject({ kind: 'servicePrincipal', tenantId: tenant.tenantId });
    expect((await run(addSql)).exitCode).toBe(0);
  }

  it('signs in by a secret from standard input', async () => {
    const principal = azure.world.addService(tenant);
    azure.world.grant(principal, subscription, 'Contributor');
    await signIn(principal, ['--secret', '-'], { input: `${principal.secret}\n` });
    await expectNoSecrets({ 'the secret of the app': principal.secret });
    expect((await run(['login', '--service-principal', 'x', '--secret', 'visible'])).exitCode).toBe(2);
  });

  it('signs in by a certificate', async () => {
    const { certificatePem, privateKeyPem } = await makeServiceCertificate();
    const principal = azure.world.addService(tenant, { certificatePem });
    azure.world.grant(principal, subscription, 'Contributor');
    const file = join(azure.caFile, '..', 'service.pem');
    await writeFile(file, `${certificatePem}\n${privateKeyPem}\n`);
    await signIn(principal, ['--certificate-file', file]);
    await expectNoSecrets({
      'the private key': privateKeyPem.replaceAll(/-----.*-----|\s/g, '').slice(100, 200),
    });
  });
});

it('the computer’s own identity signs in', async () => {
  const { signer, authority, arm } = azure;
  const imds = new ImdsServer({ signer, authority: authority.origin, resources: () => [arm.origin] });
  await imds.listen();
  stage.afterwards(() => imds.close());
  imds.systemAssigned = azure.world.addService(tenant);
  azure.world.grant(imds.systemAssigned, subscription, 'Contributor');
  const environment = { AZURE_POD_IDENTITY_AUTHORITY_HOST: imds.origin };
  const login = await run(['login', '--identity'], { environment });
  expect(login.errors).toBe('');
  expect(JSON.parse(login.output)).toMatchObject({ kind: 'managedIdentity', tenantId: tenant.tenantId });
  expect((await run(addSql, { environment })).exitCode).toBe(0);
});

/** Keys, passwords and tokens: in no file, no output, no argument. Tokens are all JSON, so they are known by their looks. */
async function expectNoSecrets(more: Readonly<Record<string, string>> = {}): Promise<void> {
  const rules = ['sql', 'web'].flatMap((name) => namespace.rules(name) ?? []);
  const keys = rules.flatMap(({ primaryKey, secondaryKey }) => [primaryKey, secondaryKey]);
  const named = Object.fromEntries(keys.map((key, index) => [`key ${index}`, key] as const));
  const search = new SecretSearch({ ...named, 'a password': ada.password, ...more });
  const { findings } = await search.lookInFolder(stage.home);
  const said = stage.processes.flatMap((one) => [one.output, one.errors, one.words.join(' ')]);
  expect([...findings, ...said.flatMap((text) => search.look('what was said', text))]).toEqual([]);
  expect(said.filter((text) => /eyJ[\w-]{20,}\.[\w-]+\./.test(text))).toEqual([]);
}
