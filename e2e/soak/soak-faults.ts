/**
 * The faults of a soak, drawn by lot. Each says what sessions may suffer from it, does it, takes it back, and says when
 * the connections it hit are good again. Owns nothing: what it opened is ended by `Fault.lift`.
 *
 * Not every row is a fault: some are what a person does (stop, restart, a new key), and some must have no effect at all
 * (messages that make no sense): those allow nothing.
 */
import { HcmError } from '../../electron/contract/errors.ts';
import type { AuthorizationRule } from '../../electron/local-relay/entities.ts';
import { until } from '../fixtures/until.ts';
import type { Allows } from './disturbances.ts';
import type { SeededRandom } from '../../electron/contract/testing/seeded-random.ts';
import type { SoakConnection, SoakWorld } from './soak-world.ts';

export interface Fault {
  readonly name: string;
  readonly connections: readonly SoakConnection[];
  readonly allows: Allows;
  /** Until it is taken back. */
  readonly holdMs: number;
  /**
   * - `channel`: good again with a new control channel
   * - `status`: good again when the host says Connected
   * - `atOnce`: over as soon as it is done
   */
  readonly over: 'channel' | 'status' | 'atOnce';
  act(): unknown;
  /** Does nothing unless there is something to take back. */
  lift?(): unknown;
}

const nothing: Allows = { cuts: false, refuses: false };
const refuses: Allows = { cuts: false, refuses: true };
const cuts: Allows = { cuts: true, refuses: false };
const everything: Allows = { cuts: true, refuses: true };

type Draw = (world: SoakWorld, one: SoakConnection, random: SeededRandom) => Fault;

/** How often each is drawn, against the others. */
const table: readonly (readonly [weight: number, draw: Draw])[] = [
  [6, kick],
  [5, dropControl],
  [1, silence],
  [4, refuseListens],
  [2, wrongKey],
  [1, relayDown],
  [4, dropSessions],
  [4, killSession],
  [2, closeSessions],
  [5, endpointDown],
  [3, stopAndStart],
  [3, restart],
  [3, newKey],
  [3, refuseConnects],
  [2, delayAccepts],
  [2, ignoreConnects],
  [3, expireTokens],
  [4, senseless],
];

const weightOfAll = table.reduce((sum, [weight]) => sum + weight, 0);

export function drawFault(world: SoakWorld, random: SeededRandom): Fault {
  const one = random.pick(world.connections);
  let lot = random.next() * weightOfAll;
  for (const [weight, draw] of table) {
    lot -= weight;
    if (lot < 0) return draw(world, one, random);
  }
  return kick(world, one, random);
}

function kick(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  const code = random.pick([1000, 1001, 1008, 1011]);
  return channelFault(`kick ${code}`, world, one, random, (name) => world.relay.faults.kick(name, { code }));
}

function dropControl(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return channelFault('control channel reset', world, one, random, (name) =>
    world.relay.faults.dropControl(name),
  );
}

function expireTokens(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return channelFault('token expired', world, one, random, (name) => world.relay.faults.expireTokens(name));
}

/** Now and then all at once. */
function channelFault(
  name: string,
  world: SoakWorld,
  one: SoakConnection,
  random: SeededRandom,
  hit: (entity: string) => void,
): Fault {
  const all = random.chance(0.05);
  return {
    name: all ? `${name}, all` : name,
    connections: all ? world.connections : [one],
    allows: refuses,
    holdMs: 0,
    over: 'channel',
    act: () => {
      hit(all ? '*' : one.name);
    },
  };
}

function silence(world: SoakWorld, one: SoakConnection): Fault {
  return {
    name: 'control channel silent',
    connections: [one],
    allows: refuses,
    holdMs: 0,
    over: 'channel',
    act: () => {
      world.relay.faults.silence(one.name);
    },
  };
}

function refuseListens(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  const status = random.pick([500, 503]);
  const count = random.between(1, 3);
  return {
    name: `listens refused, ${status}`,
    connections: [one],
    allows: refuses,
    holdMs: 0,
    over: 'channel',
    act: () => {
      world.relay.faults.refuseListens(one.name, { status, count });
      world.relay.faults.dropControl(one.name);
    },
  };
}

/** A person asks for a new try, as the window's next step says. */
function wrongKey(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  const status = random.pick([401, 403, 404]);
  return {
    name: `listens refused, ${status}`,
    connections: [one],
    allows: refuses,
    holdMs: random.between(3_000, 15_000),
    over: 'channel',
    act: () => {
      world.relay.faults.refuseListens(one.name, { status, count: 1 });
      world.relay.faults.kick(one.name, { code: 1008 });
    },
    lift: () => retry(world, one),
  };
}

async function retry(world: SoakWorld, one: SoakConnection): Promise<void> {
  await world.link.call('connections.retryNow', { id: one.id });
}

function relayDown(world: SoakWorld, _one: SoakConnection, random: SeededRandom): Fault {
  return {
    name: 'relay down',
    connections: world.connections,
    allows: everything,
    holdMs: random.between(500, 8_000),
    over: 'channel',
    act: () => world.relay.faults.goDown(),
    lift: () => world.relay.faults.comeBack(),
  };
}

function dropSessions(world: SoakWorld, one: SoakConnection): Fault {
  return {
    name: 'sessions reset by the relay',
    connections: [one],
    allows: cuts,
    holdMs: 0,
    over: 'atOnce',
    act: () => {
      world.relay.faults.dropSessions(one.name);
    },
  };
}

function killSession(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return {
    name: 'session killed by hand',
    connections: [one],
    allows: cuts,
    holdMs: 0,
    over: 'atOnce',
    act: async () => {
      const { sessions } = await world.link.call('sessions.list', { connectionId: one.id });
      if (sessions.length === 0) return;
      await world.link.call('sessions.kill', { id: random.pick(sessions).id });
    },
  };
}

function closeSessions(world: SoakWorld, one: SoakConnection): Fault {
  return {
    name: 'all sessions closed by hand',
    connections: [one],
    allows: cuts,
    holdMs: 0,
    over: 'atOnce',
    act: () => world.link.call('connections.closeSessions', { id: one.id }),
  };
}

function endpointDown(_world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  const cut = random.chance(0.5);
  return {
    name: cut ? 'endpoint down, sessions reset' : 'endpoint takes no connections',
    connections: [one],
    allows: cut ? everything : refuses,
    holdMs: random.between(500, 6_000),
    over: 'atOnce',
    act: () => one.endpoint.stop(cut),
    lift: () => one.endpoint.start(),
  };
}

function stopAndStart(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return {
    name: 'stop and start',
    connections: [one],
    allows: everything,
    holdMs: random.between(500, 6_000),
    over: 'channel',
    act: () => world.link.call('connections.stop', { id: one.id }),
    lift: () => world.link.call('connections.start', { id: one.id }),
  };
}

function restart(world: SoakWorld, one: SoakConnection): Fault {
  return {
    name: 'restart',
    connections: [one],
    allows: everything,
    holdMs: 0,
    over: 'channel',
    act: () => world.link.call('connections.restart', { id: one.id }),
  };
}

/** Azure's key is made anew and put in at once, however often that takes while other things go wrong: sessions go on. */
function newKey(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return {
    name: 'key made anew and replaced',
    connections: [one],
    allows: refuses,
    holdMs: 0,
    over: 'status',
    act: () => {
      const entity = world.relay.entity(one.name);
      if (entity === undefined) throw new Error(`the relay has no ${one.name}`);
      const rules = entity.rules.map((rule) =>
        rule.rights.includes('Listen') ? remade(rule, random) : rule,
      );
      world.relay.updateEntity({ ...entity, rules });
    },
    lift: () => replaceKey(world, one),
  };
}

const replaceKeyWithinMs = 5 * 60_000;

async function replaceKey(world: SoakWorld, one: SoakConnection): Promise<void> {
  const connectionString = world.relay.gatewayConnectionString(one.name);
  const isReplaced = async (): Promise<boolean> => {
    try {
      await world.link.call('connections.replaceKey', { id: one.id, connectionString });
      return true;
    } catch (error) {
      // Nothing was kept, since nobody could be asked whether the key is right.
      if (error instanceof HcmError && error.code.startsWith('HCM2')) return false;
      throw error;
    }
  };
  await until(`${one.name} takes the new key`, isReplaced, Boolean, {
    deadlineMs: replaceKeyWithinMs,
    everyMs: 500,
  });
}

function remade(rule: AuthorizationRule, random: SeededRandom): AuthorizationRule {
  const key = (): string => Buffer.from(random.bytes(32)).toString('base64');
  return { ...rule, primaryKey: key(), secondaryKey: key() };
}

function refuseConnects(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return {
    name: 'senders refused by the relay',
    connections: [one],
    allows: refuses,
    holdMs: random.between(500, 4_000),
    over: 'atOnce',
    act: () => {
      world.relay.faults.refuseConnects(one.name, { status: 503 });
    },
    lift: () => clear(world, one),
  };
}

/** Below every time limit: all sessions come through, only later. */
function delayAccepts(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return {
    name: 'accepts come late',
    connections: [one],
    allows: nothing,
    holdMs: random.between(2_000, 8_000),
    over: 'atOnce',
    act: () => {
      world.relay.faults.delayAccepts(one.name, random.between(500, 5_000));
    },
    lift: () => clear(world, one),
  };
}

function clear(world: SoakWorld, one: SoakConnection): void {
  world.relay.faults.clear(one.name);
}

/** They wait for 30 s in vain; the ledger sees that they began in that time. */
function ignoreConnects(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  return {
    name: 'listeners hear of no sender',
    connections: [one],
    allows: refuses,
    holdMs: random.between(500, 3_000),
    over: 'atOnce',
    act: () => {
      world.relay.faults.ignoreConnects(one.name);
    },
    lift: () => clear(world, one),
  };
}

/** Garbage on the control channel must have no effect at all (checklist 18). */
function senseless(world: SoakWorld, one: SoakConnection, random: SeededRandom): Fault {
  const text = random.pick([
    'this is not JSON',
    '[]',
    '{"accept":null}',
    '{"accept":{"address":"wss://elsewhere.example/$hc/x?sb-hc-action=accept&sb-hc-id=1","id":"1"}}',
    `{"accept":{"address":"${'a'.repeat(20_000)}","id":"2"}}`,
    '{"request":{"address":"https://elsewhere.example/","id":"3","body":true}}',
    '{"somethingNew":{"a":1}}',
    `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  ]);
  return {
    name: 'senseless control message',
    connections: [one],
    allows: nothing,
    holdMs: 0,
    over: 'atOnce',
    act: () => {
      world.relay.faults.sendRaw(one.name, text);
    },
  };
}
