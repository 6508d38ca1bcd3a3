/** Listening with tokens of Entra instead of keys (relay-protocol §2.5): the built hcm, an authority, an ARM and a relay of the test's. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseConnectionString } from '../../electron/contract/connection-string.ts';
import type { RelayEvent } from '../../electron/local-relay/events.ts';
import { startSender } from '../../electron/local-relay/sender.ts';
import type { ServicePrincipal } from '../azure/azure-world.ts';
import { ImdsServer } from '../azure/imds-server.ts';
import type { RelayNamespace } from '../azure/relay-namespace.ts';
import { relayResource } from '../azure/test-azure.ts';
import { AzureStage } from '../fixtures/azure-stage.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { until } from '../fixtures/until.ts';
import type { HostLink } from '../soak/host-link.ts';

const addOrders = [
  'add',
  '-s',
  'Production',
  '-rg',
  'relays',
  '-ns',
  'contoso-neu',
  '-n',
  'orders',
  '--entra',
];
const listener = 'Azure Relay Listener';

let scene: AzureStage;
let namespace: RelayNamespace;
let echo: Server;
let orders: { readonly id: string };
/** What the relay was told and shown. */
let events: RelayEvent[];
let tokens: Set<string>;

beforeEach(async () => {
  scene = await AzureStage.open();
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const { world } = scene.azure;
  namespace = await world.addNamespace({
    subscription: scene.subscription,
    name: 'contoso-neu',
    tokenGraceMs: 0,
  });
  const endpoint = `localhost:${(echo.address() as AddressInfo).port}`;
  namespace.addConnection('orders', { endpoint });
  orders = { id: `${namespace.id}/hybridConnections/orders` };
  events = [];
  tokens = new Set();
  namespace.relay?.subscribe((event) => events.push(event));
  const read = world.readRelayToken;
  world.readRelayToken = (token) => {
    tokens.add(token);
    return read(token);
  };
});

afterEach(async () => {
  await scene.dispose();
  echo.close();
});

/** May see what there is, and read no key. */
function addReader(): ServicePrincipal {
  return scene.addService('Reader');
}

function count(type: RelayEvent['type']): number {
  return events.filter((event) => event.type === type).length;
}

async function openSession(): Promise<Socket> {
  const parsed = parseConnectionString(namespace.relay?.sendConnectionString('orders') ?? '', {
    purpose: 'send',
  });
  if (parsed.outcome !== 'relay') throw new Error('no string to send with');
  const sender = await startSender({
    target: parsed.value,
    bindAddress: '127.0.0.1',
    port: 0,
    caPem: scene.azure.caPem,
    platform: process.platform,
    onEvent: () => undefined,
  });
  scene.stage.afterwards(() => sender.close());
  const app = connect({ port: sender.port, host: '127.0.0.1' });
  await once(app, 'connect');
  // The end of the test is the end of the session, however it comes.
  app.on('error', () => undefined);
  scene.stage.afterwards(() => {
    app.destroy();
    return Promise.resolve();
  });
  return app;
}

async function exchange(app: Socket, text: string): Promise<void> {
  app.write(text);
  let heard = '';
  while (heard.length < text.length) {
    const [part] = (await once(app, 'data')) as [Buffer];
    heard += part.toString('utf8');
  }
  expect(heard).toBe(text);
}

it('a service that may read no key listens by its role: what happens without it, and how long a session lasts', async () => {
  scene.azure.authority.directory.accessTokenSeconds = 8;
  const reader = addReader();
  await scene.startHost();
  expect((await scene.signInAsService(reader)).exitCode).toBe(0);
  const added = await scene.run(addOrders);
  expect([added.exitCode, added.errors]).toEqual([0, '']);
  expect(JSON.parse(added.output)).toMatchObject({ name: 'orders', entraAccount: reader.clientId });
  const link = await scene.link();
  await untilRefused(link);
  const shown = await scene.run(['show', 'orders', '--output', 'table']);
  expect(shown.output).toContain(`None: signs in with Entra as ${reader.clientId}`);
  expect(shown.output).toContain(`${reader.clientId} lacks the role Azure Relay Listener on orders`);
  expect(shown.output).toContain(orders.id);

  scene.azure.world.grant(reader, orders, listener);
  await scene.run(['restart', 'orders']);
  await link.untilConnected('orders');
  const app = await openSession();
  await exchange(app, 'before '.repeat(20_000));
  const channels = [count('listener-connected'), count('listener-closed')];
  const renewed = count('token-renewed');
  await until(
    'two renewals',
    () => count('token-renewed') - renewed,
    (more) => more >= 2,
  );
  await exchange(app, 'after '.repeat(20_000));
  expect([count('listener-connected'), count('listener-closed')]).toEqual(channels);
  expect(tokens.size).toBeGreaterThan(2);
  expect(scene.azure.arm.requests.all.filter(({ path }) => /listKeys/i.test(path))).toEqual([]);

  // Taken away: the relay says so to the next token.
  scene.azure.world.revoke(reader, listener);
  await untilRefused(link);
  const refused = await scene.run(['logout']);
  expect([refused.exitCode, refused.errors]).toEqual([1, expect.stringContaining('HCM6073') as string]);
  const input = namespace.relay?.gatewayConnectionString('orders') ?? '';
  expect((await scene.run(['update', 'orders', '--connection-string', '-'], { input })).exitCode).toBe(0);
  expect((await link.untilConnected('orders')).config.entra).toBeNull();
  expect((await scene.run(['logout'])).exitCode).toBe(0);
  await exchange(await openSession(), 'with a key');
  await expectNoTokens();
});

it('the computer’s own identity listens by its role', async () => {
  const { signer, authority, arm, world } = scene.azure;
  const resources = (): readonly string[] => [arm.origin, relayResource];
  const imds = new ImdsServer({ signer, authority: authority.origin, resources });
  await imds.listen();
  scene.stage.afterwards(() => imds.close());
  const identity = addReader();
  imds.systemAssigned = identity;
  world.grant(identity, namespace, listener);
  const environment = { AZURE_POD_IDENTITY_AUTHORITY_HOST: imds.origin };
  await scene.startHost({ environment });
  expect((await scene.run(['login', '--identity'], { environment })).exitCode).toBe(0);
  expect((await scene.run(addOrders, { environment })).errors).toBe('');
  await (await scene.link()).untilConnected('orders');
  await exchange(await openSession(), 'without any secret');
  await expectNoTokens();
});

it('a person who signed in by a code listens by their role, with tokens that the sign-in renews', async () => {
  scene.azure.world.grant(scene.ada, orders, listener);
  await scene.startHost();
  expect((await scene.signInByDevice(scene.ada)).exitCode).toBe(0);
  expect((await scene.run(addOrders)).errors).toBe('');
  await (await scene.link()).untilConnected('orders');
  await exchange(await openSession(), 'by a person');
  await expectNoTokens();
});

async function untilRefused(link: HostLink): Promise<void> {
  await link.until('orders', 'is refused', ({ azure }) => azure.problem?.code === 'HCM6070');
}

/** Neither a token nor a key is in any file, output or argument. */
async function expectNoTokens(): Promise<void> {
  const signatures = [...tokens].map(
    (token, index) => [`token ${index}`, token.split('.')[2] ?? ''] as const,
  );
  expect(signatures.length).toBeGreaterThan(0);
  const search = new SecretSearch({ ...scene.keys, ...Object.fromEntries(signatures) });
  const { findings } = await search.lookInFolder(scene.stage.home);
  const said = scene.stage.processes.flatMap((one) => [one.output, one.errors, one.words.join(' ')]);
  expect([...findings, ...said.flatMap((text) => search.look('what was said', text))]).toEqual([]);
}
