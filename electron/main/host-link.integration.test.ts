import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContractEvent } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { systemClock, type Clock } from '../engine/clock.ts';
import { connectToHost } from '../engine/control/client.ts';
import { openAppHost } from './app-host.ts';
import { answerWithinMs, lookIntervalMs, watchIntervalMs } from './host-link.ts';
import { ShellSetup } from './testing/shell-setup.ts';

const string =
  'Endpoint=sb://localhost:1/;SharedAccessKeyName=listen;SharedAccessKey=c2VjcmV0LWtleS1vZi10aGUtdGVzdA==;EntityPath=one';

let setup: ShellSetup;
let folder: string;

beforeEach(async () => {
  setup = new ShellSetup();
  folder = await setup.folder();
});
afterEach(() => setup.cleanUp());

async function add(host: { call: ShellCall }, name: string): Promise<void> {
  await host.call('connections.add', {
    connectionString: string.replace('one', name),
    endpoint: 'localhost:9',
  });
}
type ShellCall = ReturnType<ShellSetup['link']>['link']['call'];

/** Settles with the next patch that adds this name. */
function heard(events: readonly ContractEvent[], name: string): boolean {
  return events.some(
    (event) =>
      event.name === 'connections.patch' && event.payload.changed.some(({ config }) => config.name === name),
  );
}

describe('HostLink at the start', () => {
  it('becomes the host when nobody is one, and hcm can talk to it', async () => {
    const { link, told } = setup.link(folder);
    const early = link.call('host.info', {});
    expect(link.state).toEqual({ mode: 'starting' });
    await link.start();
    expect(told).toMatchObject([{ mode: 'app', info: { kind: 'app', dataFolder: folder } }]);
    // What the page asked before it was there is answered by it.
    expect(await early).toMatchObject({ kind: 'app' });
    const client = await connectToHost({ ...setup.place(folder), clock: systemClock });
    await add(client, 'one');
    expect((await link.call('connections.snapshot', {})).connections).toHaveLength(1);
    await client.close();
    await link.stop();
    await expect(connectToHost({ ...setup.place(folder), clock: systemClock })).rejects.toMatchObject({
      code: 'HCM5001',
    });
  });

  it('attaches to the host that runs, and leaves it alone when it ends', async () => {
    const service = await setup.service(folder);
    const { link, told } = setup.link(folder);
    await link.start();
    expect(told).toMatchObject([{ mode: 'background', info: { kind: 'service' } }]);
    await link.stop();
    expect(await service.engine.call('host.info', {})).toMatchObject({ kind: 'service' });
    expect(told).toHaveLength(1);
  });

  it('says that the host is of another version, and takes nothing', async () => {
    const claim = await setup.claim(folder);
    claim.welcome((socket) => {
      socket.on('error', () => undefined);
      socket.end(`${JSON.stringify({ hello: { ...claim.hello('serving'), contractVersion: 99 } })}\n`);
    });
    const { link, told } = setup.link(folder);
    await link.start();
    expect(told).toMatchObject([{ mode: 'unreachable', problem: { code: 'HCM5003' }, info: null }]);
    await expect(link.call('host.info', {})).rejects.toMatchObject({ code: 'HCM5003' });
    await expect(link.runHere()).rejects.toMatchObject({ code: 'HCM5003' });
  });

  it('passes a resume on to its own host, and has nothing to pass on without one', async () => {
    const { link } = setup.link(folder);
    link.resumed();
    await link.start();
    link.resumed();
    const { lines } = await link.call('log.tail', { limit: 100 });
    const woken = lines.filter(({ message }) => message === 'woken');
    expect(woken).toHaveLength(1);
    expect(woken[0]?.fields).toContain('resumed');
  });

  it('says why it can’t be the host, gives the folder back, and tries again when asked', async () => {
    let refuses = true;
    const { link, told } = setup.link(folder, {
      openOwnHost: async (claim) => {
        if (!refuses) return openAppHost(claim, setup.appHostOptions(folder));
        await claim.release();
        throw new HcmError('HCM4004', { file: 'connections.json' });
      },
    });
    await link.start();
    expect(link.state).toMatchObject({ mode: 'unreachable', problem: { code: 'HCM4004' } });
    await expect(link.runHere()).rejects.toMatchObject({ code: 'HCM4004' });
    // Looking for a host finds none, which says less than the reason.
    expect(
      new Set(told.map((state) => (state.mode === 'unreachable' ? state.problem.code : state.mode))),
    ).toEqual(new Set(['HCM4004']));
    refuses = false;
    await link.runHere();
    expect(link.state).toMatchObject({ mode: 'app' });
  });
});

describe('HostLink when its host goes', () => {
  it('tells it, does not take the folder, and is back when a host is', async () => {
    const service = await setup.service(folder);
    let looksPlanned = 0;
    const after: Clock['after'] = (delayMs, action) => {
      if (delayMs === lookIntervalMs) looksPlanned += 1;
      return systemClock.after(delayMs, action);
    };
    const { link, told } = setup.link(folder, { clock: { ...systemClock, after } });
    await link.start();
    const events: ContractEvent[] = [];
    link.subscribe((event) => events.push(event));
    await add(link, 'before');
    await expect.poll(() => heard(events, 'before')).toBe(true);

    await service.stop();
    await expect.poll(() => link.state.mode).toBe('unreachable');
    expect(link.state).toMatchObject({ info: { kind: 'service' } });
    await expect.poll(() => told.at(-1), { timeout: 5_000 }).toMatchObject({ problem: { code: 'HCM5001' } });
    await expect(link.call('connections.snapshot', {})).rejects.toMatchObject({ code: 'HCM5001' });

    // It has looked, found nobody, and waits for its next look.
    await expect.poll(() => looksPlanned, { timeout: 5_000 }).toBeGreaterThan(2);
    expect(link.state.mode).toBe('unreachable');
    // The folder is free for a service that is started again.
    const again = await setup.service(folder);
    await expect.poll(() => link.state.mode, { timeout: 10_000 }).toBe('background');
    await add(again.engine, 'after');
    await expect.poll(() => heard(events, 'after')).toBe(true);
  });

  it('notices one that hangs with its socket open, and is back when it answers', async () => {
    const service = await setup.service(folder);
    const answer = service.engine.call.bind(service.engine);
    let hangs = false;
    service.engine.call = (name, input) => (hangs ? new Promise(() => undefined) : answer(name, input));
    const quick: ReadonlyMap<number, number> = new Map([
      [watchIntervalMs, 20],
      [answerWithinMs, 200],
      [lookIntervalMs, 20],
    ]);
    const after: Clock['after'] = (delayMs, action) =>
      systemClock.after(quick.get(delayMs) ?? delayMs, action);
    const { link } = setup.link(folder, { clock: { ...systemClock, after } });
    await link.start();
    hangs = true;
    await expect.poll(() => link.state).toMatchObject({ mode: 'unreachable', problem: { code: 'HCM5005' } });
    hangs = false;
    await expect.poll(() => link.state.mode).toBe('background');
  });

  it('runs the host here once the person asks, and not before', async () => {
    const service = await setup.service(folder);
    const { link } = setup.link(folder);
    await link.start();
    await service.stop();
    await expect.poll(() => link.state.mode).toBe('unreachable');
    await link.runHere();
    expect(link.state).toMatchObject({ mode: 'app', info: { kind: 'app' } });
    // Again is nothing new.
    await link.runHere();
    expect(link.state).toMatchObject({ mode: 'app' });
  });

  it('attaches rather than runs when somebody else was faster', async () => {
    const service = await setup.service(folder);
    const { link } = setup.link(folder);
    await link.start();
    await service.stop();
    await expect.poll(() => link.state.mode).toBe('unreachable');
    await setup.service(folder);
    await link.runHere();
    expect(link.state).toMatchObject({ mode: 'background' });
  });

  it('looks no more once it is stopped', async () => {
    const service = await setup.service(folder);
    const { link, told } = setup.link(folder);
    await link.start();
    await service.stop();
    await expect.poll(() => link.state.mode).toBe('unreachable');
    await link.stop();
    const count = told.length;
    await setup.service(folder);
    await link.start();
    await link.runHere().catch(() => undefined);
    expect(told).toHaveLength(count);
  });
});

describe('HostLink and a host that opens a folder to others', () => {
  let opened: string;

  beforeEach(async () => {
    opened = await setup.folder();
  });

  it('is led to it before a host of its own, and looks for it there once it goes', async () => {
    const state = await setup.folder();
    const service = await setup.service(state, opened);
    const choice = { shared: [opened], own: setup.place(folder) };
    const { link } = setup.link(folder, { choice });
    await link.start();
    expect(link.state).toMatchObject({ mode: 'background', info: { dataFolder: state } });
    // Another host is where it would look otherwise.
    const other = await setup.service(folder);
    await service.stop();
    const problem = { code: 'HCM5001', details: { shared: opened } };
    await expect.poll(() => link.state, { timeout: 5_000 }).toMatchObject({ mode: 'unreachable', problem });
    await setup.service(state, opened);
    await expect
      .poll(() => link.state, { timeout: 10_000 })
      .toMatchObject({ mode: 'background', info: { dataFolder: state } });
    await other.stop();
  });

  it('runs none of its own where one folder is meant, unless the person asks', async () => {
    const { link } = setup.link(folder, { choice: { shared: [opened], own: null } });
    await link.start();
    expect(link.state).toMatchObject({ mode: 'unreachable', problem: { code: 'HCM5001' } });
    await link.runHere();
    expect(link.state).toMatchObject({ mode: 'app', info: { dataFolder: folder } });
  });
});

describe('HostLink and its listeners', () => {
  it('lets the host count only while somebody listens', async () => {
    const service = await setup.service(folder);
    const { link } = setup.link(folder);
    await link.start();
    let subscriptions = 0;
    const { engine } = service;
    const subscribe = engine.subscribe.bind(engine);
    engine.subscribe = (listener) => {
      subscriptions += 1;
      const end = subscribe(listener);
      return () => {
        subscriptions -= 1;
        end();
      };
    };
    const ends = [link.subscribe(() => undefined), link.subscribe(() => undefined)];
    await expect.poll(() => subscriptions).toBe(1);
    ends[0]?.();
    ends[0]?.();
    await link.call('host.info', {});
    expect(subscriptions).toBe(1);
    ends[1]?.();
    await expect.poll(() => subscriptions).toBe(0);
  });

  it('shows what a newer version wrote', async () => {
    await writeFile(join(folder, 'connections.json'), '{"version":99,"connections":[]}');
    const { link } = setup.link(folder);
    await link.start();
    expect(link.state).toMatchObject({ mode: 'app' });
    await expect(add(link, 'one')).rejects.toMatchObject({ code: 'HCM4002' });
  });
});
