/** Imports of the window against the engine itself, beside a relay. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  importRowSchema,
  maxImportBytes,
  openedImportSchema,
  type ImportRow,
  type OpenedImport,
} from '../contract/import-view.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineWorld } from '../engine/testing/engine-world.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { createEntity } from '../local-relay/entities.ts';
import { idleMs, ImportDesk } from './import-desk.ts';

let world: EngineWorld;
let folder: string;
let engine: Engine;
let clock: FakeClock;
let told: ImportRow[];
let chosen: string | null;
let desk: ImportDesk;

beforeAll(async () => {
  world = await EngineWorld.start();
});

afterAll(() => world.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-desk-'));
  engine = await hostIn('host');
  clock = new FakeClock();
  told = [];
  chosen = null;
  desk = new ImportDesk({
    host: engine,
    clock,
    user: 'm.keller',
    chooseFile: () => Promise.resolve(chosen),
    onRows: (rows) => told.push(...rows),
  });
});

afterEach(async () => {
  desk.close();
  await engine.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function hostIn(name: string): Promise<Engine> {
  const home = join(folder, name);
  await mkdir(home);
  const opened = await world.open({ folder: home, extraCaPem: world.relays.caPem });
  await opened.start();
  return opened;
}

function configOf(...strings: readonly string[]): Uint8Array {
  const elements = strings.map((text) => `<hybridConnection connectionString="${text}" />`).join('');
  return Buffer.from(
    `<configuration><hybridConnections><connectionStrings>${elements}</connectionStrings></hybridConnections></configuration>`,
  );
}

function keyOf(connectionString: string): string {
  return /SharedAccessKey=([^;]+)/u.exec(connectionString)?.[1] ?? 'none';
}

function rowsOf(opened: OpenedImport): readonly ImportRow[] {
  openedImportSchema.parse(opened);
  if (opened.outcome !== 'opened') throw new Error(`it is ${opened.outcome}`);
  return opened.rows;
}

const briefly = ({ name, action, problem, check }: ImportRow): string =>
  [name, action, problem?.code, check.state, check.problem?.code].filter(Boolean).join(' ');

async function names(host = engine): Promise<readonly string[]> {
  const { connections } = await host.call('connections.snapshot', {});
  return connections.map(({ config }) => `${config.name} by ${config.addedBy ?? 'nobody'}`);
}

const biztalk =
  'Endpoint=hc://contoso.hybrid.biztalk.windows.net/legacy;SharedAccessKeyName=l;SharedAccessKey=bWFkZS11cA==';

describe('ImportDesk', () => {
  it('previews, verifies and switches; bad entries take no other down; the page gets no key', async () => {
    const good = await world.relayString('payroll');
    const orders = await world.relayString('orders');
    const wrongKey = orders.replace(keyOf(orders), Buffer.alloc(32, 'other').toString('base64'));
    world.relays.relay.addEntity(createEntity('closed', { endpoint: 'localhost:1' }));
    const closed = world.relays.relay.gatewayConnectionString('closed');
    chosen = join(folder, 'Listener.exe.config');
    await writeFile(chosen, configOf(good, wrongKey, closed, biztalk, 'Endpoint=nonsense'));

    const rows = rowsOf(await desk.choose());
    expect(rows.map(briefly)).toEqual([
      'payroll add notAsked',
      'orders add notAsked',
      'closed add notAsked',
      'legacy add notAsked',
      expect.stringMatching(/^refused HCM10\d\d notAsked$/),
    ]);

    const verified = await desk.verify([0, 1, 2, 3, 4, 4, 999]);
    expect(verified.map(briefly)).toEqual([
      'payroll add answered',
      'orders add refused HCM2020',
      'closed add answered HCM3102',
      // Nobody is left to ask.
      'legacy add notAsked',
      expect.stringMatching(/^refused/),
    ]);
    expect(verified[0]?.endpoint).toMatch(/:\d+$/);
    expect(new Set(told.filter(({ row }) => row === 0).map(({ check }) => check.state))).toEqual(
      new Set(['waiting', 'asking', 'answered']),
    );

    const done = await desk.apply([0, 3, 4]);
    expect(done.map(briefly)).toEqual([
      'payroll imported answered',
      'orders add refused HCM2020',
      'closed add answered HCM3102',
      'legacy imported notAsked',
      expect.stringMatching(/^refused/),
    ]);
    expect(await names()).toEqual(['payroll by m.keller', 'legacy by m.keller']);

    const seen = JSON.stringify([rows, told, verified, done]);
    for (const text of [good, wrongKey, closed]) expect(seen).not.toContain(keyOf(text));
    for (const row of told) expect(importRowSchema.parse(row)).toEqual(row);
    // Over: the keys are gone.
    await expect(desk.apply([2])).rejects.toMatchObject({ code: 'HCM1097' });
    expect(await names()).toHaveLength(2);
  });

  it('overwrites only what was seen to differ and chosen', async () => {
    const before = await world.relayString('ledger');
    await engine.call('connections.add', { connectionString: before });
    const bytes = Buffer.from(
      `AzureRelayConnectionString: "${before}"\nRemoteForward: [{RelayName: ledger, Host: localhost, HostPort: 4321}]`,
    );
    const rows = rowsOf(await desk.read('azbridge.yml', bytes));
    expect(rows).toMatchObject([{ name: 'ledger', action: 'differs', differs: ['endpoint'] }]);
    expect((await desk.apply([]))[0]?.action).toBe('differs');
    const endpointOf = async (): Promise<unknown> =>
      (await engine.call('connections.snapshot', {})).connections[0]?.config.endpoint;
    expect(await endpointOf()).not.toMatchObject({ port: 4321 });

    await desk.read('azbridge.yml', bytes);
    expect((await desk.apply([0]))[0]?.action).toBe('updated');
    expect(await endpointOf()).toMatchObject({ host: 'localhost', port: 4321 });
    expect(rowsOf(await desk.read('azbridge.yml', bytes))[0]?.action).toBe('unchanged');
  });

  it('leaves alone what somebody else added since it was shown', async () => {
    const before = await world.relayString('late');
    const yaml = `AzureRelayConnectionString: "${before}"\nRemoteForward: [{RelayName: late, Host: localhost, HostPort: 4321}]`;
    await desk.read('azbridge.yml', Buffer.from(yaml));
    await engine.call('connections.add', { connectionString: before });
    expect((await desk.apply([0])).map(briefly)).toEqual(['late differs notAsked']);
  });

  it('asks for the passphrase of an export, again after a wrong one', async () => {
    await engine.call('connections.add', { connectionString: await world.relayString('moved') });
    const { text } = await engine.call('portable.export', { passphrase: 'correct horse' });
    const other = await hostIn('other');
    const otherDesk = new ImportDesk({
      host: other,
      clock,
      user: '',
      chooseFile: () => Promise.resolve(null),
      onRows: () => undefined,
    });
    expect(await otherDesk.read('move.json', Buffer.from(text))).toEqual({
      outcome: 'locked',
      file: 'move.json',
    });
    await expect(otherDesk.unlock('wrong horse')).rejects.toMatchObject({ code: 'HCM1086' });
    const rows = rowsOf(await otherDesk.unlock('correct horse'));
    expect(rows.map(briefly)).toEqual(['moved add notAsked']);
    await otherDesk.apply([0]);
    expect(await names(other)).toEqual(['moved by nobody']);
    await other.stop();
  });

  it('stops asking, and forgets what it didn’t hear', async () => {
    const strings = [await world.relayString('one'), await world.relayString('two')];
    await desk.read('Listener.exe.config', configOf(...strings));
    const asking = desk.verify([0, 1]);
    desk.stopVerifying();
    const rows = await asking;
    expect(rows.map(({ check }) => check.state)).toEqual(['notAsked', 'notAsked']);
    // The next question is another one.
    expect((await desk.verify([0])).map(({ check }) => check.state)).toEqual(['answered', 'notAsked']);
  });

  it('forgets after 15 minutes without anything, when it is closed, and for the next file', async () => {
    const bytes = configOf(await world.relayString('idle'));
    await desk.read('a.config', bytes);
    clock.advance(idleMs - 1);
    await desk.verify([0]);
    clock.advance(idleMs);
    await expect(desk.apply([0])).rejects.toMatchObject({ code: 'HCM1097' });

    await desk.read('a.config', bytes);
    desk.close();
    await expect(desk.verify([0])).rejects.toMatchObject({ code: 'HCM1097' });

    await desk.read('a.config', bytes);
    await expect(desk.read('b.txt', Buffer.from('nothing'))).rejects.toMatchObject({ code: 'HCM1080' });
    await expect(desk.apply([0])).rejects.toMatchObject({ code: 'HCM1097' });
    await expect(desk.unlock('some words')).rejects.toMatchObject({ code: 'HCM1097' });
  });

  it('reads no more of a file than an import may have, and says why it can’t read one', async () => {
    chosen = join(folder, 'huge.json');
    await writeFile(chosen, Buffer.alloc(maxImportBytes + 1, ' '));
    await expect(desk.choose()).rejects.toMatchObject({ code: 'HCM1082', details: { limit: 4 } });
    chosen = join(folder, 'gone.json');
    await expect(desk.choose()).rejects.toMatchObject({
      code: 'HCM1061',
      details: { file: 'gone.json', reason: 'ENOENT' },
    });
    chosen = folder;
    await expect(desk.choose()).rejects.toMatchObject({ code: 'HCM1061' });
    chosen = null;
    expect(await desk.choose()).toEqual({ outcome: 'cancelled' });
  });
});
