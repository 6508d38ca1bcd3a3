import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NetworkInterfaces } from './net/network-picture.ts';
import { lookMs } from './net/host-watch.ts';
import type { Engine } from './engine.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { FakeClock } from './testing/fake-clock.ts';

let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});
afterEach(() => world.close());

async function wakes(engine: Engine): Promise<readonly string[]> {
  const { lines } = await engine.call('log.tail', { limit: 1_000 });
  return lines
    .filter(({ message }) => message === 'woken')
    .map(({ fields }) => (JSON.parse(fields) as { reason: string }).reason);
}

describe('an engine', () => {
  it('watches its host from its start to its stop', async () => {
    const clock = new FakeClock();
    let network: NetworkInterfaces = {};
    const change = (): void => {
      network = { [`eth${clock.monotonicMs()}`]: [address] };
      clock.advance(4 * lookMs);
    };
    const hostSigns = { uptimeMs: () => clock.monotonicMs(), networkInterfaces: () => network };
    const engine = await world.open({ clock, hostSigns });
    change();
    engine.wake('resumed');
    expect(await wakes(engine)).toEqual([]);
    await engine.start();
    change();
    engine.wake('resumed');
    expect(await wakes(engine)).toEqual(['networkChanged', 'resumed']);
    await engine.stop();
    change();
    expect(clock.pending).toBe(0);
    expect(await wakes(engine)).toHaveLength(2);
  });
});

const address = {
  address: '192.0.2.7',
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '02:00:00:00:00:01',
  internal: false,
  cidr: null,
} as const;
