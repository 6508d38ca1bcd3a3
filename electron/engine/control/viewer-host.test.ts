import { afterEach, describe, expect, it } from 'vitest';
import { mayCall } from '../../contract/access.ts';
import { calls, type CallName, type ContractEvent, type Host } from '../../contract/api.ts';
import { ControlSetup } from './testing/control-setup.ts';
import { createTestHost } from './testing/test-host.ts';
import { viewerHost } from './viewer-host.ts';

const setup = new ControlSetup();
const names = Object.keys(calls) as CallName[];
const refusedNames = names.filter((name) => !mayCall('viewer', name));
const patch: ContractEvent = {
  name: 'connections.patch',
  payload: { sequence: 8, changed: [], removed: [] },
};

afterEach(() => setup.cleanUp());

describe('viewerHost', () => {
  it('lets no call through that may change something, and every other one', async () => {
    const asked: CallName[] = [];
    const host: Host = {
      call: (name) => {
        asked.push(name);
        return Promise.resolve({} as never);
      },
      subscribe: () => () => undefined,
    };
    const seen = viewerHost(host);
    for (const name of names) {
      const call = seen.call(name, {});
      if (mayCall('viewer', name)) await call;
      else await expect(call).rejects.toMatchObject({ code: 'HCM5008', details: { call: name } });
    }
    expect(asked).toEqual(names.filter((name) => mayCall('viewer', name)));
    expect(refusedNames.length).toBeGreaterThan(10);
  });

  it('says that it is a viewer’s, and hands on events', async () => {
    const { host, emit, listeners } = createTestHost();
    const info = { role: 'admin', version: '1.2.3' };
    const seen = viewerHost({ ...host, call: () => Promise.resolve(info as never) });
    expect(await seen.call('host.info', {})).toEqual({ role: 'viewer', version: '1.2.3' });
    expect(await seen.call('proxy.get', {})).toBe(info);
    const heard: ContractEvent[] = [];
    const end = seen.subscribe((event) => heard.push(event));
    emit(patch);
    expect(heard).toEqual([patch]);
    end();
    expect(listeners.size).toBe(0);
  });
});

describe('serveControl for viewers', () => {
  it('refuses a change before its input is looked at, and answers what a viewer may ask', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder, { role: 'viewer' });
    const client = await setup.proved(folder, served.token);
    for (const [id, call] of refusedNames.entries()) {
      client.write({ id, call, input: { this: 'is no input of any call' } });
      expect(await client.next()).toEqual({
        ...{ id, ok: false },
        error: { code: 'HCM5008', details: { call } },
      });
    }
    expect(served.asked).toEqual([]);
    client.write({ id: 999, call: 'connections.snapshot', input: {} });
    expect(await client.next()).toMatchObject({ id: 999, ok: true, output: { sequence: 7 } });
    client.write({ subscribe: true });
    await expect.poll(() => served.listeners.size).toBe(1);
    served.emit(patch);
    expect(await client.next()).toEqual({ event: patch.name, payload: patch.payload });
  });
});
