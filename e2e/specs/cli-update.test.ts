/** `hcm update`: other keys and another endpoint for a connection that is there, against a local relay that changes. */
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionRow } from '../../electron/contract/connection-row.ts';
import { loadOrCreateCertificates } from '../../electron/local-relay/certificates.ts';
import {
  createEntity,
  createRule,
  endpointMetadata,
  type EntityConfig,
} from '../../electron/local-relay/entities.ts';
import { LocalRelay } from '../../electron/local-relay/server.ts';
import { ensureBuilt } from '../fixtures/built-hcm.ts';
import type { Finished } from '../fixtures/hcm-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { startHost, untilConnected, untilRow } from '../fixtures/tunnel.ts';

let service: Server;
let endpoint = '';
let stage: Stage;
let relay: LocalRelay;

beforeAll(async () => {
  await ensureBuilt();
  service = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  endpoint = `localhost:${(service.address() as AddressInfo).port}`;
});

afterAll(() => void service.close());

beforeEach(async () => {
  stage = await Stage.open();
  const certificates = await loadOrCreateCertificates(join(stage.folder, 'relay'));
  await writeFile(join(stage.folder, 'ca.pem'), certificates.caPem);
  relay = new LocalRelay({ certificates });
  await relay.listen();
  stage.afterwards(() => relay.close());
  relay.addEntity(createEntity('sql', { endpoint }));
  const added = await update(['add', '-', '--ca-file', 'ca.pem'], relay.gatewayConnectionString('sql'));
  expect(added.exitCode).toBe(0);
});

afterEach(() => stage.dispose());

function update(words: readonly string[], input = ''): Promise<Finished> {
  return stage.run(words, { input });
}

function entity(): EntityConfig {
  const found = relay.entity('sql');
  if (found === undefined) throw new Error('the relay has no sql');
  return found;
}

/** The string of a rule of its own that may listen. */
function anotherRule(name: string): string {
  const rule = createRule(name, ['Listen']);
  relay.updateEntity({ ...entity(), rules: [...entity().rules, rule] });
  return `Endpoint=${relay.url};SharedAccessKeyName=${name};SharedAccessKey=${rule.primaryKey};EntityPath=sql`;
}

/** "Regenerate" in Azure: the key of before is refused from now on. @returns the new string */
function regenerate(): string {
  const { rules } = entity();
  const renewed = rules.map((rule) =>
    rule.name === 'defaultListener' ? createRule('defaultListener', ['Listen']) : rule,
  );
  relay.updateEntity({ ...entity(), rules: renewed });
  return relay.gatewayConnectionString('sql');
}

function rowOf({ output }: Finished): ConnectionRow {
  return JSON.parse(output) as ConnectionRow;
}

const wrongKey = (text: string): string =>
  text.replace(/SharedAccessKey=[^;]+/u, `SharedAccessKey=${Buffer.alloc(32, 7).toString('base64')}`);

describe('keys', () => {
  it('keeps a second key, goes on with it when the first one dies, and takes the new one', async () => {
    await startHost(stage);
    await untilConnected(stage, 'sql');
    const second = await update(
      ['update', 'sql', '--secondary-connection-string', '-'],
      anotherRule('secondListener'),
    );
    expect(second.exitCode).toBe(0);
    expect(rowOf(second)).toMatchObject({ name: 'sql', hasSecondaryKey: true, keyInUse: 'primary' });

    const next = regenerate();
    await update(['restart', 'sql']);
    const failedOver = await untilRow(
      stage,
      'sql',
      'uses its second key',
      ({ status, keyInUse }) => status === 'Connected' && keyInUse === 'secondary',
    );
    expect(failedOver.primaryKeyRefusedAt).toMatch(/^\d{4}-/u);
    const shown = (await update(['show', 'sql', '--output', 'table'])).output;
    expect(shown).toMatch(/^Status: +Connected · Primary key refused$/mu);
    expect(shown).toMatch(/^Primary key: +defaultListener · Refused by Azure since .+$/mu);
    expect(shown).toMatch(/^Secondary key: +secondListener · In use$/mu);

    await writeFile(join(stage.folder, 'next.txt'), `${next}\n`, { mode: 0o600 });
    const replaced = await update([
      ...['update', 'sql', '--connection-string-file', 'next.txt', '--output', 'table'],
    ]);
    expect(replaced.output).toBe('Azure accepted the primary key of sql. It is kept from now on.\n');
    await untilRow(stage, 'sql', 'has no dead key', (row) => row.primaryKeyRefusedAt === null);
    const removed = rowOf(await update(['update', 'sql', '--remove-secondary']));
    expect(removed).toMatchObject({ hasSecondaryKey: false, keyInUse: 'primary' });
    await untilConnected(stage, 'sql');
  });

  it('keeps the old key when Azure refuses the new one, and says why', async () => {
    await startHost(stage);
    await untilConnected(stage, 'sql');
    const refused = await update(
      ['update', 'sql', '--connection-string', '-'],
      wrongKey(relay.gatewayConnectionString('sql')),
    );
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toBe('');
    expect(refused.errors).toContain('Azure refused the key for sql');
    expect(refused.errors).toContain('HCM2020');
    await update(['restart', 'sql']);
    await untilConnected(stage, 'sql');
  });

  it('says what is wrong with a string before the host hears of it, and never repeats it', async () => {
    const other = relay.gatewayConnectionString('sql').replace('EntityPath=sql', 'EntityPath=');
    const key = /SharedAccessKey=([^;]+)/u.exec(other)?.[1] ?? '';
    const send = relay.sendConnectionString('sql');
    for (const [input, code] of [
      ['rubbish', 'HCM1003'],
      [send, 'HCM1015'],
    ] as const) {
      const { exitCode, errors, output } = await update(['update', 'sql', '--connection-string', '-'], input);
      expect(exitCode).toBe(1);
      expect(errors).toMatch(/HCM10\d\d/u);
      expect(errors).toContain(input === send ? code : 'HCM10');
      expect(errors + output).not.toContain(key);
    }
  });
});

describe('the name', () => {
  it('becomes another one of the namespace, with a host and without, where Azure accepts the key', async () => {
    relay.addEntity(createEntity('sql-2', { endpoint }));
    await startHost(stage);
    await untilConnected(stage, 'sql');
    const refused = await update(['update', 'sql', '--name', 'sql-2']);
    expect(refused).toMatchObject({ exitCode: 1, output: '' });
    expect(refused.errors).toContain('The key of sql isn’t good for sql-2');
    expect(refused.errors).toContain('Add --connection-string-file');

    await writeFile(join(stage.folder, 'next.txt'), relay.gatewayConnectionString('sql-2'), { mode: 0o600 });
    const words = ['--name', 'sql-2', '--connection-string-file', 'next.txt', '--output', 'table'];
    const renamed = await update(['update', 'sql', ...words]);
    expect(renamed.output).toBe('sql listens for sql-2 from now on. Open sessions may finish.\n');
    await untilConnected(stage, 'sql-2');

    const host = stage.processes.find((one) => one.words[0] === 'run');
    host?.signal('SIGTERM');
    expect((await host?.end())?.exitCode).toBe(0);
    const back = await update(
      ['update', 'sql-2', '--name', 'sql', '--connection-string', '-'],
      relay.gatewayConnectionString('sql'),
    );
    expect(rowOf(back)).toMatchObject({ name: 'sql', endpoint, status: 'Stopped' });
    expect((await update(['update', 'sql', '--name', 'nowhere'])).exitCode).toBe(1);
  });
});

describe('the endpoint', () => {
  it('is shown when it changed in Azure, and used after a yes', async () => {
    await startHost(stage);
    await untilConnected(stage, 'sql');
    const nothing = await update(['update', 'sql', '--accept-endpoint', '--output', 'table']);
    expect(nothing.output).toBe('Azure names no other endpoint for sql.\n');
    relay.updateEntity({ ...entity(), userMetadata: endpointMetadata('sql02.corp.example:1433') });
    const accepted = await update(['update', '-ns', 'localhost', '-n', 'sql', '--accept-endpoint']);
    expect(accepted.exitCode).toBe(0);
    expect(rowOf(accepted)).toMatchObject({ endpoint: 'sql02.corp.example:1433', endpointInAzure: null });
  });

  it('is changed by hand, without a host too; back to Azure’s only with one', async () => {
    const byHand = await update(['update', 'sql', '--endpoint', 'sql03.corp.example:1433']);
    expect(byHand.exitCode).toBe(0);
    expect(rowOf(byHand)).toMatchObject({ endpoint: 'sql03.corp.example:1433', status: 'Stopped' });
    const needsHost = await update(['update', 'sql', '--endpoint', 'azure']);
    expect(needsHost.exitCode).toBe(3);
    expect(needsHost.errors).toContain('HCM5001');
    await startHost(stage);
    await untilConnected(stage, 'sql');
    const shown = await untilRow(stage, 'sql', 'tells both', (row) => row.endpointInAzure !== null);
    expect(shown).toMatchObject({ endpoint: 'sql03.corp.example:1433', endpointInAzure: endpoint });
    expect((await update(['show', 'sql', '--output', 'table'])).output).toContain(
      `Endpoint in Azure:    ${endpoint}\n`,
    );
    const back = await update(['update', 'sql', '--endpoint', 'azure', '--output', 'table']);
    expect(back.output).toBe(`New sessions of sql go to ${endpoint}. Open ones stay where they are.\n`);
  });
});
