import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContractEvent } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { practiceAuthor } from '../contract/practice-author.ts';
import { createTestHost } from '../engine/control/testing/test-host.ts';
import { openAppHost, type AppHostOptions } from './app-host.ts';
import { openOwnHost } from './own-host.ts';
import { ShellSetup } from './testing/shell-setup.ts';

let setup: ShellSetup;
let folder: string;

beforeEach(async () => {
  setup = new ShellSetup();
  folder = await setup.folder();
});
afterEach(() => setup.cleanUp());

function connectionString(name: string): string {
  return `Endpoint=sb://localhost:1/;SharedAccessKeyName=listen;SharedAccessKey=c2VjcmV0LWtleQ==;EntityPath=${name}`;
}

/** A folder that was used before: one connection that runs, one that is stopped, and what practice left. */
async function used(): Promise<void> {
  const { host, stop } = await openOwnHost(await setup.claim(folder), setup.ownHostOptions(folder));
  const add = async (name: string, addedBy = 'kim') =>
    host.call('connections.add', {
      connectionString: connectionString(name),
      endpoint: 'localhost:9',
      addedBy,
    });
  await add('on');
  const { connection } = await add('off');
  await host.call('connections.stop', { id: connection.config.id });
  await add('demo', practiceAuthor);
  await stop();
}

async function open(options: Partial<AppHostOptions> = {}) {
  return openAppHost(await setup.claim(folder), { ...setup.appHostOptions(folder), ...options });
}

async function timesStarted(): Promise<number> {
  const log = await readFile(join(folder, 'hcm.log'), 'utf8');
  return log.match(/"host started"/gu)?.length ?? 0;
}

function gate(): { readonly passed: Promise<void>; readonly pass: () => void } {
  let pass: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (pass = resolve));
  return { passed, pass: () => pass() };
}

const ended = { resumed: () => undefined, stop: () => Promise.resolve() };
const never = new Promise<void>(() => undefined);

describe('openAppHost', () => {
  it('shows its list before the engine is read, and has other calls wait for that', async () => {
    await used();
    const drawn = gate();
    const own = await open({ after: drawn.passed });
    expect(own.info).toMatchObject({ kind: 'app', dataFolder: folder, secretBackend: 'keyFile' });
    const { sequence, connections } = await own.host.call('connections.snapshot', {});
    expect(connections.map(({ config, azure }) => [config.name, azure.status])).toEqual([
      ['on', 'connecting'],
      ['off', 'stopped'],
    ]);
    let isTold = false;
    const settings = own.host.call('settings.get', {}).then(() => (isTold = true));
    expect((await own.host.call('connections.snapshot', {})).sequence).toBe(sequence);
    expect(await timesStarted()).toBe(1);
    expect(isTold).toBe(false);
    drawn.pass();
    await Promise.all([own.serving, settings]);
    await own.stop();
    expect(await timesStarted()).toBe(2);
  });

  it('goes on from that list with patches, none of which is left out', async () => {
    await used();
    const drawn = gate();
    const own = await open({ after: drawn.passed });
    const events: ContractEvent[] = [];
    const left: ContractEvent[] = [];
    own.host.subscribe((event) => events.push(event));
    own.host.subscribe((event) => left.push(event))();
    const { sequence } = await own.host.call('connections.snapshot', {});
    drawn.pass();
    await own.serving;
    const patches = () =>
      events.flatMap((event) => (event.name === 'connections.patch' ? [event.payload] : []));
    await expect
      .poll(() => patches().flatMap(({ changed }) => changed.map(({ config }) => config.name)))
      .toContain('on');
    const numbers = patches().map((patch) => patch.sequence);
    expect(numbers).toEqual(numbers.map((_number, index) => sequence + 1 + index));
    expect(left).toEqual([]);
    const asked = await own.host.call('connections.snapshot', {});
    expect(asked.connections.map(({ config }) => config.name)).toEqual(['on', 'off']);
    await own.stop();
  });

  it('tells what the engine tells while it is opened, and each thing once', async () => {
    await used();
    const { host, listeners, emit } = createTestHost();
    const patch = (sequence: number): ContractEvent => ({
      name: 'connections.patch',
      payload: { sequence, changed: [], removed: [] },
    });
    const drawn = gate();
    const own = await open({
      after: drawn.passed,
      open: async (claim, onEvent) => {
        onEvent(patch(1));
        await claim.release();
        return { ...ended, host, info: own.info };
      },
    });
    const heard: ContractEvent[] = [];
    const leave = own.host.subscribe((event) => heard.push(event));
    own.host.subscribe((event) => heard.push(event))();
    drawn.pass();
    await own.serving;
    emit(patch(2));
    expect(heard).toEqual([patch(1), patch(2)]);
    leave();
    expect(listeners.size).toBe(0);
    own.host.subscribe((event) => heard.push(event));
    emit(patch(3));
    expect(heard.at(-1)).toEqual(patch(3));
    await own.stop();
  });

  it('never comes up when it is told to stop before that, and gives the folder free', async () => {
    await used();
    const own = await open({ after: never });
    await Promise.all([own.stop(), own.stop()]);
    await expect(own.serving).rejects.toBeInstanceOf(HcmError);
    expect(await timesStarted()).toBe(1);
    const again = await open();
    await again.serving;
    await again.stop();
  });

  it('ends what is being opened when it is told to stop', async () => {
    await used();
    const opening = gate();
    const own = await open({
      open: async (claim) => {
        opening.pass();
        return openOwnHost(claim, setup.ownHostOptions(folder));
      },
    });
    await opening.passed;
    await own.stop();
    const again = await open();
    await again.serving;
    await again.stop();
  });

  it('tells every call why the engine can’t be opened', async () => {
    await used();
    const own = await open({
      open: async (claim) => {
        await claim.release();
        throw new HcmError('HCM4004');
      },
    });
    await expect(own.serving).rejects.toMatchObject({ code: 'HCM4004' });
    await expect(own.host.call('settings.get', {})).rejects.toMatchObject({ code: 'HCM4004' });
    await own.stop();
  });

  it.each([
    ['damaged', 'no JSON'],
    ['holding a record that can’t be read', JSON.stringify({ version: 1, connections: [{ name: 'odd' }] })],
  ])('leaves a file that is %s to the engine, at once', async (_what, content) => {
    await used();
    await writeFile(join(folder, 'connections.json'), content);
    const own = await open({ after: never });
    await own.serving;
    const { items } = await own.host.call('health.list', {});
    expect(items.map(({ code }) => code)).toContain('HCM8023');
    await own.stop();
    expect(await timesStarted()).toBe(2);
  });

  it('opens the engine at once where nothing is stored yet', async () => {
    const own = await open({ after: never });
    await own.serving;
    expect(await own.host.call('connections.snapshot', {})).toMatchObject({ connections: [] });
    await own.stop();
  });
});
