import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretRegister } from '../engine/log/secret-register.ts';
import { openRunLog, tellChanges } from './run-log.ts';
import { createTestIo } from './testing/test-io.ts';
import { connectedView } from '../contract/testing/test-views.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-run-log-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('openRunLog', () => {
  it('writes lines of JSON where a program reads, and the same into the file', async () => {
    const io = createTestIo();
    const log = openRunLog(io, { folder, level: 'error', secrets: new SecretRegister(), format: 'json' });
    log.logger.info('left out at this level');
    log.announce('ready', { processId: 7 }, 'Host 7 runs.');
    await log.close();
    expect(JSON.parse(io.output.text)).toMatchObject({ level: 'info', message: 'ready', processId: 7 });
    expect(await readFile(join(folder, 'hcm.log'), 'utf8')).toBe(io.output.text);
  });

  it('writes sentences where a person reads', async () => {
    const io = createTestIo({ terminal: true });
    const log = openRunLog(io, { folder, level: 'info', secrets: new SecretRegister(), format: 'sentences' });
    log.logger.info('for the file');
    log.announce('ready', {}, 'Host 7 runs.\u001b[2J');
    await log.close();
    expect(io.output.text).toBe('Host 7 runs.[2J\n');
    expect(await readFile(join(folder, 'hcm.log'), 'utf8')).toContain('for the file');
  });

  it('writes no sentences where nobody wants them, and every line for a program', async () => {
    for (const format of ['sentences', 'json'] as const) {
      const io = { ...createTestIo(), isQuiet: true };
      const log = openRunLog(io, { folder, level: 'info', secrets: new SecretRegister(), format });
      log.announce('ready', {}, 'Host 7 runs.');
      tellChanges(io, [])({ sequence: 1, changed: [connectedView()], removed: [] });
      await log.close();
      expect(io.output.text).toMatch(format === 'json' ? /^\{.+"message":"ready".*\}\n$/u : /^$/u);
    }
  });

  it('hides keys that the host knows', async () => {
    const io = createTestIo();
    const secrets = new SecretRegister();
    secrets.add(key);
    const log = openRunLog(io, { folder, level: 'info', secrets, format: 'json' });
    log.logger.info('something', { text: `sig of ${encodeURIComponent(key)}` });
    await log.close();
    // Windows that attach read the same lines.
    const tail = JSON.stringify(log.tail.read({ limit: 10 }));
    for (const text of [io.output.text, tail]) {
      expect(text).toContain('something');
      expect(text).not.toContain(key.slice(0, 10));
    }
  });
});

describe('tellChanges', () => {
  const offline = {
    ...connectedView(),
    azure: { ...connectedView().azure, status: 'notConnected', problem: { code: 'HCM2004', details: {} } },
  } as const;

  it('tells each change of a word once, and no change of counters', () => {
    const io = createTestIo({ terminal: true });
    const tell = tellChanges(io, [connectedView()]);
    tell({ sequence: 1, changed: [connectedView()], removed: [] });
    tell({ sequence: 2, changed: [{ ...connectedView(), sessions: 9 }], removed: [] });
    tell({ sequence: 3, changed: [offline], removed: [] });
    tell({ sequence: 4, changed: [], removed: [offline.config.id, 'unknown'] });
    expect(io.output.text).toBe(
      'payroll-sql: Connected, endpoint Reachable. This host and 1 other\n' +
        'payroll-sql: Not connected, endpoint Reachable. No network\n' +
        'Removed payroll-sql.\n',
    );
  });
});
