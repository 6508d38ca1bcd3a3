import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { silentLogger } from '../engine/log/logger.ts';
import type { Monitoring } from '../engine/metrics/monitoring.ts';
import { serveMonitoring, type MonitoringOptions } from './serve-monitoring.ts';
import { openStoreEngine } from './store-engine.ts';
import { createTestIo, type TestIo } from './testing/test-io.ts';

let folder: string;
let engine: Engine;
let io: TestIo;
const opened: Monitoring[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-monitoring-'));
  io = createTestIo();
  engine = await openStoreEngine(io, { folder, log: silentLogger });
});

afterEach(async () => {
  for (const monitoring of opened.splice(0)) await monitoring.close();
  engine.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function serve(options: MonitoringOptions): Promise<Monitoring | undefined> {
  const monitoring = await serveMonitoring(io, options, { engine, log: silentLogger });
  if (monitoring !== undefined) opened.push(monitoring);
  return monitoring;
}

function set(httpAddress: string): Promise<unknown> {
  return engine.call('settings.set', { httpAddress });
}

describe('monitoring of a host', () => {
  it('is there for those who ask: nobody by default, the setting, the option before it', async () => {
    expect(await serve({})).toBeUndefined();
    await set('127.0.0.1:0');
    expect((await serve({}))?.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect((await serve({ http: '127.0.0.2:0' }))?.url).toMatch(/^http:\/\/127\.0\.0\.2:/);
    expect(await serve({ http: '' })).toBeUndefined();
    expect(io.errors.text).toBe('');
  });

  it('a setting can’t open it to the network', async () => {
    for (const address of ['0.0.0.0:0', '10.0.0.1:9464', 'server01:9464', 'x'])
      await expect(set(address)).rejects.toMatchObject({ code: 'HCM1062' });
    expect((await engine.call('settings.get', {})).settings.httpAddress).toBe('');
  });

  it('open to the network only when it is said, and then it warns and answers to names it was given', async () => {
    await expect(serve({ http: '0.0.0.0:0' })).rejects.toMatchObject({ code: 'HCM5031' });
    await expect(serve({ http: '[::]:0' })).rejects.toMatchObject({ code: 'HCM5031' });
    const monitoring = await serve({ http: '0.0.0.0:0', httpPublic: true, httpHost: ['Hcm.Corp.Example'] });
    expect(io.errors.text).toMatch(/^Monitoring is open to the network.+\n$/);
    const port = new URL(monitoring?.url ?? '').port;
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  it('what can’t be read is wrong use, and a port that is taken an error of its own', async () => {
    for (const options of [
      { http: 'server01:9464' },
      { http: '9464' },
      { http: '127.0.0.1:0', httpHost: ['a b'] },
    ])
      await expect(serve(options)).rejects.toMatchObject({ code: 'HCM1060' });
    const taken = new URL((await serve({ http: '127.0.0.1:0' }))?.url ?? '').host;
    await expect(serve({ http: taken })).rejects.toMatchObject({ code: 'HCM5030' });
  });
});
