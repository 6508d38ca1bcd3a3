import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { RelayEvent } from '../../local-relay/events.ts';
import { createRule } from '../../local-relay/entities.ts';
import { dial, RelayWorld, type WorldOptions } from '../testing/relay-world.ts';

let world: RelayWorld;
let events: RelayEvent[];

afterEach(() => world.close());

async function connected(options: WorldOptions = {}): Promise<string> {
  world = await RelayWorld.start(options);
  events = [];
  world.relay.subscribe((event) => events.push(event));
  const id = world.add('sql', await world.serve((socket) => socket.pipe(socket)));
  await world.untilStatus(id, 'connected');
  return id;
}

/** A rule with a fresh key beside the present ones, or in their place. @returns the key */
function addRule(name: string, instead = false): string {
  const entity = world.relay.entity('sql')!;
  const rule = createRule(name, ['Listen']);
  const others = entity.rules.filter(
    (known) => known.name !== name && (!instead || known.name === 'defaultSender'),
  );
  world.relay.updateEntity({ ...entity, rules: [rule, ...others] });
  return rule.primaryKey;
}

async function openSession(): Promise<{ echo(text: string): Promise<string> }> {
  const sender = await world.sender('sql');
  const app = await dial(sender.port);
  const echo = async (text: string): Promise<string> => {
    app.write(text);
    return String((await once(app, 'data'))[0]);
  };
  expect(await echo('hello')).toBe('hello');
  return { echo };
}

function types(): readonly RelayEvent['type'][] {
  return events.map(({ type }) => type).filter((type) => type.startsWith('listener-'));
}

describe('a key that is tried while connected', () => {
  it('is shown on a second channel, which takes over before the first is let go of; sessions go on', async () => {
    const id = await connected();
    const session = await openSession();
    const key = addRule('next');
    await world.supervisor.runner(id).tryKey('primary', key, 'next');
    await world.until('the first channel to go', () => types().includes('listener-closed'));
    expect(types()).toEqual(['listener-connected', 'listener-connected', 'listener-closed']);
    expect(world.relay.listenerCount('sql')).toBe(1);
    expect(await session.echo('still here')).toBe('still here');
    expect(world.view(id).azure.status).toBe('connected');
    expect(await (await openSession()).echo('a new one')).toBe('a new one');
  });

  it('changes nothing when it is refused', async () => {
    const id = await connected();
    const runner = world.supervisor.runner(id);
    await expect(runner.tryKey('primary', 'd3Jvbmc=', 'defaultListener')).rejects.toMatchObject({
      code: 'HCM2020',
    });
    expect(world.view(id)).toMatchObject({
      azure: { status: 'connected' },
      keys: { inUse: 'primary', refused: [] },
    });
    expect(types()).toEqual(['listener-connected', 'listener-refused']);
    // The old key is still the one that the next channel shows.
    world.relay.faults.dropControl('sql');
    await world.until(
      'another channel',
      () => types().filter((type) => type === 'listener-connected').length === 2,
    );
  });

  it('of the other slot is tried and let go of again', async () => {
    const id = await connected();
    const key = addRule('spare');
    await world.supervisor.runner(id).tryKey('secondary', key, 'spare');
    await world.until('the second channel to go', () => types().includes('listener-closed'));
    const [first, second] = events.filter((event) => event.type === 'listener-connected');
    const gone = events.find((event) => event.type === 'listener-closed');
    expect(gone).toMatchObject({ listenerId: (second as { listenerId: string }).listenerId });
    expect(first).not.toMatchObject({ listenerId: (second as { listenerId: string }).listenerId });
    expect(world.view(id).keys.inUse).toBe('primary');
  });

  it('counts by what the metadata say where the relay has no room for a second channel', async () => {
    const id = await connected();
    const key = addRule('next', true);
    world.relay.faults.refuseListens('sql', {
      status: 403,
      reason: 'The limit of 25 listeners was exceeded.',
      count: 1,
    });
    await world.supervisor.runner(id).tryKey('primary', key, 'next');
    await world.until('a renewed token', () => events.some(({ type }) => type === 'token-renewed'));
    expect(world.view(id).azure.status).toBe('connected');
  });
});

describe('a key that is tried while not connected', () => {
  it('is refused by what Azure says, and changes nothing', async () => {
    const id = await connected();
    const runner = world.supervisor.runner(id);
    runner.stop();
    await world.untilStatus(id, 'stopped');
    await expect(runner.tryKey('primary', 'd3Jvbmc=', 'defaultListener')).rejects.toMatchObject({
      code: 'HCM2020',
    });
    runner.start();
    await world.untilStatus(id, 'connected');
  });

  it('mends a refused connection at once, whatever the store holds by then', async () => {
    const id = await connected();
    const key = addRule('next', true);
    world.relay.faults.expireTokens('sql');
    await world.untilStatus(id, 'unauthorized');
    await world.supervisor.runner(id).tryKey('primary', key, 'next');
    await world.untilStatus(id, 'connected');
    expect(world.view(id).keys.refused).toEqual([]);
  });
});

describe('two keys', () => {
  async function withSpare(
    options: WorldOptions = {},
  ): Promise<{ readonly id: string; readonly spare: string }> {
    const id = await connected(options);
    const spare = addRule('spare');
    world.setKey(id, spare, 'secondary');
    world.supervisor.runner(id).change({ secondaryKeyName: 'spare' });
    return { id, spare };
  }

  function refuseKeys(...names: readonly string[]): void {
    const entity = world.relay.entity('sql')!;
    const rules = entity.rules.map((rule) =>
      names.includes(rule.name) ? createRule(rule.name, ['Listen']) : rule,
    );
    world.relay.updateEntity({ ...entity, rules });
  }

  it('stand in for each other at once when one is refused', async () => {
    const { id } = await withSpare();
    events.length = 0;
    refuseKeys('defaultListener');
    world.relay.faults.expireTokens('sql');
    await world.until('the switch', () => world.keySwitches.length > 0);
    await world.untilStatus(id, 'connected');
    expect(types()).toEqual(['listener-closed', 'listener-refused', 'listener-connected']);
    expect(world.view(id).keys).toMatchObject({
      inUse: 'secondary',
      hasSecondary: true,
      refused: [{ slot: 'primary' }],
    });
    // The dead key isn't shown again.
    world.relay.faults.dropControl('sql');
    await world.until('another channel', () => types().length === 5);
    expect(types().slice(3)).toEqual(['listener-closed', 'listener-connected']);
    expect(world.keySwitches).toEqual([id]);
  });

  it('change places without a gap when Azure refuses the first while its channel still lives', async () => {
    const { id } = await withSpare({ metadataIntervalMs: 100 });
    events.length = 0;
    refuseKeys('defaultListener');
    await world.until('the first channel to go', () => types().includes('listener-closed'));
    expect(types()).toEqual(['listener-refused', 'listener-connected', 'listener-closed']);
    expect(world.view(id)).toMatchObject({
      azure: { status: 'connected' },
      keys: { inUse: 'secondary', refused: [{ slot: 'primary' }] },
    });
  });

  it('are both tried, the primary first, and then waited with', async () => {
    const { id } = await withSpare();
    events.length = 0;
    refuseKeys('defaultListener', 'spare');
    world.relay.faults.expireTokens('sql');
    await world.untilStatus(id, 'unauthorized');
    expect(types()).toEqual(['listener-closed', 'listener-refused', 'listener-refused']);
    expect(world.view(id).keys.refused.map(({ slot }) => slot)).toEqual(['primary', 'secondary']);
    expect(world.view(id).azure.retryAt! - Date.now()).toBeGreaterThan(30_000);
    world.supervisor.runner(id).retryNow();
    await world.until('another round', () => types().length === 5);
    await world.untilStatus(id, 'unauthorized');
  });

  it('forget a refusal when the key is replaced, and go back to the one that works', async () => {
    const { id, spare } = await withSpare();
    refuseKeys('defaultListener');
    world.relay.faults.expireTokens('sql');
    await world.until('the switch', () => world.keySwitches.length > 0);
    const next = addRule('defaultListener');
    await world.supervisor.runner(id).tryKey('primary', next, 'defaultListener');
    expect(world.view(id).keys.refused).toEqual([]);
    // The second key still works and stays; taken away, the first one signs.
    expect(spare).not.toBe('');
    world.supervisor.runner(id).change({ secondaryKeyName: null });
    await world.until('a token of the first', () => events.some(({ type }) => type === 'token-renewed'));
    expect(world.view(id).keys).toEqual({ inUse: 'primary', hasSecondary: false, refused: [] });
    expect(world.view(id).azure.status).toBe('connected');
  });
});

describe('an old channel', () => {
  it('is replaced before the service drops it, new one first', async () => {
    const id = await connected({ channelLifeMs: 300 });
    const session = await openSession();
    await world.until(
      'three channels',
      () => types().filter((type) => type === 'listener-connected').length >= 3,
    );
    const opened = types();
    // Never without a listener in between.
    expect(opened.indexOf('listener-closed')).toBeGreaterThan(1);
    expect(await session.echo('still here')).toBe('still here');
    expect(world.view(id).azure).toMatchObject({ status: 'connected', attempt: 0 });
  });
});
