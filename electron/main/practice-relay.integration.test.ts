import { get } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoSteps, demoStateSchema, type DemoState } from '../contract/shell-api.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { PracticeRelay } from './practice-relay.ts';
import { ShellSetup, type ServiceHost } from './testing/shell-setup.ts';

let setup: ShellSetup;
let folder: string;
let service: ServiceHost;
let told: DemoState[];
let practice: PracticeRelay;

beforeEach(async () => {
  setup = new ShellSetup();
  folder = await setup.folder();
  service = await setup.service(folder);
  told = [];
  practice = new PracticeRelay({
    host: service.engine,
    folder: join(folder, 'practice-relay'),
    dataFolder: folder,
    platform: process.platform,
    log: silentLogger,
    onChange: (state) => told.push(state),
  });
  setup.onEnd(() => practice.stop());
});
afterEach(() => setup.cleanUp());

async function names(): Promise<string[]> {
  const { connections } = await service.engine.call('connections.snapshot', {});
  return connections.map(({ config }) => config.name);
}

function ask(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString('utf8')));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

describe('PracticeRelay', () => {
  it('carries a request through, telling each step, and goes without a trace', async () => {
    expect(practice.state.phase).toBe('off');
    const [state, same] = await Promise.all([practice.start(), practice.start()]);
    expect(same).toBe(state);
    expect(state).toMatchObject({ phase: 'running', problem: null });
    expect(state.steps.map(({ step }) => step)).toEqual([...demoSteps]);
    expect(state.steps.at(-1)?.details).toMatchObject({ status: 200 });
    for (const each of told) expect(demoStateSchema.parse(each)).toEqual(each);
    // One step after the other, as they happen.
    expect(told.map(({ steps }) => steps.length)).toEqual([0, 1, 2, 3, 4, 5, 6, 6]);
    expect(await ask(`${state.url ?? ''}again`)).toContain('/again');
    expect(await names()).toEqual(['demo']);
    expect(state.connectionId).not.toBeNull();

    await Promise.all([practice.stop(), practice.stop()]);
    expect(practice.state.phase).toBe('off');
    expect(await names()).toEqual([]);
    await expect(ask(state.url ?? '')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('can be stopped while it starts, and started again', async () => {
    const starting = practice.start();
    await expect.poll(() => practice.state.steps.length).toBeGreaterThan(0);
    await practice.stop();
    expect((await starting).phase).toBe('off');
    expect(await names()).toEqual([]);
    expect((await practice.start()).phase).toBe('running');
  });

  it('says why it can’t be, and leaves nothing behind', async () => {
    await service.engine.stop();
    const taken = new PracticeRelay({
      host: {
        call: () => Promise.reject(new TypeError('gone')),
        subscribe: () => () => undefined,
      },
      folder: join(folder, 'other'),
      dataFolder: folder,
      platform: process.platform,
      log: silentLogger,
      onChange: () => undefined,
    });
    expect(await taken.start()).toMatchObject({
      phase: 'failed',
      connectionId: null,
      problem: { code: 'HCM9001', details: { reason: 'TypeError' } },
    });
    await taken.stop();
    expect(taken.state.phase).toBe('off');
  });

  it('starts nothing of it at a host that this window may only look at', async () => {
    const asked: string[] = [];
    const viewer = new PracticeRelay({
      host: {
        call: async (name, input) => {
          asked.push(name);
          const answer = await service.engine.call(name, input);
          return name === 'host.info' ? { ...answer, role: 'viewer' } : answer;
        },
        subscribe: (listener) => service.engine.subscribe(listener),
      },
      folder: join(folder, 'viewer'),
      dataFolder: folder,
      platform: process.platform,
      log: silentLogger,
      onChange: (state) => told.push(state),
    });
    expect(await viewer.start()).toMatchObject({ phase: 'failed', problem: { code: 'HCM5008' } });
    expect(told.flatMap(({ steps }) => steps)).toEqual([]);
    expect(asked.filter((name) => name !== 'host.info' && name !== 'connections.snapshot')).toEqual([]);
    await viewer.stop();
  });

  it('takes the place of a run that ended hard', async () => {
    await practice.start();
    const second = new PracticeRelay({
      host: service.engine,
      folder: join(folder, 'practice-relay'),
      dataFolder: folder,
      platform: process.platform,
      log: silentLogger,
      onChange: () => undefined,
    });
    setup.onEnd(() => second.stop());
    expect((await second.start()).phase).toBe('running');
    expect(await names()).toEqual(['demo']);
  });
});
