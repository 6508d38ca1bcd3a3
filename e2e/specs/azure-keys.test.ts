/** Keys that change in Azure while sessions carry bytes: `hcm sync-keys`, and `hcm rotate-keys` under load. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { rotationSteps } from '../../electron/contract/azure-resource.ts';
import { createRule, type AuthorizationRule } from '../../electron/local-relay/entities.ts';
import type { ServicePrincipal } from '../azure/azure-world.ts';
import type { RelayNamespace } from '../azure/relay-namespace.ts';
import { TestAzure } from '../azure/test-azure.ts';
import { readBytes, type Transferred } from '../fixtures/byte-stream.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { Stage, type StartOptions } from '../fixtures/stage.ts';
import { Target, type Session } from '../fixtures/target.ts';
import { startHost } from '../fixtures/tunnel.ts';
import type { HcmProcess, Finished } from '../fixtures/hcm-process.ts';
import { until } from '../fixtures/until.ts';
import { HostLink } from '../soak/host-link.ts';

let azure: TestAzure;
let principal: ServicePrincipal;
let namespace: RelayNamespace;
let stage: Stage;
let target: Target;
let host: HcmProcess;
let link: HostLink;

beforeAll(async () => {
  azure = await TestAzure.start();
  const tenant = azure.world.addTenant('Contoso');
  const subscription = azure.world.addSubscription(tenant, 'Production');
  principal = azure.world.addService(tenant);
  azure.world.grant(principal, subscription, 'Contributor');
  namespace = await azure.world.addNamespace({ subscription, name: 'contoso-weu' });
  stage = await Stage.open();
  target = await Target.start();
  stage.afterwards(() => target.close());
  await writeFile(join(stage.home, 'settings.json'), azure.settingsFile());
  host = await startHost(stage, options());
  const who = ['--service-principal', principal.clientId, '--tenant', tenant.tenantId, '--secret', '-'];
  await done(['login', ...who], { input: principal.secret });
  link = await linked();
});

afterAll(async () => {
  await stage.dispose();
  await azure.dispose();
});

afterEach(() => {
  azure.arm.faults.clear();
  azure.arm.requests.clear();
});

function options(more: StartOptions = {}): StartOptions {
  return { ...more, environment: { HCM_EXTRA_CA_CERTS: azure.caFile, ...more.environment } };
}

function run(words: readonly string[], more: StartOptions = {}): Promise<Finished> {
  return stage.run(words, options(more));
}

async function done(words: readonly string[], more: StartOptions = {}): Promise<unknown> {
  const { exitCode, output, errors } = await run(words, more);
  expect([words[0], exitCode, exitCode === 0 ? '' : errors]).toEqual([words[0], 0, '']);
  return JSON.parse(output);
}

async function linked(): Promise<HostLink> {
  const made = await HostLink.open(stage.home);
  stage.afterwards(() => made.close());
  return made;
}

async function addFromAzure(name: string): Promise<void> {
  namespace.addConnection(name, { endpoint: target.endpoint });
  await takeFromAzure(name);
}

async function takeFromAzure(name: string): Promise<void> {
  await done(['add', '-s', 'Production', '-rg', 'relays', '-ns', 'contoso-weu', '-n', name]);
  await link.untilConnected(name);
}

/** Starts `hcm forward`. @returns the port for apps. */
async function sender(name: string): Promise<number> {
  const input = namespace.relay?.sendConnectionString(name) ?? '';
  const words = ['forward', '-', '--port', '0', '--output', 'json', '--ca-file', azure.caFile];
  const forward = stage.start(words, { input });
  return forward.report('the sender listens', (report) => {
    const { event, address = '' } = report as { readonly event?: string; readonly address?: string };
    return event === 'listening' ? Number(address.slice(address.lastIndexOf(':') + 1)) : undefined;
  });
}

function listenRule(name: string): AuthorizationRule {
  const found = namespace.rules(name)?.find((rule) => rule.name === 'defaultListener');
  if (found === undefined) throw new Error('no listen rule');
  return found;
}

/** Bytes both ways, each direction hashed on both sides, until `end` is called. */
class Flow {
  readonly #session: Session;
  readonly #sent: Promise<readonly Transferred[]>;
  readonly #received: Promise<readonly Transferred[]>;
  #isOver = false;
  #written = 0;

  constructor(session: Session) {
    this.#session = session;
    const { app, service } = session;
    this.#sent = Promise.all([this.#write(app), this.#write(service)]);
    this.#received = Promise.all([readBytes(service), readBytes(app)]);
    for (const one of [this.#sent, this.#received]) one.catch(() => undefined);
  }

  get written(): number {
    return this.#written;
  }

  /** Everything that was sent has arrived, in its order. */
  async end(): Promise<void> {
    this.#isOver = true;
    expect(await this.#received).toEqual(await this.#sent);
    this.#session.app.destroy();
  }

  async #write(socket: Socket): Promise<Transferred> {
    const hash = createHash('sha256');
    let bytes = 0;
    while (!this.#isOver) {
      const part = randomBytes(8 * 1024);
      hash.update(part);
      bytes += part.length;
      this.#written += part.length;
      if (!socket.write(part)) await once(socket, 'drain');
      await pause(2);
    }
    socket.end();
    return { bytes, sha256: hash.digest('hex') };
  }
}

/** One short session after the other, each with bytes both ways. @returns what ends that and counts them. */
function keepOpening(port: number): () => Promise<number> {
  const state = { isOver: false };
  const work = async (): Promise<number> => {
    let count = 0;
    while (!state.isOver && count < 2000) {
      const { app, service } = await target.open(port);
      const text = randomBytes(2048);
      app.end(text);
      const hash = createHash('sha256').update(text).digest('hex');
      expect(await readBytes(service)).toEqual({ bytes: 2048, sha256: hash });
      service.end();
      await readBytes(app);
      count += 1;
    }
    return count;
  };
  const running = work();
  running.catch(() => undefined);
  return () => {
    state.isOver = true;
    return running;
  };
}

/** What the relay says to a token of that key (relay-protocol §2.1, §6.1). */
async function relaySays(name: string, key: string, rule = 'defaultListener'): Promise<number | undefined> {
  const resource = encodeURIComponent(`http://localhost/${name}/`);
  const expiry = Math.floor(Date.now() / 1000) + 600;
  const signature = createHmac('sha256', key).update(`${resource}\n${expiry}`).digest('base64');
  const authorization = `SharedAccessSignature sr=${resource}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${rule}`;
  const url = `https://${namespace.host}/${name}?api-version=2016-07`;
  const headers = { authorization, 'x-process-at': 'ServiceBus' };
  const asked = request(url, { ca: azure.caPem, headers }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

async function sessionIds(): Promise<readonly string[]> {
  return (await link.call('sessions.list', {})).sessions.map(({ id }) => id);
}

/** Connected, and by which key. */
async function keyInUse(name: string): Promise<string> {
  await link.refresh();
  const { azure: leg, keys } = link.view(name);
  return leg.status === 'connected' ? keys.inUse : leg.status;
}

function keysNow(rule: AuthorizationRule): readonly string[] {
  return [rule.primaryKey, rule.secondaryKey];
}

it('regenerated keys are fetched while a session goes on; a rotation that Azure ends half-way can be begun again', async () => {
  await addFromAzure('sql');
  const flow = new Flow(await target.open(await sender('sql')));
  const [session] = await sessionIds();
  expect(await done(['sync-keys', 'sql'])).toMatchObject([{ name: 'sql', changed: [], code: null }]);

  const before = listenRule('sql');
  namespace.regenerate(before, 'primaryKey', { connectionName: 'sql' });
  namespace.regenerate(listenRule('sql'), 'secondaryKey', { connectionName: 'sql' });
  expect(await Promise.all(keysNow(before).map((key) => relaySays('sql', key)))).toEqual([401, 401]);
  expect(await done(['sync-keys', 'sql'])).toMatchObject([
    { name: 'sql', changed: ['primary', 'secondary'], code: null },
  ]);
  const written = flow.written;
  await until(
    'bytes after the new keys',
    () => flow.written,
    (now) => now > written + 256 * 1024,
  );

  const forbidden = { kind: 'error', status: 403, code: 'AuthorizationFailed' } as const;
  azure.arm.faults.add({ fault: forbidden, method: 'POST', path: /regenerateKeys$/ });
  const failed = await run(['rotate-keys', 'sql', '--yes']);
  expect([failed.exitCode, failed.errors]).toEqual([1, expect.stringContaining('HCM6021') as string]);
  const { steps } = JSON.parse(failed.output) as { readonly steps: readonly { readonly state: string }[] };
  expect(steps.map(({ state }) => state)).toEqual([
    'done',
    'done',
    'failed',
    ...['waiting', 'waiting', 'waiting'],
  ]);
  expect(await keyInUse('sql')).toBe('primary');
  await done(['rotate-keys', 'sql', '--yes']);
  expect(await sessionIds()).toEqual([session]);
  await flow.end();
});

it('both keys are rotated under load: no byte is lost and nobody is refused', async () => {
  await addFromAzure('orders');
  const port = await sender('orders');
  const flows = [];
  for (let count = 0; count < 4; count += 1) flows.push(new Flow(await target.open(port)));
  const endOpening = keepOpening(port);
  const before = listenRule('orders');

  const held = [0, 1].map(() => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    azure.arm.faults.add({ fault: { kind: 'held', until }, method: 'POST', path: /regenerateKeys$/ });
    return () => release();
  });
  const rotation = done(['rotate-keys', 'orders', '--yes']);
  rotation.catch(() => undefined);
  for (const [index, key] of (['secondary', 'primary'] as const).entries()) {
    await until(
      `regeneration ${index + 1} is asked for`,
      () => azure.arm.requests.count('POST', /regenerateKeys$/),
      (count) => count === index + 1,
    );
    // Azure makes a key anew only when the host listens with the other one.
    expect(await keyInUse('orders')).toBe(key);
    held[index]?.();
  }
  expect(await rotation).toMatchObject({
    name: 'orders',
    steps: rotationSteps.map((step) => ({ step, state: 'done', code: null })),
  });

  expect(await endOpening()).toBeGreaterThan(3);
  for (const flow of flows) await flow.end();
  const after = listenRule('orders');
  expect(await Promise.all(keysNow(before).map((key) => relaySays('orders', key)))).toEqual([401, 401]);
  expect(await Promise.all(keysNow(after).map((key) => relaySays('orders', key)))).toEqual([200, 200]);
  await expectNoSecrets([...keysNow(before), ...keysNow(after), principal.secret]);
});

it('connections that share the namespace’s rule move together; another’s place is found by its relay', async () => {
  const rules = [createRule('defaultSender', ['Send'])];
  for (const name of ['web', 'crm']) namespace.addConnection(name, { endpoint: target.endpoint, rules });
  namespace.putRule(createRule('listenAll', ['Listen']));
  await takeFromAzure('web');
  // By a string, so that its place in Azure isn't known.
  const shared = namespace.relay?.namespaceConnectionString('listenAll') ?? '';
  await done(['add', '-', '-n', 'crm'], { input: shared });
  await link.untilConnected('crm');
  const flow = new Flow(await target.open(await sender('crm')));
  const before = namespace.rules()?.find(({ name }) => name === 'listenAll');
  if (before === undefined) throw new Error('no rule');
  await done(['rotate-keys', 'crm', '--yes']);
  await flow.end();
  for (const key of keysNow(before)) expect(await relaySays('web', key, 'listenAll')).toBe(401);
  const { exitCode, errors } = await run(['sync-keys', 'web', 'crm', 'nothing']);
  expect([exitCode, errors]).toEqual([1, expect.stringContaining('HCM1041') as string]);
  const synced = (await done(['sync-keys', '--all'])) as readonly { readonly changed: readonly string[] }[];
  expect(synced.length).toBeGreaterThan(1);
  expect(synced.flatMap(({ changed }) => changed)).toEqual([]);
});

it('a host that starts anew after it was killed has the new keys, all of them', async () => {
  await link.refresh();
  const names = link.views.map(({ config }) => config.name);
  expect(names).toContain('web');
  host.signal('SIGKILL');
  await host.end();
  await startHost(stage, options());
  link = await linked();
  for (const name of names)
    expect(await link.untilConnected(name)).toMatchObject({
      keys: { inUse: 'primary', hasSecondary: true, refused: [] },
    });
});

/** Keys and secrets: in no file, no output, no argument. */
async function expectNoSecrets(secrets: readonly string[]): Promise<void> {
  const named = secrets.map((secret, index) => [`secret ${index}`, secret] as const);
  const search = new SecretSearch(Object.fromEntries(named));
  const { findings } = await search.lookInFolder(stage.home);
  const said = stage.processes.flatMap((one) => [one.output, one.errors, one.words.join(' ')]);
  expect([...findings, ...said.flatMap((text) => search.look('what was said', text))]).toEqual([]);
}
