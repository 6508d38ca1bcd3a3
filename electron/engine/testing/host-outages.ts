/** What happens to the host itself: rows of the fault matrix. */
import { everyEntity, type Outage } from './outages.ts';

const hourMs = 60 * 60_000;

export const hostOutages: readonly Outage[] = [
  {
    name: 'the relay’s clock is two hours off (skew), and mended',
    made: 'real',
    shows: ['HCM2029'],
    tunnels: 'live on',
    begin: ({ relays: { relay } }) => {
      relay.faults.setClockOffset(2 * hourMs);
      relay.faults.dropControl(everyEntity);
    },
    end: ({ relays: { relay } }) => relay.faults.clear(),
  },
  {
    name: 'the host’s clock is set two hours back, and mended',
    made: 'port: clock',
    shows: ['HCM2029'],
    tunnels: 'live on',
    begin: ({ clock }) => clock.jumpWall(-2 * hourMs),
    end: ({ clock }) => clock.jumpWall(2 * hourMs),
  },
  {
    name: 'suspended for eight hours and resumed: old connections lead nowhere, tokens have expired',
    made: 'port: clock',
    shows: [],
    tunnels: 'fall silent',
    begin: ({ clock, wire }) => {
      wire.abandon();
      clock.slept(8 * hourMs);
    },
    end: ({ wire }) => wire.dropAbandoned(),
  },
  {
    name: 'another network: old connections lead nowhere',
    made: 'port: networkInterfaces',
    shows: [],
    tunnels: 'fall silent',
    begin: (world) => {
      world.wire.abandon();
      world.system.network = { wlan0: [otherAddress] };
    },
    end: ({ wire }) => wire.dropAbandoned(),
  },
];

const otherAddress = {
  address: '192.0.2.7',
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '02:00:00:00:00:01',
  internal: false,
  cidr: null,
} as const;
