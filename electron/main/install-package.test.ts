import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageInstaller, type InstallerPorts, type InstallPackage } from './install-package.ts';

const bytes = Buffer.from('#!/bin/sh\necho "new $APPIMAGE" > "$STARTED"\n');
const checksum = { sha512: createHash('sha512').update(bytes).digest('base64'), sizeBytes: bytes.length };

let folder: string;
let path: string;
let log: string;
let relaunches: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-install-'));
  path = join(folder, 'a package.bin');
  log = join(folder, 'log');
  relaunches = 0;
  await writeFile(path, bytes);
  await mkdir(join(folder, 'bin'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Stands for an installer of the system: writes down what it was given. */
async function program(name: string, exitCode = 0, before = ''): Promise<void> {
  const file = join(folder, 'bin', name);
  const script = `for last; do :; done
${before}
echo "${name} $*" >> "$LOG"
stat -c "%a" "$(dirname "$last")" >> "$LOG"
cat "$last" > "$LOG.file"
exit ${exitCode}
`;
  await writeFile(file, `#!/bin/sh\n${script}`);
  await chmod(file, 0o755);
}

function preparing(kind: InstallerPorts['kind'], environment: NodeJS.ProcessEnv = {}): InstallPackage {
  return packageInstaller({
    kind,
    uid: 0,
    environment: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, LOG: log, ...environment },
    resources: folder,
    relaunch: () => (relaunches += 1),
  });
}

/** Both steps, one after the other. */
function installer(kind: InstallerPorts['kind'], environment: NodeJS.ProcessEnv = {}) {
  const prepare = preparing(kind, environment);
  return async (...given: Parameters<InstallPackage>): Promise<void> => (await prepare(...given)).finish();
}

const leftOvers = async (): Promise<readonly string[]> =>
  (await readdir('/var/tmp')).filter((name) => name.startsWith('hcm-update.'));

describe('packages of a package manager', () => {
  it.each([
    ['deb', 'apt-get'],
    ['rpm', 'rpm'],
  ] as const)('root installs its own copy of a %s, and leaves none', async (kind, name) => {
    await program(name);
    await installer(kind)(path, checksum);
    const [words = '', mode] = (await readFile(log, 'utf8')).split('\n');
    expect(words).toMatch(new RegExp(`^${name} .*/var/tmp/hcm-update\\.\\w+/package\\.${kind}$`));
    expect(mode).toBe('700');
    expect(await readFile(`${log}.file`)).toEqual(bytes);
    expect(relaunches).toBe(1);
    expect(await leftOvers()).toEqual([]);
  });

  it.each(['deb', 'rpm'] as const)('root installs no %s with other bytes', async (kind) => {
    for (const name of ['apt-get', 'dpkg', 'rpm', 'dnf']) await program(name);
    for (const other of [Buffer.from(bytes.toString().replace('new', 'bad')), bytes.subarray(1), '']) {
      await writeFile(path, other);
      await expect(installer(kind)(path, checksum)).rejects.toMatchObject({ code: 'HCM5117' });
    }
    expect([existsSync(log), relaunches, await leftOvers()]).toEqual([false, 0, []]);
  });

  it('needs no right of root’s to the folder of the person', async () => {
    await program('apt-get');
    const { finish } = await preparing('deb')(path, checksum);
    await rm(path);
    await finish();
    expect(await readFile(`${log}.file`)).toEqual(bytes);
  });

  it('is told of other bytes, and of a no, before anything has to end', async () => {
    await program('apt-get');
    await expect(preparing('deb')(join(folder, 'not here'), checksum)).rejects.toMatchObject({
      code: 'HCM5117',
    });
    await writeFile(path, bytes.subarray(1));
    await expect(preparing('deb')(path, checksum)).rejects.toMatchObject({ code: 'HCM5117' });
    expect([existsSync(log), await leftOvers()]).toEqual([false, []]);
  });

  it('takes no other word of what asks for consent for a yes', async () => {
    await writeFile(join(folder, 'bin', 'sha512sum'), '#!/bin/sh\necho Bail out!\nexit 1\n', { mode: 0o755 });
    await program('apt-get');
    await expect(preparing('deb')(path, checksum)).rejects.toMatchObject({ code: 'HCM5117' });
  });

  it('installs nothing without the word to go', async () => {
    await program('apt-get');
    const { giveUp } = await preparing('deb')(path, checksum);
    expect(await leftOvers()).toHaveLength(1);
    giveUp();
    await expect.poll(leftOvers).toEqual([]);
    expect([existsSync(log), relaunches]).toEqual([false, 0]);
  });

  it('leaves no copy when the computer shuts down meanwhile', async () => {
    await program('apt-get', 0, 'kill -TERM "$PPID"');
    await expect(installer('deb')(path, checksum)).rejects.toMatchObject({ code: 'HCM5117' });
    expect(await readFile(`${log}.file`)).toEqual(bytes);
    expect(await leftOvers()).toEqual([]);
  });

  it('says so when the system refuses, and asks another where there is one', async () => {
    await program('apt-get', 100);
    await expect(installer('deb')(path, checksum)).rejects.toMatchObject({ code: 'HCM5117' });
    await program('rpm', 1);
    await program('dnf');
    await installer('rpm')(path, checksum);
    expect(await readFile(log, 'utf8')).toContain('dnf install -y /var/tmp/');
    expect([relaunches, await leftOvers()]).toEqual([1, []]);
  });
});

describe('an AppImage', () => {
  it('takes the place of the old one in one step, and is started', async () => {
    const place = join(folder, 'hcm-1.0.0.AppImage');
    await writeFile(place, 'old', { mode: 0o755 });
    await installer('AppImage', { APPIMAGE: place, STARTED: log })(path, checksum);
    await expect.poll(() => existsSync(log)).toBe(true);
    expect(await readFile(place)).toEqual(bytes);
    expect((await stat(place)).mode & 0o777).toBe(0o755);
    expect(existsSync(`${place}.new`)).toBe(false);
  });

  it('follows no link that somebody laid where the new one is made', async () => {
    const place = join(folder, 'hcm.AppImage');
    const other = join(folder, 'of-somebody-else');
    await writeFile(place, 'old');
    await writeFile(other, 'theirs');
    await symlink(other, `${place}.new`);
    await installer('AppImage', { APPIMAGE: place, STARTED: log })(path, checksum);
    expect((await lstat(place)).isFile()).toBe(true);
    expect([await readFile(place), await readFile(other, 'utf8')]).toEqual([bytes, 'theirs']);
    await expect.poll(() => existsSync(log)).toBe(true);
  });

  it('stays when the new one isn’t what the release names, or can’t be read', async () => {
    const place = join(folder, 'hcm.AppImage');
    await writeFile(place, 'old');
    const install = installer('AppImage', { APPIMAGE: place });
    await writeFile(path, 'something else');
    await expect(install(path, checksum)).rejects.toMatchObject({ code: 'HCM5116' });
    await rm(path);
    await expect(install(path, checksum)).rejects.toMatchObject({ code: 'HCM5117' });
    expect(await readFile(place, 'utf8')).toBe('old');
    expect(existsSync(`${place}.new`)).toBe(false);
  });
});

describe('an installer for Windows', () => {
  it('isn’t started when it isn’t what the release names', async () => {
    await chmod(path, 0o755);
    await writeFile(path, bytes.toString().replace('new', 'bad'));
    await expect(installer('exe')(path, checksum)).rejects.toMatchObject({ code: 'HCM5116' });
  });

  it('asks for rights where starting it by itself is refused', async () => {
    // Without the right to be run, as Windows refuses one that needs an administrator.
    await chmod(path, 0o644);
    await writeFile(join(folder, 'elevate.exe'), `#!/bin/sh\necho "$@" > ${log}\n`, { mode: 0o755 });
    await installer('exe')(path, checksum);
    await expect.poll(() => existsSync(log)).toBe(true);
    await expect.poll(() => readFile(log, 'utf8')).toContain(`${path} --updated /S --force-run`);
  });
});
