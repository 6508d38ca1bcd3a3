import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine, type Engine } from '../engine/engine.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { SecretRegister } from '../engine/log/secret-register.ts';
import { keyFileBox } from '../engine/secrets/key-file.ts';
import { startDemo, type DemoStep } from './demo.ts';

let folder: string;
let engine: Engine;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-demo-test-'));
  engine = await openEngine({
    folder,
    version: '0.0.0-test',
    kind: 'service',
    machine: 'HOST-01',
    processId: process.pid,
    platform: process.platform,
    log: silentLogger,
    secrets: new SecretRegister(),
    secretBox: keyFileBox({ folder, log: silentLogger }),
    extraCaPem: null,
  });
  await engine.start();
});

afterEach(async () => {
  engine.close();
  await rm(folder, { recursive: true, force: true });
});

function ask(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString('utf8')));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

describe('startDemo', () => {
  it('shows each step, answers, and stays up until it is closed', async () => {
    const steps: DemoStep[] = [];
    const demo = await startDemo({
      host: engine,
      folder: join(folder, 'relay'),
      platform: process.platform,
      onStep: (step) => steps.push(step),
      signal: new AbortController().signal,
    });
    expect(steps.map(({ step }) => step)).toEqual([
      'relay',
      'service',
      'added',
      'connected',
      'sender',
      'answered',
    ]);
    expect(steps.at(-1)).toMatchObject({ status: 200 });
    expect(await ask(`${demo.url}again`)).toContain('You asked for /again; this is answer 2.');
    await demo.close();
    await expect(ask(demo.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('ends what it started when it is told to stop', async () => {
    const stop = new AbortController();
    const starting = startDemo({
      host: engine,
      folder: join(folder, 'relay'),
      platform: process.platform,
      onStep: ({ step }) => {
        if (step === 'service') stop.abort(new Error('enough'));
      },
      signal: stop.signal,
    });
    await expect(starting).rejects.toThrow('enough');
    expect((await engine.call('connections.snapshot', {})).connections).toEqual([]);
  });
});
