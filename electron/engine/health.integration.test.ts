import { afterEach, expect, it } from 'vitest';
import type { ContractEvent } from '../contract/api.ts';
import type { HealthItem } from '../contract/health.ts';
import type { Engine } from './engine.ts';
import { nodeFileSystem } from './store/file-system.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { HurriedClock } from './testing/hurried-clock.ts';

let world: EngineWorld;

afterEach(async () => {
  await world.close();
});

/** Every list of items that a host tells, as codes. */
function follow(engine: Engine) {
  const told: HealthItem[][] = [];
  const end = engine.subscribe((event: ContractEvent) => {
    if (event.name === 'health.changed') told.push([...event.payload.items]);
  });
  const codes = (): string[] => (told.at(-1) ?? []).map(({ code }) => code);
  return { told, codes, end };
}

it('a relay that goes away is one item for its five connections, and no other ever shows', async () => {
  world = await EngineWorld.start();
  // A minute takes three seconds.
  const engine = await world.open({ clock: new HurriedClock(20) });
  await engine.start();
  for (let number = 0; number < 5; number += 1) {
    const connectionString = await world.relayString(`sql${number}`);
    await engine.call('connections.add', { connectionString, caPem: world.relays.caPem });
  }
  const ids = (await engine.call('connections.snapshot', {})).connections.map(({ config }) => config.id);
  for (const id of ids)
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  expect(await engine.call('health.list', {})).toEqual({ items: [] });
  const health = follow(engine);
  const { port } = world.relays.relay;
  await world.relays.relay.faults.goDown();
  await world.relays.until('an item', () => health.told.length > 0, 40_000);
  expect(health.told[0]).toMatchObject([
    {
      code: 'HCM8002',
      connectionId: null,
      relay: `localhost:${port}`,
      problem: { code: 'HCM2002' },
      details: { count: 5, host: 'localhost' },
    },
  ]);
  expect([...(health.told[0]?.[0]?.affected ?? [])].sort()).toEqual([...ids].sort());
  expect(await engine.call('health.list', {})).toEqual({ items: health.told[0] });
  await world.relays.relay.faults.comeBack();
  await world.relays.until('no item', () => health.told.length > 1 && health.codes().length === 0, 40_000);
  for (const id of ids)
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  const everShown = new Set(health.told.flat().map(({ code }) => code));
  expect([...everShown]).toEqual(['HCM8002']);
}, 120_000);

it('a store that can’t be written is an item until it can', async () => {
  world = await EngineWorld.start();
  const disk = nodeFileSystem();
  let isFull = false;
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const engine = await world.open({
    fileSystem: {
      ...disk,
      create: (path, data) => (isFull ? Promise.reject(full) : disk.create(path, data)),
    },
  });
  const codes = async (): Promise<string[]> =>
    (await engine.call('health.list', {})).items.map(
      ({ code, details }) => `${code} ${String(details['file'])}`,
    );
  isFull = true;
  await expect(engine.call('settings.set', { drainSeconds: 5 })).rejects.toMatchObject({ code: 'HCM4003' });
  expect(await codes()).toEqual(['HCM8021 settings.json']);
  isFull = false;
  await engine.call('settings.set', { drainSeconds: 5 });
  expect(await codes()).toEqual([]);
});
