/** Trouble at the endpoint, which must not touch the way to Azure: rows of the fault matrix. */
import type { Outage } from './outages.ts';
import { startSilentEndpoint, type SilentEndpoint } from './silent-endpoint.ts';

const azureIsFine = { relistens: false, staysConnected: true } as const;
/** Linux has all of 127/8. */
const silentAddress = '127.0.0.9';

let silent: SilentEndpoint;

export const endpointOutages: readonly Outage[] = [
  {
    name: 'endpoint down: its port refuses, all that was open is reset',
    made: 'real',
    shows: ['HCM3102'],
    tunnels: 'end',
    ...azureIsFine,
    begin: async (world) => {
      await world.endpointWire.goDown();
      await world.useInVain();
    },
    end: ({ endpointWire }) => endpointWire.comeBack(),
  },
  {
    name: 'endpoint resets its connections',
    made: 'real',
    shows: [],
    tunnels: 'end',
    ...azureIsFine,
    begin: ({ endpointWire }) => endpointWire.reset(),
  },
  {
    name: 'endpoint answers no SYN',
    made: 'port: resolver, which names an address that is silent for real',
    shows: ['HCM3104'],
    tunnels: 'live on',
    ...azureIsFine,
    begin: async (world) => {
      silent = await startSilentEndpoint(silentAddress, world.endpointWire.port);
      world.system.endpointAddress = silentAddress;
      await world.useInVain();
    },
    end: ({ system }) => {
      system.endpointAddress = '127.0.0.1';
      silent.close();
    },
  },
  {
    name: 'endpoint’s name is gone',
    made: 'port: resolver',
    shows: ['HCM3101'],
    tunnels: 'live on',
    ...azureIsFine,
    begin: async (world) => {
      world.system.endpointAddress = null;
      await world.useInVain();
    },
    end: ({ system }) => {
      system.endpointAddress = '127.0.0.1';
    },
  },
];
