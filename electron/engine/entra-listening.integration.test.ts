/** A connection that listens with tokens of Entra: what its status says of them, on real sockets. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionConfig } from '../contract/connection.ts';
import { HcmError, type ErrorCode } from '../contract/errors.ts';
import type { EntraTokens } from './relay/entra-tokens.ts';
import type { TokenPurpose } from './relay/relay-token.ts';
import { dial, RelayWorld } from './testing/relay-world.ts';

const account = { accountId: '11111111-0000-4000-8000-000000000001', name: 'ada@contoso.test' };
/** Renewed after three quarters of it. */
const shortLifeMs = 2_000;

let world: RelayWorld;
let id: string;
let purposes: TokenPurpose[];
let refusals: number;
/** What Entra says instead of a token. */
let failure: ErrorCode | null;
let lifeMs: number;
let hasRole: boolean;

const entra: EntraTokens = {
  token: (_config, purpose) => {
    purposes.push(purpose);
    return failure === null
      ? Promise.resolve({ text: `e30.${purposes.length}.c2ln`, lifeMs })
      : Promise.reject(new HcmError(failure, { name: account.name }));
  },
  refused: () => void (refusals += 1),
};

beforeEach(async () => {
  purposes = [];
  refusals = 0;
  failure = null;
  lifeMs = 3_600_000;
  hasRole = true;
  world = await RelayWorld.start({
    entra,
    relay: {
      entra: () =>
        hasRole
          ? { ok: true, expiresAtMs: Date.now() + 3_600_000 }
          : { ok: false, status: 401, text: 'Authorization failed for specified action: Listen.' },
    },
  });
});
afterEach(() => world.close());

async function add(change: Partial<ConnectionConfig> = {}): Promise<void> {
  const endpoint = await world.serve((socket) => void socket.pipe(socket));
  id = world.add('sql', endpoint, { keyName: '', entra: account, ...change });
}

function problemCode(): string | undefined {
  return world.view(id).azure.problem?.code;
}

describe('a connection without a key', () => {
  it('learns its endpoint, listens and serves with the account’s tokens', async () => {
    await add();
    await world.untilStatus(id, 'connected');
    const sender = await world.sender('sql');
    const app = await dial(sender.port);
    app.write('hello');
    const [data] = await new Promise<Buffer[]>((resolve) =>
      app.once('data', (...all: Buffer[]) => resolve(all)),
    );
    expect(String(data)).toBe('hello');
    expect(purposes.slice(0, 2)).toEqual(['handshake', 'question']);
  });

  it.each([
    ['HCM6004', 'cantStart'],
    ['HCM6014', 'cantStart'],
    ['HCM6013', 'notConnected'],
  ] as const)('without a token (%s) is %s, before the relay is troubled', async (code, status) => {
    failure = code;
    await add();
    await world.untilStatus(id, status);
    expect(problemCode()).toBe(code);
    failure = null;
    world.supervisor.runner(id).signedIn();
    await world.untilStatus(id, 'connected');
  });

  it('whose account lacks the role says so, and connects once it has it', async () => {
    hasRole = false;
    await add();
    await world.untilStatus(id, 'cantStart');
    expect(problemCode()).toBe('HCM6070');
    expect(refusals).toBeGreaterThan(0);
    hasRole = true;
    world.supervisor.runner(id).retryNow();
    await world.untilStatus(id, 'connected');
  });

  it('whose token can’t be renewed stays connected and says why, until it gets one', async () => {
    lifeMs = shortLifeMs;
    await add();
    await world.untilStatus(id, 'connected');
    failure = 'HCM6004';
    await world.until('the renewal failed', () => world.view(id).tokenProblem?.code === 'HCM6004');
    expect(world.view(id).azure.status).toBe('connected');
    failure = null;
    lifeMs = 3_600_000;
    world.supervisor.runner(id).signedIn();
    await world.until('it has a token', () => world.view(id).tokenProblem === null);
    expect(purposes).toContain('renewal');
  });

  it('that is refused takes a key in its place, before the store has it', async () => {
    hasRole = false;
    await add();
    await world.untilStatus(id, 'cantStart');
    const [rule] = world.relay.entity('sql')?.rules ?? [];
    if (rule === undefined) throw new Error('no rule');
    await world.supervisor.runner(id).tryKey('primary', rule.primaryKey, rule.name);
    await world.untilStatus(id, 'connected');
  });

  it('takes a key in its place without a gap', async () => {
    await add();
    await world.untilStatus(id, 'connected');
    const runner = world.supervisor.runner(id);
    const [rule] = world.relay.entity('sql')?.rules ?? [];
    if (rule === undefined) throw new Error('no rule');
    await runner.tryKey('primary', rule.primaryKey, rule.name);
    world.setKey(id, rule.primaryKey);
    runner.change({ keyName: rule.name, entra: null });
    hasRole = false;
    const before = purposes.length;
    runner.restart();
    await world.until('it begins anew', () => world.view(id).azure.status !== 'connected');
    await world.untilStatus(id, 'connected');
    expect(purposes).toHaveLength(before);
  });
});
