/** `hcm plan` and `hcm apply` as scripts run them: with and without a host, against a local relay. */
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOrCreateCertificates } from '../../electron/local-relay/certificates.ts';
import { createEntity, createRule } from '../../electron/local-relay/entities.ts';
import { LocalRelay } from '../../electron/local-relay/server.ts';
import type { Finished } from '../fixtures/hcm-process.ts';
import { Stage, type StartOptions } from '../fixtures/stage.ts';
import { listConnections, startHost, untilConnected } from '../fixtures/tunnel.ts';

interface Told {
  readonly changes: readonly {
    readonly kind: string;
    readonly name: string;
    readonly differences: readonly { readonly what: string }[];
    readonly problem?: { readonly code: string } | null;
  }[];
  readonly settings: readonly { readonly name: string; readonly to: unknown }[];
}

let stage: Stage;
let relay: LocalRelay;

beforeEach(async () => {
  stage = await Stage.open();
  const certificates = await loadOrCreateCertificates(join(stage.folder, 'relay'));
  await mkdir(join(stage.folder, 'config', 'secrets'), { recursive: true });
  await writeFile(join(stage.folder, 'config', 'ca.pem'), certificates.caPem);
  relay = new LocalRelay({ certificates });
  await relay.listen();
  stage.afterwards(() => relay.close());
  for (const name of ['sql', 'erp']) relay.addEntity(createEntity(name, { endpoint: 'localhost:9' }));
});

afterEach(() => stage.dispose());

async function file(content: object | string, mode = 0o644): Promise<void> {
  const path = join(stage.folder, 'config', 'hosts.yaml');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  await chmod(path, mode);
}

const lines: string[] = [];

async function hcm(words: readonly string[], options: StartOptions = {}): Promise<Finished> {
  const finished = await stage.run([...words], {
    ...options,
    environment: { SQL: relay.gatewayConnectionString('sql'), ...options.environment },
  });
  lines.push(finished.output, finished.errors);
  return finished;
}

function toldBy({ output }: Finished): readonly string[] {
  const { changes, settings } = JSON.parse(output) as Told;
  return [
    ...settings.map(({ name, to }) => `${name} ${String(to)}`),
    ...changes.map(({ kind, name, differences, problem }) =>
      [kind, name, ...differences.map(({ what }) => what), ...(problem ? [problem.code] : [])].join(' '),
    ),
  ];
}

/** Every file of the data folder that holds what was set, byte by byte. */
async function kept(): Promise<readonly string[]> {
  const names = (await readdir(stage.home)).filter((name) =>
    /^(?:connections|secrets|settings)\.json/u.test(name),
  );
  return Promise.all(
    names.sort().map(async (name) => `${name} ${await readFile(join(stage.home, name), 'base64')}`),
  );
}

const plan = ['plan', '-f', 'config/hosts.yaml'];
const apply = ['apply', '-f', 'config/hosts.yaml'];

/** One string from the environment, one from a file of its own; paths count from the file. */
const both = {
  version: 1,
  settings: { drainSeconds: 7 },
  connections: [
    { connectionString: { env: 'SQL' }, caFile: 'ca.pem', limits: { maxSessions: 9 } },
    { connectionString: { file: 'secrets/erp.txt' }, caFile: 'ca.pem', endpoint: 'localhost:7' },
  ],
};

async function erpString(text = relay.gatewayConnectionString('erp')): Promise<void> {
  await writeFile(join(stage.folder, 'config', 'secrets', 'erp.txt'), `${text}\n`);
}

describe('hcm apply', () => {
  it.each([false, true])(
    'makes it so, and has nothing to do the second time; a host runs: %s',
    async (withHost) => {
      if (withHost) await startHost(stage);
      await file(both);
      await erpString();
      const planned = await hcm(plan);
      expect(planned.exitCode).toBe(10);
      const changes = [
        'drainSeconds 7',
        'add sql primaryKey caPem limits',
        'add erp primaryKey endpoint caPem',
      ];
      expect(toldBy(planned)).toEqual(changes);
      expect(await listConnections(stage)).toEqual([]);

      const applied = await hcm(apply);
      expect([applied.exitCode, applied.errors]).toEqual([0, '']);
      expect(toldBy(applied)).toEqual(changes);
      const after = await kept();
      for (const words of [plan, apply]) {
        const again = await hcm(words);
        expect([again.exitCode, toldBy(again)]).toEqual([0, ['unchanged sql', 'unchanged erp']]);
      }
      // Azure's words about a connection are kept, too; what was asked for isn't written again.
      if (!withHost) expect(await kept()).toEqual(after);
      if (withHost) await untilConnected(stage, 'sql');

      // Another key of one of them, and no prune: the other one stays.
      const rule = createRule('next', ['Listen']);
      const entity = relay.entity('sql');
      if (entity === undefined) throw new Error('no sql');
      relay.updateEntity({ ...entity, rules: [...entity.rules, rule] });
      const next = `Endpoint=${relay.url};SharedAccessKeyName=next;SharedAccessKey=${rule.primaryKey};EntityPath=sql`;
      const environment = { SQL: next };
      await file({ version: 1, connections: both.connections.slice(0, 1) });
      expect(toldBy(await hcm(apply, { environment }))).toEqual(['update sql primaryKey']);

      if (withHost) return;
      const unasked = await hcm([...apply, '--prune'], { environment });
      expect(unasked.exitCode).toBe(2);
      expect(unasked.errors).toContain('--yes');
      expect((await listConnections(stage)).map(({ name }) => name)).toEqual(['sql', 'erp']);
      const pruned = await hcm([...apply, '--prune', '--yes', '--output', 'table'], { environment });
      expect([pruned.exitCode, pruned.output]).toEqual([
        0,
        `- erp (${new URL(relay.url.replace('sb:', 'http:')).hostname})\nPlan: 0 to add, 0 to change, 1 to remove; 1 connection as it shall be.\nDone: 1 change.\n`,
      ]);
      expect((await listConnections(stage)).map(({ name }) => name)).toEqual(['sql']);
    },
  );

  it('changes nothing, byte by byte, when anything in the file is at fault', async () => {
    await file(both);
    await erpString();
    await hcm(apply);
    const before = await kept();
    const change = { connectionString: { env: 'SQL' }, enabled: false };
    const sql = relay.gatewayConnectionString('sql');
    const broken: readonly (readonly [object | string, string])[] = [
      [
        'version: 1\nconnections:\n  - connectionString: {env: SQL}\n    enable: false\n',
        'hosts.yaml, line 4: connections[0].enable: There is no key enable. HCM1070',
      ],
      [{ ...both, connections: [change, { connectionString: { env: 'SQL' } }] }, 'sql is there twice'],
      [{ ...both, connections: [{ ...change, connectionString: sql }] }, 'HCM1072'],
    ];
    for (const [content, errors] of broken) {
      await file(content);
      const finished = await hcm([...apply, '--prune', '--yes']);
      expect([finished.exitCode, finished.output]).toEqual([1, '']);
      expect(finished.errors).toContain(errors);
      expect(finished.errors).toContain('HCM1074');
    }
    expect(await kept()).toEqual(before);
  });

  it('takes strings from a file that nobody else can read, and from standard input', async () => {
    const content = { version: 1, connections: [{ connectionString: relay.gatewayConnectionString('sql') }] };
    await file(content, 0o600);
    const planned = await hcm(plan);
    expect(planned.errors).toBe('');
    expect(toldBy(planned)).toEqual(['add sql primaryKey']);
    const erp = { version: 1, connections: [{ connectionString: relay.gatewayConnectionString('erp') }] };
    const typed = await hcm(['apply', '-f', '-'], { input: JSON.stringify(erp) });
    expect(typed.errors).toBe('');
    expect(toldBy(typed)).toEqual(['add erp primaryKey']);
  });

  it('adds 200 connections while a host runs', async () => {
    await startHost(stage);
    const names = Array.from({ length: 200 }, (_, index) => `c${index}`);
    for (const name of names) relay.addEntity(createEntity(name, { endpoint: 'localhost:9' }));
    const connections = names.map((name) => ({
      connectionString: relay.gatewayConnectionString(name),
      caFile: 'ca.pem',
    }));
    await file({ version: 1, connections }, 0o600);
    const startedAt = performance.now();
    const applied = await hcm(apply);
    process.stdout.write(`200 connections applied in ${Math.round(performance.now() - startedAt)} ms\n`);
    expect([applied.exitCode, applied.errors]).toEqual([0, '']);
    expect(await listConnections(stage)).toHaveLength(200);
  });

  it('has shown no key in all of this', () => {
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.filter((text) => /SharedAccessKey=|[A-Za-z0-9+/]{43}=/u.test(text))).toEqual([]);
  });
});
