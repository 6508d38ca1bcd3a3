/** `hcm relay` and `hcm demo`: what they print, what they keep, and how they end. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseConnectionString } from '../../electron/contract/connection-string.ts';
import { ensureBuilt } from '../fixtures/built-hcm.ts';
import type { HcmProcess } from '../fixtures/hcm-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { until } from '../fixtures/until.ts';

const readySchema = z.strictObject({
  url: z.string(),
  caFile: z.string(),
  entities: z.array(
    z.strictObject({
      name: z.string(),
      endpoint: z.string().nullable(),
      gatewayConnectionString: z.string(),
      sendConnectionString: z.string(),
    }),
  ),
});

let stage: Stage;

beforeAll(() => ensureBuilt());

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.dispose());

function readyOf(relay: HcmProcess): Promise<z.infer<typeof readySchema>> {
  return relay.report('the relay listens', (report) => readySchema.safeParse(report).data);
}

async function stopped(relay: HcmProcess): Promise<number | null> {
  relay.signal('SIGTERM');
  return (await relay.end()).exitCode;
}

describe('hcm relay', () => {
  it('prints one line of JSON; the n-th name belongs to the n-th endpoint', async () => {
    const words = ['--entity', 'one', '--entity', 'two', '--endpoint', 'a:1', '--endpoint', 'b:2'];
    const relay = stage.start(['relay', '--json', ...words]);
    const ready = await readyOf(relay);
    expect(ready.url).toMatch(/^sb:\/\/localhost:\d+\/$/);
    expect(ready.caFile).toBe(join(stage.home, 'local-relay', 'ca.pem'));
    expect(ready.entities.map(({ name, endpoint }) => [name, endpoint])).toEqual([
      ['one', 'a:1'],
      ['two', 'b:2'],
    ]);
    for (const { name, gatewayConnectionString, sendConnectionString } of ready.entities) {
      const listen = parseConnectionString(gatewayConnectionString, { purpose: 'listen' });
      const send = parseConnectionString(sendConnectionString, { purpose: 'send' });
      expect([listen, send]).toMatchObject([
        { outcome: 'relay', value: { entityPath: name } },
        { outcome: 'relay', value: { entityPath: name } },
      ]);
    }
    expect(relay.output.trimEnd().split('\n')).toHaveLength(1);
    expect(await stopped(relay)).toBe(0);
  });

  it('tells its events when asked to, without secrets', async () => {
    const relay = stage.start(['relay', '--json', '--events', '--entity', 'one', '--endpoint', 'a:1']);
    const { url, caFile, entities } = await readyOf(relay);
    const secret = randomUUID();
    const asked = request({
      ...{ host: 'localhost', port: new URL(url).port, path: '/one', ca: await readFile(caFile) },
      headers: { 'X-PROCESS-AT': 'ServiceBus', ServiceBusAuthorization: secret },
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    const eventSchema = z.object({ event: z.looseObject({ type: z.literal('metadata-read') }) });
    const { event } = await relay.report('the relay tells', (report) => eventSchema.safeParse(report).data);
    expect(event).toMatchObject({ entity: 'one', status: answer.statusCode });
    const key = /SharedAccessKey=([^;]+)/.exec(entities[0]?.gatewayConnectionString ?? '')?.[1] ?? '';
    const [, ...told] = relay.output.split('\n');
    expect(told.join('\n')).not.toContain(key);
    expect(told.join('\n')).not.toContain(secret);
    expect(await stopped(relay)).toBe(0);
  });

  it('has one Hybrid Connection of its own when none is named, and tells a person what to do with it', async () => {
    const relay = stage.start(['relay']);
    await until(
      'it says all',
      () => relay.output,
      (text) => text.includes('hcm forward'),
    );
    expect(relay.output).toMatch(
      /^Local relay listens on sb:\/\/localhost:\d+\/\. Ctrl\+C ends it\.\nCA file: /,
    );
    expect(relay.output).toMatch(/^demo, without an endpoint$/m);
    expect(relay.output).toMatch(/For the host \(hcm add\): Endpoint=sb:.*;EntityPath=demo$/m);
    expect(await stopped(relay)).toBe(0);
  });

  it('keeps keys and CA in its folder, for its owner only; another folder has others', async () => {
    const words = ['relay', '--json', '--entity', 'one', '--endpoint', 'a:1', '--data'];
    const keyOf = async (folder: string): Promise<string> => {
      const relay = stage.start([...words, folder]);
      const { entities } = await readyOf(relay);
      expect(await stopped(relay)).toBe(0);
      return /SharedAccessKey=([^;]+)/.exec(entities[0]?.gatewayConnectionString ?? '')?.[1] ?? '';
    };
    const first = await keyOf('relay-a');
    expect(first).toHaveLength(44);
    expect(await keyOf('relay-a')).toBe(first);
    expect(await keyOf('relay-b')).not.toBe(first);
    const { mode } = await stat(join(stage.folder, 'relay-a', 'entities.json'));
    expect(mode & 0o077).toBe(0);
  });

  it.each([
    ['a name too many', ['--entity', 'a', '--entity', 'b', '--endpoint', 'c:1']],
    ['an endpoint too many', ['--entity', 'a', '--endpoint', 'c:1', '--endpoint', 'd:1']],
    ['a port that is none', ['--port', 'http']],
  ])('%s is wrong use', async (_name, words) => {
    expect((await stage.run(['relay', ...words])).exitCode).toBe(2);
  });

  it.each([
    ['an endpoint that is none', ['--entity', 'a', '--endpoint', 'c'], 'HCM1030'],
    ['a name that is none', ['--entity', 'a//b', '--endpoint', 'c:1'], 'HCM1009'],
  ])('refuses %s', async (_name, words, code) => {
    const { exitCode, errors } = await stage.run(['relay', ...words]);
    expect(exitCode).toBe(1);
    expect(errors).toContain(code);
  });

  it('says when its port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { exitCode, errors } = await stage.run(['relay', '--port', String(port)]);
    other.close();
    expect(exitCode).toBe(1);
    expect(errors).toMatch(new RegExp(`^hcm: Port ${port} is in use\\n.+\\n.+ --port\\.\\n {2}HCM7001\\n$`));
  });

  it('answers each line of faults, wrong ones too, and goes on when they end', async () => {
    const relay = stage.start(['relay', '--json', '--faults', '-']);
    await readyOf(relay);
    relay.tell({ fault: 'kick' });
    relay.tell({ fault: 'nonsense' });
    relay.tell({ fault: 'clear', more: 1 });
    relay.tell({ fault: 'clear' });
    await until(
      'four answers',
      () => relay.reports.length,
      (count) => count === 5,
    );
    expect(relay.reports.slice(1)).toEqual([
      { ok: true, fault: 'kick', affected: 0 },
      { ok: false, problem: expect.any(String) as string },
      { ok: false, problem: expect.any(String) as string },
      { ok: true, fault: 'clear', affected: 0 },
    ]);
    expect(await stopped(relay)).toBe(0);

    const ended = stage.start(['relay', '--json', '--faults', '-'], { input: '{"fault":"clear"}\n' });
    await ended.report('the answer', (report) => z.object({ ok: z.literal(true) }).safeParse(report).data);
    expect(ended.hasEnded).toBe(false);
    expect(await stopped(ended)).toBe(0);
  });
});

describe('hcm demo', () => {
  it('shows the whole way and ends with 0, without touching the data folder', async () => {
    const { exitCode, output, errors } = await stage.run(['demo', '--exit']);
    expect(errors).toBe('');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/demo: Connected, endpoint Reachable\./);
    expect(output).toMatch(/200.*Hello from the on-premises service/s);
    await expect(stat(join(stage.home, 'connections.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('stays up for a person, and ends with 0 on Ctrl+C', async () => {
    const demo = stage.start(['demo']);
    await until(
      'it says what to try',
      () => demo.output,
      (text) => text.includes('curl '),
    );
    const url = /curl (\S+)/.exec(demo.output)?.[1] ?? '';
    expect(await (await fetch(url, { headers: { connection: 'close' } })).text()).toContain(
      'this is answer 2',
    );
    demo.signal('SIGINT');
    expect((await demo.end()).exitCode).toBe(0);
  });
});
