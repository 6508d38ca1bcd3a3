import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { RelayEvent } from '../../local-relay/events.ts';
import { createRule } from '../../local-relay/entities.ts';
import { dial, readAll, RelayWorld, type WorldOptions } from '../testing/relay-world.ts';

let world: RelayWorld;
let events: RelayEvent['type'][];

afterEach(() => world.close());

async function connected(options: WorldOptions = {}): Promise<string> {
  world = await RelayWorld.start(options);
  events = [];
  world.relay.subscribe(({ type }) => events.push(type));
  const id = world.add('sql', await world.serve((socket) => socket.pipe(socket)));
  await world.untilStatus(id, 'connected');
  return id;
}

async function echo(text: string): Promise<string> {
  const sender = await world.sender('sql');
  const app = await dial(sender.port);
  app.end(text);
  const answer = String(await readAll(app));
  await sender.close();
  return answer;
}

const channels = (): number => events.filter((type) => type === 'listener-connected').length;

describe('a channel that the relay has forgotten', () => {
  it('is replaced although it answers every Ping, and apps come through again', async () => {
    const id = await connected({
      metadataIntervalMs: 100,
      zombieTimes: { settleMs: 0, confirmMs: 50, againMs: 60_000 },
    });
    const sender = await world.sender('sql');
    const app = await dial(sender.port);
    app.write('before');
    await once(app, 'data');
    expect(world.relay.faults.forget('sql')).toBe(1);
    await world.until('another channel', () => channels() === 2);
    await world.until('it to be counted', () => world.view(id).listeners === 1);
    expect(await echo('after')).toBe('after');
    expect(world.view(id).azure).toMatchObject({ status: 'connected', attempt: 0 });
    app.end('still here');
    expect(String(await readAll(app))).toBe('still here');
  });
});

describe('a host that wakes up', () => {
  it('asks its channel at once, and opens another one when that doesn’t answer', async () => {
    const id = await connected();
    expect(world.relay.faults.silence('sql')).toBe(1);
    world.supervisor.wake('resumed');
    await world.until('another channel', () => channels() === 2, 30_000);
    await world.untilStatus(id, 'connected');
  });

  it('keeps a channel that answers, and gives it a fresh token', async () => {
    await connected();
    world.supervisor.wake('clockChanged');
    await world.until('a fresh token', () => events.includes('token-renewed'));
    expect(channels()).toBe(1);
  });

  it.each([
    ['blocked', 404, 'notFound'],
    ['waiting', 503, 'notConnected'],
  ] as const)('tries again soon while %s', async (_state, status, shown) => {
    const id = await connected();
    world.relay.faults.refuseListens('sql', { status });
    world.relay.faults.dropControl('sql');
    await world.untilStatus(id, shown);
    await world.until(
      'some failures',
      () => world.view(id).azure.attempt >= (status === 503 ? 3 : 1),
      30_000,
    );
    world.relay.faults.clear();
    world.supervisor.wake('networkChanged');
    expect(world.view(id).azure.retryAt! - Date.now()).toBeLessThanOrEqual(2_000);
    await world.untilStatus(id, 'connected');
  });

  it('probes a relay that was gone', async () => {
    const id = await connected();
    await world.relay.faults.goDown();
    await world.until('the gate to be shut', () => world.view(id).azure.problem?.code === 'HCM2002');
    await world.relay.faults.comeBack();
    world.supervisor.wake('networkChanged');
    await world.untilStatus(id, 'connected');
  });
});

describe('a token that stops counting', () => {
  it('costs one reconnect, without a wait', async () => {
    const id = await connected();
    const states: string[] = [];
    const stop = world.relay.subscribe(() => states.push(world.view(id).azure.status));
    world.relay.faults.expireTokens('sql');
    await world.until('another channel', () => channels() === 2);
    await world.untilStatus(id, 'connected');
    stop();
    expect(states).not.toContain('notConnected');
  });

  it('because this host’s clock is off is told as that, in minutes', async () => {
    const id = await connected();
    world.relay.faults.setClockOffset(90 * 60_000);
    world.relay.faults.expireTokens('sql');
    await world.until('the clock', () => world.view(id).azure.problem?.code === 'HCM2029');
    expect(world.view(id).azure.problem?.details['skewMinutes']).toBe(-90);
    expect(world.view(id).keys.refused).toEqual([]);
  });

  it('because its key was regenerated ends in the key’s own message', async () => {
    const id = await connected();
    const entity = world.relay.entity('sql')!;
    const rules = entity.rules.map((rule) =>
      rule.name === 'defaultListener' ? createRule(rule.name, ['Listen']) : rule,
    );
    world.relay.updateEntity({ ...entity, rules });
    // As at its usual time: the old key signs, the relay closes with 1008.
    world.supervisor.wake('clockChanged');
    await world.until('the key', () => world.view(id).azure.problem?.code === 'HCM2020');
    expect(world.view(id).keys).toMatchObject({ inUse: 'primary', refused: [{ slot: 'primary' }] });
  });
});

describe('an entity that was deleted', () => {
  it('is looked for once more, and then it is Not found', async () => {
    const id = await connected();
    world.relay.faults.refuseListens('sql', { status: 404 });
    world.relay.faults.kick('sql', { code: 1001, reason: 'deleted' });
    await world.untilStatus(id, 'notFound');
    expect(events.filter((type) => type === 'listener-refused')).toHaveLength(1);
    const waitMs = world.view(id).azure.retryAt! - Date.now();
    expect(waitMs).toBeGreaterThan(30_000);
    expect(waitMs).toBeLessThan(60_000);
  });
});
