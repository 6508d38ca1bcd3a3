/** The container's health check beside a real host: alive, ready, not ready, gone. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { onStage } from '../fixtures/stage.ts';
import { addConnection } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

const script = join(import.meta.dirname, '..', '..', 'container', 'health.mjs');

interface Checked {
  readonly exitCode: number;
  readonly said: string;
}

function check(url: string): Promise<Checked> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, url], { env: {} }, (error, said) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), said });
    });
  });
}

it('says whether the host answers, and whether its connections are ready', async () => {
  await onStage(async (stage) => {
    const host = stage.start(['run', '--output', 'json', '--http', '127.0.0.1:0']);
    const ready = z.object({ message: z.literal('ready'), http: z.url() });
    const { http } = await host.report('the host runs', (report) => ready.safeParse(report).data);
    expect(await check(`${http}/healthz`)).toEqual({ exitCode: 0, said: '200 ok\n' });

    const relay = await RelayProcess.start(stage, [{ name: 'web', endpoint: '127.0.0.1:9' }]);
    await addConnection(stage, relay, 'web');
    await until(
      'it is ready',
      () => check(`${http}/readyz`),
      ({ exitCode }) => exitCode === 0,
    );
    await relay.process.dispose();
    const { said } = await until(
      'it is not ready',
      () => check(`${http}/readyz`),
      ({ exitCode }) => exitCode === 1,
    );
    expect(said).toMatch(/^503 \{"ready":false,"host":"serving".*"name":"web"/);
    expect(await check(`${http}/healthz`)).toMatchObject({ exitCode: 0 });

    await host.dispose();
    expect(await check(`${http}/healthz`)).toEqual({ exitCode: 1, said: 'no answer: ECONNREFUSED\n' });
  });
});
