import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namespaceTestSchema, type NamespaceTest } from '../../contract/namespace-test.ts';
import type { Engine, EngineOptions } from '../engine.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Inspector } from './inspector.ts';

let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

async function test(engine: Engine, change: object = {}): Promise<NamespaceTest> {
  const { relay, caPem } = world.relays;
  const { hostname, port } = new URL(relay.url);
  const input = { host: hostname, port: Number(port), caPem, ...change };
  return namespaceTestSchema.parse(await engine.call('namespaces.test', input));
}

describe('namespaces.test', () => {
  it.each([false, true])('tells each step of the way; the host runs: %s', async (isRunning) => {
    const engine = await world.open();
    if (isRunning) await engine.start();
    const found = await test(engine);
    expect(found).toMatchObject({ via: null, protocol: 'TLSv1.3', failedAt: null, problem: null });
    expect(found.addresses).toContain('127.0.0.1');
    expect(found.issuer).not.toBeNull();
    expect(found.httpStatus).toBeGreaterThanOrEqual(200);
    expect(found.dialMs).toBeGreaterThan(0);
  });

  it('says who issued a certificate that isn’t trusted, and sends nothing', async () => {
    const found = await test(await world.open(), { caPem: undefined });
    expect(found).toMatchObject({ failedAt: 'tls', httpStatus: null, problem: { code: 'HCM2010' } });
    expect(found.issuer).not.toBeNull();
  });

  it('ends at the first step that doesn’t work', async () => {
    const engine = await world.open();
    expect(await test(engine, { port: 1 })).toMatchObject({
      failedAt: 'connect',
      problem: { code: 'HCM2002' },
    });
    expect(await test(engine, { host: 'no-such-name.invalid' })).toMatchObject({
      addresses: [],
      failedAt: 'name',
      problem: { code: 'HCM2001' },
    });
    const silent = createServer((socket) => void socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    expect(await test(engine, { port, timeoutSeconds: 1 })).toMatchObject({
      failedAt: 'connect',
      problem: { code: 'HCM2003' },
    });
    await new Promise((resolve) => silent.close(resolve));
  });

  it('dials no name that leads only where this host may not dial', async () => {
    const mayDial: EngineOptions['mayDial'] = () => ({ allowed: false, reason: 'test' });
    const found = await test(await world.open({ mayDial }));
    expect(found).toMatchObject({ dialMs: null, failedAt: 'name', problem: { code: 'HCM3106' } });
  });

  it('names the proxy, and says when that is what is missing', async () => {
    const proxy = { secure: false, host: '127.0.0.1', port: 1, user: '', password: '' };
    const systemProxy: EngineOptions['systemProxy'] = () => Promise.resolve([{ kind: 'proxy', proxy }]);
    const { relay } = world.relays;
    const engine = await world.open({ systemProxy });
    const found = await test(engine, { host: 'relay.example', port: Number(new URL(relay.url).port) });
    expect(found).toMatchObject({ via: '127.0.0.1:1', failedAt: 'proxy', problem: { code: 'HCM2061' } });
  });

  it('refuses what can’t be read', async () => {
    const engine = await world.open();
    await expect(test(engine, { caPem: 'nonsense' })).rejects.toMatchObject({ code: 'HCM1050' });
    await expect(test(engine, { host: 'not a host' })).rejects.toMatchObject({ code: 'HCM1030' });
  });
});

describe('a try with a time of its own', () => {
  it('ends then, where an endpoint’s name isn’t answered', async () => {
    const clock = new FakeClock();
    const inspector = new Inspector({
      clock,
      mayDial: () => ({ allowed: true }),
      dialTimeoutMs: () => 20_000,
      resolve: () => new Promise(() => undefined),
    });
    const tried = inspector.testEndpoint({ host: 'sql01', port: 1433, timeoutSeconds: 3 });
    const refused = expect(tried).rejects.toMatchObject({ code: 'HCM3104', details: { seconds: 3 } });
    clock.advance(3_000);
    await refused;
    inspector.close();
  });
});
