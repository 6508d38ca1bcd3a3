import { chmod, chown, link, lstat, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { bundleEntry } from '../testing/bundle-entry.ts';
import { connectByFolder } from './client.ts';
import { controlTokenFile } from './control-token.ts';
import { serveControl } from './server.ts';
import { openSharedFolder, type SharedFolder, type SharedFolderOptions } from './shared-folder.ts';
import { ControlSetup } from './testing/control-setup.ts';
import { TestChild } from './testing/child-process.ts';
import { createTestHost } from './testing/test-host.ts';

const setup = new ControlSetup();
const uid = process.getuid?.() ?? -1;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let sharingChild: string;
let base: string;
let folder: string;
let dataFolder: string;

beforeAll(async () => {
  sharingChild = await bundleEntry(fileURLToPath(new URL('testing/sharing-child.ts', import.meta.url)));
}, 60_000);

beforeEach(async () => {
  base = await setup.folder();
  folder = join(base, 'admins');
  dataFolder = join(base, 'data');
  await mkdir(folder, { mode: 0o750 });
  await chmod(folder, 0o750);
  await mkdir(dataFolder, { mode: 0o700 });
});

afterEach(() => setup.cleanUp());

function options(changes: Partial<SharedFolderOptions> = {}): SharedFolderOptions {
  const { platform } = process;
  const place = { folder, dataFolder, role: 'admin', platform, uid } as const;
  return { ...place, clock: systemClock, version: '1.2.3', ...changes };
}

async function open(changes: Partial<SharedFolderOptions> = {}): Promise<SharedFolder> {
  const shared = await openSharedFolder(options(changes));
  setup.onEnd(() => shared.claim.release());
  return shared;
}

function serve({ claim, token, role }: SharedFolder) {
  const { host, asked } = createTestHost();
  const server = serveControl({ claim, token, role, host, clock: systemClock, log });
  setup.onEnd(() => server.close());
  return asked;
}

async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toMatchObject({ code: 'HCM5007', details: { shared: expect.any(String) as string } });
  return (thrown as { readonly details: { readonly reason: unknown } }).details.reason;
}

describe('openSharedFolder', () => {
  it('lets in who can enter the folder, with a token of its own, and takes everything away at the end', async () => {
    const shared = await open();
    const asked = serve(shared);
    const connection = await connectByFolder(folder, { clock: systemClock });
    expect(await connection.call('connections.snapshot', {})).toMatchObject({ sequence: 7 });
    expect(asked).toEqual(['connections.snapshot']);
    await connection.close();
    expect((await stat(join(folder, 'control.sock'))).mode & 0o777).toBe(0o660);
    expect((await stat(join(folder, controlTokenFile))).mode & 0o777).toBe(0o640);
    expect(await readFile(join(folder, controlTokenFile))).toEqual(shared.token);
    await Promise.all([shared.claim.release(), shared.claim.release()]);
    expect(await readdir(folder)).toEqual([]);
    const again = await open();
    expect(again.token).not.toEqual(shared.token);
  });

  it('takes over what a killed host left', async () => {
    const child = new TestChild(sharingChild, [folder, dataFolder]);
    setup.onEnd(() => child.kill());
    expect(await child.hear()).toEqual({ opened: true });
    const left = await readFile(join(folder, controlTokenFile));
    expect(await reasonOf(open())).toBe('shared-in-use');
    // Its token stands: whoever comes by it still gets in.
    expect(await readFile(join(folder, controlTokenFile))).toEqual(left);
    await child.kill();
    const shared = await open();
    expect(shared.token).not.toEqual(left);
    expect(await readFile(join(folder, controlTokenFile))).toEqual(shared.token);
    expect((await readdir(folder)).sort()).toEqual(
      [shared.claim.instance, 'control.sock', controlTokenFile].sort(),
    );
  });

  it.each([
    ['group may write', 0o770, 'shared-writable'],
    ['everybody may write', 0o752, 'shared-writable'],
    ['everybody may enter', 0o751, 'shared-open'],
    ['everybody may list', 0o754, 'shared-open'],
  ])('refuses a folder where its %s, and leaves it as it is', async (_, mode, reason) => {
    await chmod(folder, mode);
    expect(await reasonOf(open())).toBe(reason);
    expect((await lstat(folder)).mode & 0o777).toBe(mode);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses what is no folder, a link to one, and one that isn’t there', async () => {
    expect(await reasonOf(open({ folder: join(base, 'none') }))).toBe('shared-missing');
    await symlink(folder, join(base, 'link'));
    expect(await reasonOf(open({ folder: join(base, 'link') }))).toBe('shared-no-folder');
    const shared = await open();
    await link(join(folder, controlTokenFile), join(base, 'file'));
    expect(await reasonOf(open({ folder: join(base, 'file') }))).toBe('shared-no-folder');
    expect(shared.role).toBe('admin');
  });

  it('refuses a folder of somebody who is neither the host nor root', async () => {
    // Root may give it away; for everybody else the host is another user.
    if (uid === 0) await chown(folder, 64_101, 0);
    expect(await reasonOf(open({ uid: uid + 1 }))).toBe('shared-of-another');
    expect(await reasonOf(open({ folder: '/', uid: uid + 1 }))).toBe('shared-open');
  });

  it('refuses the data folder, whose token is for the host’s account alone', async () => {
    for (const one of [dataFolder, join(dataFolder, 'run')]) {
      await mkdir(one, { recursive: true, mode: 0o700 });
      expect(await reasonOf(open({ folder: one }))).toBe('shared-data-folder');
    }
  });

  it('refuses a path that is too long for a socket, and Windows', async () => {
    const long = join(base, 'x'.repeat(90));
    await mkdir(long, { mode: 0o700 });
    expect(await reasonOf(open({ folder: long }))).toBe('shared-too-long');
    expect(await reasonOf(open({ platform: 'win32' }))).toBe('shared-on-windows');
  });
});
