import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRule } from '../local-relay/entities.ts';
import type { RelayEvent } from '../local-relay/events.ts';
import { silentLogger } from './log/logger.ts';
import { keyFileBox } from './secrets/key-file.ts';
import { SecretBoxes } from './secrets/secret-box.ts';
import { errno, faultyFileSystem } from './store/testing/faulty-file-system.ts';
import { EngineWorld } from './testing/engine-world.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';
let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

describe('connections.replaceKey', () => {
  function heard(): RelayEvent['type'][] {
    const types: RelayEvent['type'][] = [];
    world.relays.relay.subscribe((event) => types.push(event.type));
    return types;
  }

  it('puts an accepted key in force on the open channel, while a session goes on', async () => {
    const { engine, id } = await world.connected();
    const app = await world.openSession();
    const types = heard();
    const { connection } = await engine.call('connections.replaceKey', {
      id,
      connectionString: world.regenerate('anotherListener'),
      by: 'm.keller',
    });
    expect(connection.config).toMatchObject({ id, keyName: 'anotherListener' });
    // The new key has a channel of its own before the old one goes: no moment without a listener.
    await world.relays.until('the old channel gone', () => types.includes('listener-closed'));
    expect(types.filter((type) => type.startsWith('listener-'))).toEqual([
      'listener-connected',
      'listener-closed',
    ]);
    await world.echo(app, 'still here');
    expect((await world.activity(engine, id))[0]).toBe('keyReplaced by m.keller');

    // It is the stored one, too: the next host starts with it.
    await engine.call('connections.closeSessions', { id });
    await engine.stop();
    const again = await world.open();
    await again.start();
    await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('keeps the old key where Azure refuses the new one or can’t be reached', async () => {
    const { engine, id } = await world.connected();
    const stored = await readFile(join(world.folder, 'secrets.json'), 'utf8');
    const wrong = world.relays.relay
      .gatewayConnectionString('sql')
      .replace(/SharedAccessKey=[^;]+/u, `SharedAccessKey=${Buffer.alloc(32, 7).toString('base64')}`);
    await expect(
      engine.call('connections.replaceKey', { id, connectionString: wrong }),
    ).rejects.toMatchObject({ code: 'HCM2020' });
    const next = world.regenerate();
    await world.relays.relay.faults.goDown();
    await expect(engine.call('connections.replaceKey', { id, connectionString: next })).rejects.toMatchObject(
      { code: 'HCM2002' },
    );
    expect(await readFile(join(world.folder, 'secrets.json'), 'utf8')).toBe(stored);
    expect(await world.activity(engine, id)).not.toContain('keyReplaced by nobody');
  });

  it('refuses the string of another connection before Azure hears of it', async () => {
    const { engine, id } = await world.connected();
    const types = heard();
    await expect(
      engine.call('connections.replaceKey', { id, connectionString: await world.relayString('erp-api') }),
    ).rejects.toMatchObject({ code: 'HCM1043', details: { name: 'erp-api', expected: 'sql' } });
    await expect(
      engine.call('connections.replaceKey', { id: unknownId, connectionString: world.regenerate() }),
    ).rejects.toMatchObject({ code: 'HCM1041' });
    expect(types).not.toContain('metadata-read');
  });

  it('mends a connection that Azure refused, at once', async () => {
    const { engine, id } = await world.connected();
    const connectionString = world.regenerate();
    await engine.call('connections.restart', { id });
    await world.until(engine, id, 'unauthorized', ({ azure }) => azure.status === 'unauthorized');
    await engine.call('connections.replaceKey', { id, connectionString });
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('never shows Azure an old key that was being read while it was replaced', async () => {
    const box = new SecretBoxes(keyFileBox({ folder: world.folder, log: silentLogger }));
    let goOn: (() => void) | undefined;
    const { engine, id } = await world.connected();
    await engine.stop();
    engine.close();
    const again = await world.open({
      secretBox: {
        backend: box.backend,
        seal: (plain, context) => box.seal(plain, context),
        open: async (envelope, context) => {
          const key = await box.open(envelope, context);
          await new Promise<void>((resolve) => (goOn = resolve));
          return key;
        },
      },
    });
    const types = heard();
    await again.start();
    await world.relays.until('the key to be read', () => goOn !== undefined);
    await again.call('connections.replaceKey', { id, connectionString: world.regenerate() });
    goOn?.();
    await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(types).not.toContain('listener-refused');
  });

  it('goes on with a key that Azure accepted and that couldn’t be kept, whatever else is changed then', async () => {
    let isFull = false;
    const { engine, id } = await world.connected({
      fileSystem: faultyFileSystem((_operation, name) => {
        if (isFull && name.startsWith('secrets.json')) throw errno('ENOSPC');
      }),
    });
    const connectionString = world.regenerate();
    isFull = true;
    await expect(engine.call('connections.replaceKey', { id, connectionString })).rejects.toMatchObject({
      code: expect.stringMatching(/^HCM400/) as string,
    });
    await engine.call('connections.setLimits', { id, limits: { maxSessions: 7 } });
    const types = heard();
    world.relays.relay.faults.dropControl('sql');
    await world.relays.until('another channel', () =>
      types.some((type) => type === 'listener-connected' || type === 'listener-refused'),
    );
    expect(types).not.toContain('listener-refused');
    const view = await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(view.config.limits.maxSessions).toBe(7);
  });

  it('mends a connection whose key can’t be read here', async () => {
    const { engine, id } = await world.connected();
    await engine.stop();
    engine.close();
    await writeFile(join(world.folder, 'secret.key'), Buffer.alloc(32, 7));
    const again = await world.open();
    await again.start();
    await world.until(again, id, 'Key needed', ({ azure }) => azure.status === 'keyNeeded');
    const connectionString = world.relays.relay.gatewayConnectionString('sql');
    await again.call('connections.replaceKey', { id, connectionString });
    await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
  });
});

describe('a second key', () => {
  function anotherRule(): string {
    const { relay } = world.relays;
    const before = world.entity();
    const rule = createRule('secondListener', ['Listen']);
    relay.updateEntity({ ...before, rules: [...before.rules, rule] });
    return `Endpoint=${relay.url};SharedAccessKeyName=${rule.name};SharedAccessKey=${rule.primaryKey};EntityPath=sql`;
  }

  async function kept(): Promise<Record<string, unknown>> {
    const file = JSON.parse(await readFile(join(world.folder, 'secrets.json'), 'utf8')) as {
      readonly secrets: Record<string, unknown>;
    };
    return file.secrets;
  }

  it('is kept once Azure has accepted it, beside the first, and leaves alone', async () => {
    const { engine, id } = await world.connected();
    const app = await world.openSession();
    const before = await kept();
    const connectionString = anotherRule();
    const { connection } = await engine.call('connections.replaceKey', {
      id,
      connectionString,
      slot: 'secondary',
      by: 'm.keller',
    });
    expect(connection.config).toMatchObject({
      keyName: 'defaultListener',
      secondaryKeyName: 'secondListener',
    });
    expect(connection.keys).toMatchObject({ inUse: 'primary', hasSecondary: true, refused: [] });
    expect(await kept()).toMatchObject(before);
    expect(Object.keys(await kept()).sort()).toEqual([id, `${id}/secondary`].sort());
    expect((await world.activity(engine, id))[0]).toBe('secondaryKeyReplaced by m.keller');
    await world.echo(app, 'still here');

    await engine.call('connections.removeSecondaryKey', { id, by: 'm.keller' });
    expect(await kept()).toEqual(before);
    const view = await world.view(engine, id);
    expect(view.keys.hasSecondary).toBe(false);
    expect(view.config.secondaryKeyName).toBeNull();
    expect((await world.activity(engine, id))[0]).toBe('secondaryKeyRemoved by m.keller');
    await world.echo(app, 'still here');
  });

  it('is refused when Azure refuses it, or when it is the first one again', async () => {
    const { engine, id } = await world.connected();
    const before = await kept();
    const wrong = anotherRule().replace(
      /SharedAccessKey=[^;]+/u,
      `SharedAccessKey=${Buffer.alloc(32, 7).toString('base64')}`,
    );
    const same = world.relays.relay.gatewayConnectionString('sql');
    for (const [connectionString, code] of [
      [wrong, 'HCM2020'],
      [same, 'HCM1045'],
    ] as const) {
      const refused = engine.call('connections.replaceKey', { id, connectionString, slot: 'secondary' });
      await expect(refused).rejects.toMatchObject({ code });
    }
    expect(await kept()).toEqual(before);
    expect((await world.view(engine, id)).config.secondaryKeyName).toBeNull();
  });

  it('isn’t kept for a connection that was removed while Azure was asked', async () => {
    const box = new SecretBoxes(keyFileBox({ folder: world.folder, log: silentLogger }));
    let goOn: (() => void) | undefined;
    let holds = false;
    const { engine, id } = await world.connected({
      secretBox: {
        backend: box.backend,
        seal: (plain, context) => box.seal(plain, context),
        open: async (envelope, context) => {
          if (holds) await new Promise<void>((resolve) => (goOn = resolve));
          return box.open(envelope, context);
        },
      },
    });
    holds = true;
    const question = engine.call('connections.replaceKey', {
      id,
      connectionString: anotherRule(),
      slot: 'secondary',
    });
    const answer = expect(question).rejects.toMatchObject({ code: 'HCM1041' });
    await world.relays.until('the question', () => goOn !== undefined);
    await engine.call('connections.remove', { id });
    goOn?.();
    await answer;
    expect(await kept()).toEqual({});
  });
});

describe('while Azure is asked about a key', () => {
  it('stop and remove wait for nothing', async () => {
    const { engine, id } = await world.connected();
    const connectionString = world.regenerate();
    const { port } = new URL(world.relays.relay.url.replace('sb:', 'https:'));
    await world.relays.relay.faults.goDown();
    const silent = createServer().listen(Number(port), '127.0.0.1');
    await once(silent, 'listening');
    expect((silent.address() as AddressInfo).port).toBe(Number(port));
    const asked = once(silent, 'connection');
    const question = engine.call('connections.replaceKey', { id, connectionString });
    const answer = expect(question).rejects.toMatchObject({ code: /^HCM/u });
    await asked;
    await engine.call('connections.stop', { id });
    await engine.call('connections.remove', { id });
    expect(world.relays.relay.listenerCount('sql')).toBe(0);
    engine.close();
    await answer;
    silent.close();
  });
});
