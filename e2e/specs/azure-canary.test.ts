/**
 * Somebody signs in in every way, chooses, and everything goes wrong that can, with the log at its most talkative. Then no token, no
 * secret and no key may be anywhere: no file in the clear, no log, no output, no list of processes, no text of a crash; and nobody
 * but the cloud has been asked anything.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultOrder } from '../azure/arm-faults.ts';
import { makeServiceCertificate } from '../azure/service-certificate.ts';
import { AzureStage, addSql, told } from '../fixtures/azure-stage.ts';
import { ConnectProxy } from '../fixtures/connect-proxy.ts';
import type { Finished, HcmProcess } from '../fixtures/hcm-process.ts';
import { ProcessWatch } from '../fixtures/process-watch.ts';
import { ProgramsOnPath } from '../fixtures/programs-on-path.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { startHost, untilConnected } from '../fixtures/tunnel.ts';

const addWeb = [...addSql.slice(0, -1), 'web'];

let azure: AzureStage;
let proxy: ConnectProxy;
let programs: ProgramsOnPath;
let secrets: Readonly<Record<string, string>>;
let metrics = '';
let crash: Finished;
let inFolder: Awaited<ReturnType<SecretSearch['lookInFolder']>>;
let seenProcesses: ReadonlyMap<number, ReadonlySet<string>>;
/** Codes that the run must have met, or it proved nothing. */
const wanted = ['HCM6004', 'HCM6007', 'HCM6013', 'HCM6021', 'HCM6024', 'HCM6026'];

beforeAll(async () => {
  azure = await AzureStage.open();
  proxy = await ConnectProxy.start();
  azure.stage.afterwards(() => proxy.close());
  programs = await ProgramsOnPath.on(azure.stage);
  await programs.add('xdg-open');
  const proxied = {
    proxyMode: 'manual',
    proxyUrl: `http://${proxy.address}`,
    proxyBypass: '<-loopback>',
  } as const;
  await azure.set({ ...proxied, logLevel: 'debug', drainSeconds: 1 });
  const { certificatePem, privateKeyPem } = await makeServiceCertificate();
  const bySecret = azure.addService();
  const byCertificate = azure.azure.world.addService(azure.tenant, { certificatePem });
  const keyFile = join(azure.azure.caFile, '..', 'service.pem');
  await writeFile(keyFile, `${certificatePem}\n${privateKeyPem}\n`);
  const watch = new ProcessWatch();
  try {
    const { host, url } = await startTalkative();
    await browserLogin();
    await ends(0, [
      'login',
      '--service-principal',
      byCertificate.clientId,
      '--tenant',
      azure.tenant.tenantId,
      '--certificate-file',
      keyFile,
    ]);
    await ends(
      1,
      ['login', '--service-principal', bySecret.clientId, '--tenant', azure.tenant.tenantId, '--secret', '-'],
      'canary-wrong-secret',
    );
    await ends(
      0,
      ['login', '--service-principal', bySecret.clientId, '--tenant', azure.tenant.tenantId, '--secret', '-'],
      bySecret.secret,
    );
    await ends(0, addSql);
    await untilConnected(azure.stage, 'sql');
    const oldKeys = await keysInMotion();
    await trouble();
    await lookAtEverything();
    metrics = await ask(`${url}/metrics`);
    secrets = {
      ...oldKeys,
      ...azure.keys,
      'client secret': bySecret.secret,
      'certificate key': privateKeyPem.replaceAll(/-----.*-----|\s/g, '').slice(100, 200),
      password: azure.ada.password,
      ...Object.fromEntries(azure.azure.authority.issued.map((token, index) => [`token ${index}`, token])),
    };
    crash = await crashWith(host, Object.values(secrets).join('\n'));
    inFolder = await new SecretSearch(secrets).lookInFolder(azure.stage.home);
    const again = await startTalkative();
    again.host.signal('SIGTERM');
    await again.host.end();
  } finally {
    seenProcesses = await watch.stop();
  }
}, 240_000);

afterAll(() => azure.dispose());

/** A host whose process dies of an error that holds everything, when it is told to. */
async function startTalkative() {
  const preload = join(azure.stage.folder, 'crash.mjs');
  const text = join(azure.stage.folder, 'crash.txt');
  await writeFile(
    preload,
    `import { readFileSync } from 'node:fs';
process.on('SIGUSR2', () => { throw new Error(readFileSync(${JSON.stringify(text)}, 'utf8')); });`,
  );
  const environment = { NODE_OPTIONS: `--import=${preload}` };
  const host = await startHost(azure.stage, azure.options({ environment }), ['--http', 'localhost:0']);
  const url = await host.report(
    'where it answers',
    (report) => /"http":"(http:[^"]+)"/.exec(JSON.stringify(report))?.[1],
  );
  return { host, url };
}

async function crashWith(host: HcmProcess, message: string): Promise<Finished> {
  await writeFile(join(azure.stage.folder, 'crash.txt'), message);
  host.signal('SIGUSR2');
  return host.end();
}

async function ends(exitCode: number, words: readonly string[], input?: string): Promise<void> {
  const finished = await azure.run(words, input === undefined ? {} : { input: `${input}\n` });
  expect({ words, exitCode: finished.exitCode, errors: finished.errors }).toMatchObject({ exitCode });
}

async function browserLogin(): Promise<void> {
  const login = azure.start(['login'], { environment: { PATH: programs.path, DISPLAY: ':99' } });
  const [url] = await told(login, /https:\S+/);
  await azure.visit(url, azure.ada);
  expect((await login.end()).exitCode).toBe(0);
}

/** Keys are handed out, read anew, given to an app and made anew. @returns those of before */
async function keysInMotion(): Promise<Readonly<Record<string, string>>> {
  const link = await azure.link();
  const { apps } = azure.azure.world;
  const { subscriptionId } = azure.subscription;
  const shop = apps.addSite(apps.addPlan({ subscriptionId, name: 'basic', tier: 'Basic' }), 'shop');
  const before = Object.entries(azure.keys).map(([name, key]) => [`old ${name}`, key] as const);
  const { connections } = await link.call('connections.snapshot', {});
  const id = connections.find(({ config }) => config.name === 'sql')?.config.id ?? '';
  const { text } = await link.call('connections.gatewayString', { id });
  expect(before.some(([, key]) => text.includes(key))).toBe(true);
  await link.call('azure.syncKeys', { id, mayUseRootKey: false });
  await link.call('azure.attach', { id, appId: shop.id });
  const rotation = await link.call('azure.startRotation', { id });
  let job = await link.call('azure.progress', { id: rotation.id, after: 0 });
  while (!job.done) job = await link.call('azure.progress', { id: rotation.id, after: job.revision });
  expect(job.steps.map(({ state }) => state)).toEqual(job.steps.map(() => 'done'));
  return Object.fromEntries(before);
}

/** Everything that Resource Manager can do to a request that holds a token, and to an answer that holds keys. */
async function trouble(): Promise<void> {
  const { arm, authority, world } = azure.azure;
  const keys = { method: 'POST', path: /listKeys$/i } as const;
  const orders: readonly FaultOrder[] = [
    { ...keys, fault: { kind: 'broken-json' } },
    { ...keys, fault: { kind: 'cut', within: 'body' }, times: 3 },
    { ...keys, fault: { kind: 'throttle', retryAfterSeconds: 3600 } },
    { ...keys, fault: { kind: 'error', status: 403, code: 'AuthorizationFailed' } },
  ];
  for (const order of orders) {
    arm.faults.clear();
    arm.faults.add(order);
    await ends(1, addWeb);
  }
  arm.faults.clear();
  authority.revoke(azure.ada);
  arm.demandClaims({ acrs: 'c1' });
  await ends(1, addWeb);
  arm.demandClaims(undefined);
  world.clockOffsetMs = 2 * 3_600_000;
  await azure.run(addWeb);
  world.clockOffsetMs = 0;
}

async function lookAtEverything(): Promise<void> {
  for (const output of ['json', 'table']) await ends(0, ['show', 'sql', '--output', output]);
  await ends(0, ['account', 'list']);
  await ends(0, ['logs']);
  await ends(0, ['logs', '--activity']);
}

function ask(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve(body));
    }).on('error', reject);
  });
}

describe('after everything that can happen to a sign-in', () => {
  it('the run was one in which it could have got out', async () => {
    const settings = await readFile(join(azure.stage.home, 'settings.json'), 'utf8');
    expect(settings).toContain('"logLevel":"debug"');
    const log = await readFile(join(azure.stage.home, 'hcm.log'), 'utf8');
    expect(log).toContain('signed in with azure');
    const said = azure.stage.processes.map(({ errors }) => errors).join('');
    for (const code of wanted) expect(said).toContain(code);
    expect(azure.azure.authority.issued.length).toBeGreaterThan(6);
    expect(metrics).toContain('hybrid_connection_up');
  });

  it('no file of the data folder holds it in the clear, not even those that keep it', async () => {
    expect(inFolder.findings).toEqual([]);
    const accounts = await readFile(join(azure.stage.home, 'azure-accounts.json'), 'utf8');
    expect(accounts).toContain(azure.ada.username);
    expect(accounts).not.toMatch(/eyJ[\w-]{10,}\.[\w-]/);
  });

  it('no program has written it, no metrics and no text of a crash', () => {
    const search = new SecretSearch(secrets);
    const said = azure.stage.processes.flatMap(({ words, output, errors }) => [
      ...search.look(`output of ${words.join(' ')}`, output),
      ...search.look(`errors of ${words.join(' ')}`, errors),
    ]);
    expect(said).toEqual([]);
    expect(search.look('metrics', metrics)).toEqual([]);
    expect([crash.exitCode, crash.errors]).toEqual([1, expect.stringContaining('HCM9001') as string]);
  });

  it('no list of processes has shown it', () => {
    const lines = [...seenProcesses.values()].flatMap((seen) => [...seen]);
    const hosts = azure.stage.processes.filter(({ pid }) => seenProcesses.has(pid));
    expect(hosts.length).toBeGreaterThan(azure.stage.processes.length / 2);
    expect(lines.filter((line) => Object.values(secrets).some((secret) => line.includes(secret)))).toEqual(
      [],
    );
  });

  it('nobody but the cloud was asked', () => {
    const { arm, authority } = azure.azure;
    const hosts = [arm.origin, authority.origin].map((origin) => new URL(origin).host);
    expect([...new Set(proxy.asked)].sort()).toEqual([...hosts, azure.namespace.host].sort());
    // Her browser alone came past the proxy, to the authority.
    expect(arm.peers.filter((port) => !proxy.ports.has(port))).toEqual([]);
  });
});
