/** Trouble at the relay: rows of the fault matrix. */
import type { ErrorCode } from '../../contract/errors.ts';
import { createRule } from '../../local-relay/entities.ts';
import { firewallReason } from '../../local-relay/faults.ts';
import { everyEntity, type Outage } from './outages.ts';
import type { OutageWorld } from './outage-world.ts';

/** The relay answers listeners with a status until the outage ends. */
function refusal(name: string, status: number, shows: ErrorCode, reason?: string): Outage {
  return {
    name,
    made: 'real',
    shows: [shows],
    tunnels: 'live on',
    begin: ({ relays: { relay } }) => {
      relay.faults.refuseListens(everyEntity, { status, ...(reason === undefined ? {} : { reason }) });
      relay.faults.dropControl(everyEntity);
    },
    end: ({ relays: { relay } }) => relay.faults.clear(),
  };
}

/** Every key of the listeners is another one from now on. @returns what makes them the old ones again */
function regenerateKeys({ relays: { relay } }: OutageWorld): () => void {
  const before = relay.entities();
  for (const entity of before) {
    const others = entity.rules.filter(({ name }) => name !== 'defaultListener');
    relay.updateEntity({ ...entity, rules: [createRule('defaultListener', ['Listen']), ...others] });
  }
  return () => before.forEach((entity) => relay.updateEntity(entity));
}

let restoreKeys: () => void = () => undefined;

export const relayOutages: readonly Outage[] = [
  {
    name: 'relay down: its port refuses, all that was open is reset',
    made: 'real',
    shows: ['HCM2002'],
    tunnels: 'end',
    begin: ({ wire }) => wire.goDown(),
    end: ({ wire }) => wire.comeBack(),
  },
  refusal('401, key refused', 401, 'HCM2020'),
  refusal('401, the namespace’s firewall', 401, 'HCM2021', firewallReason),
  refusal('403', 403, 'HCM2022'),
  refusal('404', 404, 'HCM2023'),
  refusal('503', 503, 'HCM2025'),
  {
    name: 'planned drop (1011)',
    made: 'real',
    shows: [],
    tunnels: 'live on',
    begin: ({ relays: { relay } }) => void relay.faults.kick(everyEntity),
  },
  {
    name: 'entity disabled for a moment (1001)',
    made: 'real',
    shows: [],
    tunnels: 'live on',
    begin: ({ relays: { relay } }) => void relay.faults.kick(everyEntity, { code: 1001, reason: 'disabled' }),
  },
  {
    name: 'token expired (1008)',
    made: 'real',
    shows: [],
    tunnels: 'live on',
    begin: ({ relays: { relay } }) => void relay.faults.expireTokens(everyEntity),
  },
  {
    name: 'renewal refused: the key was regenerated, and is put back later',
    made: 'real',
    shows: ['HCM2020'],
    tunnels: 'live on',
    options: { times: { tokenLifeMs: 2 * 60_000 } },
    begin: (world) => {
      restoreKeys = regenerateKeys(world);
    },
    end: () => restoreKeys(),
  },
  {
    name: 'zombie: connected and answering, but the relay counts no listener',
    made: 'real',
    shows: [],
    tunnels: 'live on',
    staysConnected: true,
    begin: ({ relays: { relay } }) => void relay.faults.forget(everyEntity),
  },
  {
    name: 'recycled before the planned drop (a life of 3 minutes instead of 22 hours)',
    made: 'port: life of a channel',
    shows: [],
    tunnels: 'live on',
    staysConnected: true,
    options: { channelLifeMs: 3 * 60_000 },
    begin: () => undefined,
  },
  {
    name: 'control channels reset',
    made: 'real',
    shows: ['HCM2033'],
    tunnels: 'live on',
    begin: ({ relays: { relay } }) => void relay.faults.dropControl(everyEntity),
  },
  {
    name: 'silent half-open: no pong, no end',
    made: 'real',
    shows: ['HCM2034'],
    tunnels: 'live on',
    begin: ({ relays: { relay } }) => void relay.faults.silence(everyEntity),
    end: ({ relays: { relay } }) => void relay.faults.dropControl(everyEntity),
  },
];
