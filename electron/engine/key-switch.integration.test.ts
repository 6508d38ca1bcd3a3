import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRule } from '../local-relay/entities.ts';
import { EngineWorld } from './testing/engine-world.ts';

let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

/** A second rule for listeners beside the first. @returns its connection string */
function addSpare(): string {
  const { relay } = world.relays;
  const entity = world.entity();
  const rule = createRule('spare', ['Listen']);
  relay.updateEntity({ ...entity, rules: [...entity.rules, rule] });
  return `Endpoint=${relay.url};SharedAccessKeyName=spare;SharedAccessKey=${rule.primaryKey};EntityPath=sql`;
}

function refuse(ruleName: string): void {
  const entity = world.entity();
  const rules = entity.rules.map((rule) =>
    rule.name === ruleName ? createRule(ruleName, ['Listen']) : rule,
  );
  world.relays.relay.updateEntity({ ...entity, rules });
}

describe('a stored second key', () => {
  it('stands in for the first, in the view and in the activity, also after a restart of the host', async () => {
    const { engine, id } = await world.connected();
    const app = await world.openSession();
    await engine.call('connections.replaceKey', { id, connectionString: addSpare(), slot: 'secondary' });
    refuse('defaultListener');
    world.relays.relay.faults.expireTokens('sql');
    const view = await world.until(
      engine,
      id,
      'the second key',
      ({ azure, keys }) => azure.status === 'connected' && keys.inUse === 'secondary',
    );
    expect(view.keys).toMatchObject({ hasSecondary: true, refused: [{ slot: 'primary' }] });
    expect(await world.activity(engine, id)).toContain('keySwitched by nobody');
    await world.echo(app, 'still here');

    await engine.call('connections.closeSessions', { id });
    await engine.stop();
    engine.close();
    const again = await world.open();
    await again.start();
    await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
    const after = await world.view(again, id);
    expect(after.keys).toMatchObject({ inUse: 'secondary', refused: [{ slot: 'primary' }] });
  });
});
