import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContractEvent } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { systemClock } from '../engine/clock.ts';
import { connectToHost } from '../engine/control/client.ts';
import { practiceAuthor } from '../contract/practice-author.ts';
import { openOwnHost } from './own-host.ts';
import { ShellSetup } from './testing/shell-setup.ts';

let setup: ShellSetup;
let folder: string;

beforeEach(async () => {
  setup = new ShellSetup();
  folder = await setup.folder();
});
afterEach(async () => {
  vi.useRealTimers();
  await setup.cleanUp();
});

function connectionString(name: string, host = 'localhost:1'): string {
  return `Endpoint=sb://${host}/;SharedAccessKeyName=listen;SharedAccessKey=c2VjcmV0LWtleQ==;EntityPath=${name}`;
}

describe('openOwnHost', () => {
  it('drops what a practice relay that ended hard left behind, and nothing else', async () => {
    const first = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    const add = (name: string, addedBy: string, host?: string) =>
      first.host.call('connections.add', {
        connectionString: connectionString(name, host),
        endpoint: 'localhost:9',
        addedBy,
      });
    await add('demo', practiceAuthor);
    await add('kept-local', 'kim');
    await add('kept-other', practiceAuthor);
    await add('demo', practiceAuthor, 'contoso.servicebus.windows.net');
    // `hcm relay` calls its Hybrid Connection `demo`, too, and so may an account be called.
    await add('demo', 'demo', 'localhost:2');
    await first.stop();
    const second = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    const { connections } = await second.host.call('connections.snapshot', {});
    expect(connections.map(({ config: { name, host, port } }) => `${name}@${host}:${port}`).sort()).toEqual([
      'demo@contoso.servicebus.windows.net:443',
      'demo@localhost:2',
      'kept-local@localhost:1',
      'kept-other@localhost:1',
    ]);
    await second.stop();
  });

  it('tells what changes until it is open, and nothing from then on', async () => {
    const first = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    const left = { connectionString: connectionString('demo'), endpoint: 'localhost:9' };
    const { connection } = await first.host.call('connections.add', { ...left, addedBy: practiceAuthor });
    await first.stop();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const heard: ContractEvent[] = [];
    const own = await openOwnHost(await setup.claim(folder), {
      ...setup.ownHostOptions(folder),
      onEvent: (event) => heard.push(event),
      policy: {
        read: () => Promise.resolve(null),
        // Asked for while the engine starts: time passes then.
        get pollMs() {
          vi.advanceTimersByTime(100);
          return 60_000;
        },
      },
    });
    vi.useRealTimers();
    const patches = heard.splice(0).filter(({ name }) => name === 'connections.patch');
    expect(patches).toMatchObject([{ payload: { removed: [connection.config.id] } }]);
    await own.host.call('connections.add', left);
    // Patches that wait are told before a snapshot is.
    await own.host.call('connections.snapshot', {});
    await own.stop();
    expect(heard).toEqual([]);
  });

  it('gives the folder free at its end, once, however often it is told to stop', async () => {
    const own = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    await Promise.all([own.stop(), own.stop(), own.stop()]);
    await expect(connectToHost({ ...setup.place(folder), clock: systemClock })).rejects.toMatchObject({
      code: 'HCM5001',
    });
    expect(await readFile(join(folder, 'hcm.log'), 'utf8')).toContain('"host stopped"');
  });

  it('serves monitoring where the setting asks for it, and runs without where the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const settings = { version: 1, settings: { httpAddress: `127.0.0.1:${port}` } };
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
    const without = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    await without.stop();
    const log = await readFile(join(folder, 'hcm.log'), 'utf8');
    expect(log).toMatch(/"code":"HCM5030".*"monitoring does not listen"/u);

    await new Promise((resolve) => taken.close(resolve));
    const own = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    const asked = async (path: string): Promise<string> =>
      (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    expect(JSON.parse(await asked('/readyz'))).toMatchObject({ ready: true });
    await own.host.call('connections.add', {
      connectionString: connectionString('counted'),
      endpoint: 'localhost:9',
    });
    expect(await asked('/metrics')).toMatch(/hybrid_connection_healthy\{[^}]*name="counted"/u);
    await own.stop();
    await expect(asked('/healthz')).rejects.toThrow();
  });

  it('logs what the setting asks for, from the start on', async () => {
    const settings = { version: 1, settings: { logLevel: 'error' } };
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
    const own = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    await own.stop();
    expect(await readFile(join(folder, 'hcm.log'), 'utf8').catch(() => '')).not.toMatch(
      /"level":"(info|warn)"/u,
    );
  });

  it('gives the folder free when it can’t be opened', async () => {
    const failing = {
      ...setup.ownHostOptions(folder),
      extraCaPem: () => Promise.reject(new HcmError('HCM4004')),
    };
    await expect(openOwnHost(await setup.claim(folder), failing)).rejects.toMatchObject({ code: 'HCM4004' });
    const own = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
    expect(own.info).toMatchObject({ kind: 'app' });
    await own.stop();
  });
});
