/** A host under a policy of the organization: what it answers, and that it takes in what changes while it runs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from './engine.ts';
import type { FoundPolicy, ManagedSource } from './policy/managed-source.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { FakeClock } from './testing/fake-clock.ts';

const pollMs = 60_000;

let world: EngineWorld;
let found: FoundPolicy;
let policy: ManagedSource;

beforeEach(async () => {
  world = await EngineWorld.start();
  found = policyOf({ drainSeconds: 0 });
  policy = { pollMs, read: () => Promise.resolve(found) };
});

afterEach(async () => {
  await world.close();
});

const left = { url: 'http://user@two.example:8080', hasPassword: false };

async function proxyOf(engine: Engine): Promise<object> {
  const { settings } = await engine.call('settings.get', {});
  return { url: settings.proxyUrl, ...(await engine.call('proxy.get', {})) };
}

function policyOf(settings: object): FoundPolicy {
  return { from: '/etc/hcm/policy.json', document: { version: 1, by: 'Contoso', settings } };
}

describe('a host under a policy', () => {
  it('says what is managed, refuses to change it, and says what of the policy doesn’t count', async () => {
    found = policyOf({ drainSeconds: 5, frobnicate: 1 });
    const engine = await world.open({ policy });
    const refusal = { code: 'HCM6101', details: { name: 'drainSeconds', by: 'Contoso' } };
    await expect(engine.call('settings.set', { drainSeconds: 1, maxSessions: 3 })).rejects.toMatchObject(
      refusal,
    );
    await expect(engine.call('settings.reset', { names: ['drainSeconds'] })).rejects.toMatchObject(refusal);
    expect(await engine.call('settings.get', {})).toMatchObject({
      settings: { drainSeconds: 5, maxSessions: 5000 },
      changed: [],
      managed: [{ name: 'drainSeconds', by: 'Contoso' }],
    });
    const { items } = await engine.call('health.list', {});
    expect(items).toMatchObject([{ code: 'HCM8028', details: { name: 'frobnicate' } }]);
  });

  it('takes in a changed policy by itself, and forgets the password of a proxy that it leaves', async () => {
    const clock = new FakeClock();
    found = policyOf({ proxyMode: 'none', proxyUrl: 'http://user@one.example:8080' });
    const engine = await world.open({ policy, clock });
    await engine.start();
    await engine.call('proxy.setPassword', { password: 'secret' });
    found = policyOf({ proxyMode: 'none', proxyUrl: 'http://user@two.example:8080' });
    clock.advance(pollMs);
    await expect.poll(() => proxyOf(engine), { timeout: 15_000 }).toEqual(left);
  });

  it('forgets it as well when it takes the policy in with its folder', async () => {
    found = policyOf({ proxyMode: 'none', proxyUrl: 'http://user@one.example:8080' });
    const engine = await world.open({ policy });
    await engine.start();
    await engine.call('proxy.setPassword', { password: 'secret' });
    await engine.reload();
    expect(await proxyOf(engine)).toMatchObject({ hasPassword: true });
    found = policyOf({ proxyMode: 'none', proxyUrl: 'http://user@two.example:8080' });
    await engine.reload();
    expect(await proxyOf(engine)).toEqual(left);
    // For good, not for as long as the other one is named.
    found = policyOf({ proxyMode: 'none', proxyUrl: 'http://user@one.example:8080' });
    await engine.reload();
    expect(await proxyOf(engine)).toMatchObject({ hasPassword: false });
  });

  it('has no password for a proxy that its policy names since the host ended', async () => {
    found = policyOf({ proxyMode: 'none', proxyUrl: 'http://user@one.example:8080' });
    const engine = await world.open({ policy });
    await engine.call('proxy.setPassword', { password: 'secret' });
    engine.close();
    found = policyOf({ proxyMode: 'none', proxyUrl: 'http://user@two.example:8080' });
    expect(await proxyOf(await world.open({ policy }))).toEqual(left);
  });
});
