import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleScript } from '../store/testing/bundle-script.ts';
import { temporaryFolder } from '../store/testing/temporary-folder.ts';
import { FileSink } from './file-sink.ts';
import { openLog } from './open-log.ts';
import { SecretRegister } from './secret-register.ts';
import { createStreamLogger } from './stream-logger.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';

describe('the log of a host', () => {
  it('lies in its folder, for its owner only, and is whole after closing', async () => {
    const folder = temporaryFolder();
    const secrets = new SecretRegister();
    secrets.add(key);
    const log = openLog({ folder, level: 'info', secrets });
    for (let count = 0; count < 1000; count += 1) log.logger.info('line', { count, key });
    await log.close();
    log.logger.info('too late');
    const lines = readFileSync(join(folder, 'hcm.log'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { count: number }).count)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index),
    );
    expect(lines.join()).not.toContain(key.slice(0, 8));
    expect(statSync(join(folder, 'hcm.log')).mode & 0o777).toBe(0o600);
  });

  it('goes on where the last run ended', async () => {
    const folder = temporaryFolder();
    for (const message of ['first', 'second']) {
      const log = openLog({ folder, level: 'info', secrets: new SecretRegister() });
      log.logger.info(message);
      await log.close();
    }
    expect(readFileSync(join(folder, 'hcm.log'), 'utf8')).toMatch(/first.*\n.*second/);
  });
});

describe('FileSink', () => {
  it('rotates within a bounded total and loses only the oldest lines', async () => {
    const folder = temporaryFolder();
    const sink = new FileSink({ folder, name: 'x.log', fileBytes: 2000, files: 5 });
    for (let count = 0; count < 500; count += 1) sink.write(`${String(count).padStart(99, '0')}\n`);
    await sink.close();
    const names = ['x.log.4', 'x.log.3', 'x.log.2', 'x.log.1', 'x.log'];
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(2100);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    const numbers = names.flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).map(Number),
    );
    expect(numbers.at(-1)).toBe(499);
    expect(numbers).toEqual(
      Array.from({ length: numbers.length }, (_, index) => 500 - numbers.length + index),
    );
  });

  it('survives a folder that can not be used, tries again later and says how much was lost', async () => {
    const parent = temporaryFolder();
    const folder = join(parent, 'log');
    writeFileSync(folder, 'in the way');
    let now = 0;
    const sink = new FileSink({ folder, name: 'x.log', now: () => now });
    const write = (): void => sink.write('{"message":"line"}\n');
    write();
    await vi.waitFor(() => expect(sink.failing).toBe(true));
    write();
    write();
    rmSync(folder);
    now = 29_999;
    write();
    expect(readdirSync(parent)).toEqual([]);
    now = 30_000;
    write();
    await sink.close();
    const lines = readFileSync(join(folder, 'x.log'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'warn', message: 'log lines were lost', count: 4 },
      { message: 'line' },
    ]);
  });

  it('writes what it was given without being asked again, in order', async () => {
    const folder = temporaryFolder();
    const sink = new FileSink({ folder, name: 'x.log' });
    for (const line of ['one\n', 'two\n']) sink.write(line);
    await vi.waitFor(() => expect(readFileSync(join(folder, 'x.log'), 'utf8')).toBe('one\ntwo\n'));
    sink.write('three\n');
    await vi.waitFor(() => expect(readFileSync(join(folder, 'x.log'), 'utf8')).toBe('one\ntwo\nthree\n'));
    await sink.close();
  });

  it('goes on in a new file when the one before was moved away', async () => {
    const folder = temporaryFolder();
    const sink = new FileSink({ folder, name: 'x.log' });
    sink.write('one\n');
    await vi.waitFor(() => expect(readFileSync(join(folder, 'x.log'), 'utf8')).toBe('one\n'));
    renameSync(join(folder, 'x.log'), join(folder, 'moved.log'));
    sink.write('two\n');
    sink.reopen();
    sink.write('three\n');
    await sink.close();
    expect(readFileSync(join(folder, 'x.log'), 'utf8')).toBe('three\n');
    await vi.waitFor(() => expect(readFileSync(join(folder, 'moved.log'), 'utf8')).toBe('one\ntwo\n'));
  });

  it('closes also when it never wrote', async () => {
    const folder = temporaryFolder();
    await new FileSink({ folder, name: 'x.log' }).close();
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** A small disk where a mount is allowed, else a limit of the size of files: it stops the same writes. */
const fullDisk =
  spawnSync('unshare', ['-rm', 'true']).status === 0
    ? { program: ['unshare', '-rm', 'sh'], prepare: 'mount -t tmpfs -o size=256k tmpfs "$1"' }
    : { program: ['sh'], prepare: 'ulimit -f 512' };

describe('a disk that is really full', () => {
  const built = mkdtempSync(join(tmpdir(), 'hcm-fill-disk-'));
  let script = '';
  beforeAll(async () => {
    script = await bundleScript(join(import.meta.dirname, 'testing/fill-disk.ts'), built);
  }, 60_000);
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  it('stops nothing', () => {
    const folder = temporaryFolder();
    const command = `${fullDisk.prepare} && exec "$2" "$3" "$1" 2000`;
    const [program, ...words] = [...fullDisk.program, '-c', command, 'sh', folder, process.execPath, script];
    const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Number(/^done (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(200_000);
  });
});

describe('createStreamLogger', () => {
  it('writes redacted lines and leaves the stream to its owner', async () => {
    const stream = new PassThrough();
    const secrets = new SecretRegister();
    secrets.add(key);
    const logger = createStreamLogger(stream, { level: 'info', secrets });
    logger.debug('not this');
    logger.info('this', { key });
    expect(JSON.parse(String(stream.read()))).toMatchObject({ message: 'this', key: '***' });
    expect(stream.writableEnded).toBe(false);
    stream.end();
    logger.info('after the end');
    await vi.waitFor(() => expect(stream.writableFinished).toBe(true));
  });

  it('outlives a reader that goes away, and one that does not read', async () => {
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    const logger = createStreamLogger(broken, { level: 'info', secrets: new SecretRegister() });
    logger.info('one');
    await vi.waitFor(() => expect(broken.destroyed).toBe(true));
    logger.info('two');

    const stuck = new Writable({ write: () => undefined });
    const patient = createStreamLogger(stuck, { level: 'info', secrets: new SecretRegister() });
    for (let count = 0; count < 10_000; count += 1) patient.info('line', { ballast: 'x'.repeat(1000) });
    expect(stuck.writableLength).toBeLessThan(5 * 1024 * 1024);
  });
});
