import { createHash, randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionView } from '../contract/connection-view.ts';
import type { SettingsChange } from '../contract/settings.ts';
import type { Engine } from './engine.ts';
import type { EngineOptions } from './engine-options.ts';
import { environmentProxy } from './net/environment-proxy.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { proxyKinds, RealProxy, type ProxyKind, type RealProxyOptions } from './testing/real-proxy.ts';
import { dial } from './testing/relay-world.ts';

const signIn = { user: 'm.keller', password: 'geheim-4711' };

let world: EngineWorld;
const proxies: RealProxy[] = [];

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(async () => {
  await world.close();
  for (const proxy of proxies.splice(0)) await proxy.dispose();
});

async function startProxy(kind: ProxyKind, change: Partial<RealProxyOptions> = {}): Promise<RealProxy> {
  const proxy = await RealProxy.start(kind, { allowedPort: world.relays.relay.port, ...change });
  proxies.push(proxy);
  return proxy;
}

/** The local relay is on this computer: only when it is asked for goes the way to it through a proxy. */
const evenHere = { proxyBypass: '<-loopback>' } as const;

function manual({ port }: RealProxy, user = ''): SettingsChange {
  const credentials = user === '' ? '' : `${user}@`;
  return { ...evenHere, proxyMode: 'manual', proxyUrl: `http://${credentials}127.0.0.1:${port}` };
}

async function startEngine(
  settings: SettingsChange,
  options: Partial<EngineOptions> = {},
): Promise<{ readonly engine: Engine; readonly id: string }> {
  const engine = await world.open(options);
  await engine.call('settings.set', settings);
  await engine.start();
  const { connection } = await engine.call('connections.add', {
    connectionString: await world.relayString(),
    caPem: world.relays.caPem,
  });
  return { engine, id: connection.config.id };
}

function untilConnected(engine: Engine, id: string): Promise<ConnectionView> {
  return world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
}

function untilProblem(engine: Engine, id: string, code: string): Promise<ConnectionView> {
  return world.until(engine, id, code, ({ azure }) => azure.problem?.code === code);
}

/** To the endpoint and back. */
async function expectEcho(app: Socket, bytes = 3 * 1024 * 1024): Promise<void> {
  const sent = randomBytes(bytes);
  const hash = createHash('sha256');
  let received = 0;
  const all = new Promise<void>((resolve, reject) => {
    app.on('data', (part: Buffer) => {
      hash.update(part);
      received += part.length;
      if (received >= bytes) resolve();
    });
    app.once('close', () => reject(new Error(`closed after ${received} bytes`)));
  });
  app.write(sent);
  await all;
  expect(hash.digest('hex')).toBe(createHash('sha256').update(sent).digest('hex'));
}

describe.each(proxyKinds)('%s', (kind) => {
  it('carries channel and sessions; killed and back, they return without a hand', async () => {
    const proxy = await startProxy(kind);
    const { engine, id } = await startEngine(manual(proxy));
    const { azure } = await untilConnected(engine, id);
    expect(azure.via).toBe(`127.0.0.1:${proxy.port}`);
    const sender = await world.relays.sender('sql');
    const app = await dial(sender.port);
    await expectEcho(app);

    // Both went through it: with it both are gone.
    const ended = new Promise<void>((resolve) => app.once('close', () => resolve()));
    app.resume();
    await proxy.kill();
    await ended;
    const down = await untilProblem(engine, id, 'HCM2061');
    expect(down.azure).toMatchObject({
      via: `127.0.0.1:${proxy.port}`,
      problem: { details: { proxy: `127.0.0.1:${proxy.port}` } },
    });

    await proxy.run();
    await untilConnected(engine, id);
    await expectEcho(await dial(sender.port));
  });

  it('wants a sign-in: without, with a wrong and with the right password', async () => {
    const proxy = await startProxy(kind, { signIn });
    const { engine, id } = await startEngine(manual(proxy));
    const without = await untilProblem(engine, id, 'HCM2065');
    expect(without.azure.problem?.details['schemes']).toBe('Basic');

    await engine.call('proxy.setPassword', { password: 'wrong-4711' });
    await engine.call('settings.set', manual(proxy, signIn.user));
    await untilProblem(engine, id, 'HCM2067');

    await engine.call('proxy.setPassword', { password: signIn.password });
    await untilConnected(engine, id);
    const sender = await world.relays.sender('sql');
    await expectEcho(await dial(sender.port), 100_000);

    const { lines } = await engine.call('log.tail', { limit: 1000 });
    const { settings } = await engine.call('settings.get', {});
    const seen = JSON.stringify([lines, settings, await world.view(engine, id)]);
    expect(seen).not.toContain(signIn.password);
    expect(seen).not.toContain('wrong-4711');
    expect(seen).not.toContain(Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64'));
  });

  it('denies the relay by its rules', async () => {
    const proxy = await startProxy(kind, { allowedPort: 1 });
    const { engine, id } = await startEngine(manual(proxy));
    const { azure } = await untilProblem(engine, id, 'HCM2064');
    expect(azure).toMatchObject({ status: 'notConnected', problem: { details: { status: 403 } } });
    // A change of settings counts without a restart.
    await engine.call('settings.set', { proxyMode: 'none' });
    expect((await untilConnected(engine, id)).azure.via).toBeNull();
  });

  it('is named by the environment, with user name and password', async () => {
    const proxy = await startProxy(kind, { signIn });
    const url = proxy.url.replace('http://', `http://${signIn.user}:${signIn.password}@`);
    const systemProxy = environmentProxy({ HTTPS_PROXY: url });
    const { engine, id } = await startEngine(evenHere, { systemProxy });
    expect((await untilConnected(engine, id)).azure.via).toBe(`127.0.0.1:${proxy.port}`);
    await expectEcho(await dial((await world.relays.sender('sql')).port), 100_000);
  });
});

describe('past the proxy', () => {
  it.each([
    ['the bypass list', { proxyMode: 'manual', proxyBypass: '<-loopback>, localhost' }, {}],
    ['this computer', { proxyMode: 'manual', proxyBypass: '' }, {}],
    ['the environment’s NO_PROXY', evenHere, { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'localhost' }],
  ] as const)('%s', async (_name, settings, environment) => {
    const { engine, id } = await startEngine(
      { proxyUrl: 'http://127.0.0.1:1', ...settings },
      { systemProxy: environmentProxy(environment) },
    );
    expect((await untilConnected(engine, id)).azure.via).toBeNull();
  });
});

describe('the password of the proxy', () => {
  it('is kept sealed, outlives the host, and can be forgotten', async () => {
    const engine = await world.open();
    expect(await engine.call('proxy.get', {})).toEqual({ hasPassword: false });
    await engine.call('proxy.setPassword', { password: signIn.password });
    engine.close();
    const again = await world.open();
    expect(await again.call('proxy.get', {})).toEqual({ hasPassword: true });
    await again.call('proxy.setPassword', { password: null });
    expect(await again.call('proxy.get', {})).toEqual({ hasPassword: false });
  });

  it('is forgotten with the proxy that it was given for: no other one gets to see it', async () => {
    const engine = await world.open();
    const isKept = async (): Promise<boolean> => (await engine.call('proxy.get', {})).hasPassword;
    // Whichever of the two comes first.
    await engine.call('proxy.setPassword', { password: signIn.password });
    await engine.call('settings.set', { proxyUrl: 'http://m.keller@proxy.corp:8080' });
    await engine.call('settings.set', { proxyUrl: 'https://k.meller@PROXY.corp:8080/' });
    await engine.call('settings.set', { proxyMode: 'manual' });
    expect(await isKept()).toBe(true);
    await engine.call('settings.set', { proxyUrl: 'http://m.keller@proxy.corp:8081' });
    expect(await isKept()).toBe(false);
    await engine.call('proxy.setPassword', { password: signIn.password });
    await engine.call('settings.reset', { names: ['proxyMode'] });
    expect(await isKept()).toBe(true);
    await engine.call('settings.reset', { names: ['proxyUrl'] });
    expect(await isKept()).toBe(false);
  });
});
