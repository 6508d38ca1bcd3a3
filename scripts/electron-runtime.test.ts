/** The ways to a runtime that need no network. That one comes out of the package at all is shown by the tests of the window. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveElectronRuntime } from './electron-runtime.mjs';
import { runInstaller } from './official-electron.mjs';
import { checkIntegrity, packaged, packagedFolder } from './packaged-electron.mjs';
import { executableName } from './runtime-choice.mjs';
import { unpackZip } from './unpack-zip.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-runtime-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('counts before anything else, whoever asks', async () => {
    const executable = join(folder, executableName(process.platform));
    await mkdir(dirname(executable), { recursive: true });
    await writeFile(executable, '');
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    expect(await resolveElectronRuntime('start', { environment })).toMatchObject({
      folder,
      executable,
      source: 'named',
    });
  });

  it('is never passed over in silence when there is no Electron in it', async () => {
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    const runtime = await resolveElectronRuntime('tests', { environment });
    expect(runtime).toEqual({ problem: expect.stringContaining(folder) as string });
  });
});

describe('the official installer', () => {
  async function installer(text: string): Promise<string> {
    const path = join(folder, 'install.cjs');
    await writeFile(path, text);
    return path;
  }

  it('may say why it can’t', async () => {
    const path = await installer(`console.error('TypeError: fetch failed\\n    at x'); process.exit(1);`);
    const downloads = join(folder, 'downloads');
    expect(await runInstaller(path, downloads)).toBe('fetch failed');
  });

  it('is ended when no byte comes', async () => {
    const path = await installer('setInterval(() => {}, 1000);');
    expect(await runInstaller(path, join(folder, 'downloads'), 300)).toBe('no answer');
  });

  it('may take its time while bytes come', async () => {
    const downloads = join(folder, 'downloads');
    await mkdir(downloads);
    const path = await installer(`
      const { appendFileSync } = require('node:fs');
      let left = 10;
      setInterval(() => {
        appendFileSync(process.env.TMPDIR + '/zip', 'x');
        left -= 1;
        if (left === 0) { console.error('all here'); process.exit(0); }
      }, 500);
    `);
    expect(await runInstaller(path, downloads, 4000)).toBe('all here');
  });
});

describe('the tarball of the package', () => {
  it('is taken only when it is the expected one', async () => {
    const path = join(folder, 'a.tgz');
    await writeFile(path, 'content');
    const integrity = `sha512-${createHash('sha512').update('content').digest('base64')}`;
    await expect(checkIntegrity(path, integrity)).resolves.toBeUndefined();
    await writeFile(path, 'contenu');
    await expect(checkIntegrity(path, integrity)).rejects.toThrow('not the expected one');
  });

  it('has a place of its own for each content', () => {
    expect(packagedFolder('/cache')).toMatch(/^\/cache\/electron-33\.2\.1-linux-x64-[0-9a-f]{12}$/);
    expect(packaged.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });
});

describe('unpackZip', () => {
  it('writes what has a place, and nothing else', async () => {
    const zip = join(folder, 'a.zip');
    await writeFile(
      zip,
      storedZip({ 'App/': '', 'App/run': 'program', 'App/locales/en': 'hello', 'App/x': 'no' }),
    );
    await unpackZip(zip, join(folder, 'out'), (name) => (name === 'App/x' ? undefined : name.slice(4)));
    const names = await readdir(join(folder, 'out'), { recursive: true });
    expect(names.sort()).toEqual(['locales', 'locales/en', 'run']);
    expect(await readFile(join(folder, 'out', 'locales', 'en'), 'utf8')).toBe('hello');
  });

  it('refuses a path that leads out of its folder', async () => {
    const zip = join(folder, 'a.zip');
    await writeFile(zip, storedZip({ '../out': 'x' }));
    await expect(unpackZip(zip, join(folder, 'in'), (name) => name)).rejects.toThrow('invalid relative path');
    expect(await readdir(folder)).toEqual(['a.zip']);
  });
});

/** A zip without compression. */
function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
