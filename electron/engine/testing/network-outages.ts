/** A network that fails between host and relay: rows of the fault matrix. */
import { ChaosWire } from './chaos-wire.ts';
import type { Outage } from './outages.ts';
import { forward, ScriptedProxy } from './scripted-proxy.ts';

let proxyWire: ChaosWire;

export const networkOutages: readonly Outage[] = [
  {
    name: 'everything open is reset',
    made: 'real',
    shows: ['HCM2033'],
    tunnels: 'end',
    begin: ({ wire }) => wire.reset(),
  },
  {
    name: 'TCP closed in the middle of TLS',
    made: 'real',
    shows: ['HCM2005'],
    tunnels: 'end',
    begin: ({ wire }) => {
      wire.hangUp();
      wire.reset();
    },
    end: ({ wire }) => wire.mend(),
  },
  {
    name: 'another certificate (TLS failure)',
    made: 'real',
    shows: ['HCM2010'],
    tunnels: 'end',
    begin: async (world) => {
      world.wire.divert(await world.impostor());
      world.wire.reset();
    },
    end: ({ wire }) => wire.mend(),
  },
  {
    name: 'blackhole of a minute: packets are swallowed, old connections and new',
    made: 'real',
    shows: ['HCM2034', 'HCM2003'],
    tunnels: 'live on',
    begin: ({ wire }) => wire.freeze(),
    end: ({ wire }) => wire.thaw(),
  },
  {
    name: 'blackhole of several minutes',
    made: 'real',
    shows: ['HCM2034', 'HCM2003'],
    tunnels: 'fall silent',
    begin: ({ wire }) => wire.freeze(),
    end: ({ wire }) => wire.thaw(),
  },
  {
    name: 'DNS gone, and every open connection with it',
    made: 'port: resolver',
    shows: ['HCM2001'],
    tunnels: 'end',
    begin: ({ system, wire }) => {
      system.dnsIsGone = true;
      wire.reset();
    },
    end: ({ system }) => {
      system.dnsIsGone = false;
    },
  },
  {
    name: 'proxy died, and is back',
    made: 'real',
    shows: ['HCM2061'],
    tunnels: 'end',
    prepare: async (world) => {
      const proxy = await ScriptedProxy.start(forward());
      const wire = await ChaosWire.to(proxy.port);
      proxyWire = wire;
      world.system.proxy = proxy.address({ port: wire.port });
      world.forget();
      world.wire.reset();
      world.atEnd(async () => {
        await wire.close();
        await proxy.close();
      });
      await world.untilRelistened();
      await world.untilWell();
    },
    begin: () => proxyWire.goDown(),
    end: () => proxyWire.comeBack(),
  },
];
