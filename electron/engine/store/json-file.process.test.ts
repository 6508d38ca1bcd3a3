/** The store's promises, held by a process of its own: killed, out of disk space, without permission. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from './file-system.ts';
import { JsonFile } from './json-file.ts';
import { bundleScript } from './testing/bundle-script.ts';
import { counterFormat, type Counter } from './testing/counter-format.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const built = mkdtempSync(join(tmpdir(), 'hcm-write-loop-'));
let script = '';

beforeAll(async () => {
  script = await bundleScript(join(import.meta.dirname, 'testing/write-loop.ts'), built);
  chmodSync(built, 0o755);
}, 60_000);

afterAll(() => rmSync(built, { recursive: true, force: true }));

async function read(
  folder: string,
): Promise<{ readonly value: Counter; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const file = await JsonFile.open({
    path: join(folder, 'counter.json'),
    format: counterFormat,
    fileSystem: nodeFileSystem(),
    report: ({ code }) => void problems.push(code),
    now: Date.now,
  });
  return { value: file.value, problems };
}

/** Kills the program `afterMs` after its first write. @returns the last count that it said was on the disk. */
async function killed(child: ChildProcess, afterMs: number): Promise<number> {
  let last = 0;
  const lines = createInterface({ input: child.stdout! });
  lines.on('line', (line) => {
    if (last === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
    last = Number(line);
  });
  await once(lines, 'close');
  return last;
}

describe('kill -9 in the middle of writing', () => {
  it('leaves the last value or the one being written, 20 times', async () => {
    const folder = temporaryFolder();
    let swept = 0;
    for (let round = 0; round < 20; round += 1) {
      const child = spawn(process.execPath, [script, folder, '1000000', '40'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const last = await killed(child, 3 + round * 2);
      expect(last).toBeGreaterThan(0);
      swept += readdirSync(folder).filter((name) => name.endsWith('.tmp')).length;
      const { value, problems } = await read(folder);
      expect(problems).toEqual([]);
      expect([last, last + 1]).toContain(value.count);
      expect(value.ballast).toBe('x'.repeat(40 * value.count));
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
    expect(swept).toBeGreaterThan(0);
  });
});

/** A small disk where a mount is allowed, else a limit of the size of files: it stops the same writes. */
const fullDisk =
  spawnSync('unshare', ['-rm', 'true']).status === 0
    ? {
        program: ['unshare', '-rm', 'sh'],
        prepare: 'mount -t tmpfs -o size=256k tmpfs "$1"',
        code: 'HCM4003',
      }
    : { program: ['sh'], prepare: 'ulimit -f 64', code: 'HCM4005' };

describe('a disk that is really full', () => {
  it(`fails with ${fullDisk.code} and keeps the last value whole`, () => {
    const folder = temporaryFolder();
    // A mount in its own namespace goes away with the process, so the disk is read inside it as well.
    const command = `${fullDisk.prepare} && "$2" "$3" "$1" 1000 1000 && ls "$1" && cat "$1/counter.json"`;
    const [program, ...words] = [...fullDisk.program, '-c', command, 'sh', folder, process.execPath, script];
    const { stdout, stderr, status } = spawnSync(program, words, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const failedAt = Number(new RegExp(`^${fullDisk.code} at (\\d+)$`, 'm').exec(stdout)?.[1]);
    expect(failedAt).toBeGreaterThan(10);
    expect(stdout).not.toContain('.tmp');
    const kept = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Counter;
    expect(kept).toMatchObject({ count: failedAt - 1, ballast: 'x'.repeat(1000 * (failedAt - 1)) });
  });
});

describe('a folder that may not be written', () => {
  it('fails with HCM4004 and touches nothing', async () => {
    const folder = temporaryFolder();
    const run = (limit: number): string => {
      // Root may write anywhere, so root's test runs the program as nobody.
      const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      return spawnSync(process.execPath, [script, folder, String(limit)], { encoding: 'utf8', ...nobody })
        .stdout;
    };
    chmodSync(folder, 0o777);
    expect(run(1)).toBe('1\n');
    chmodSync(folder, 0o555);
    const before = statSync(join(folder, 'counter.json')).mtimeMs;
    expect(run(2)).toBe('HCM4004 at 2\n');
    expect(statSync(join(folder, 'counter.json')).mtimeMs).toBe(before);
    chmodSync(folder, 0o755);
    expect((await read(folder)).value.count).toBe(1);
    chmodSync(join(folder, 'counter.json'), 0o000);
    if (process.getuid?.() === 0) expect(run(2)).toBe('reported HCM4004\nHCM4004 at 1\n');
    chmodSync(join(folder, 'counter.json'), 0o600);
    expect((await read(folder)).value.count).toBe(1);
  });
});
