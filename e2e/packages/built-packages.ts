/** The packages of these sources, for tests: of two versions, so that one can follow the other. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FeedKey } from '../fixtures/feed-server.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
export const packagesFolder = join(root, 'out', 'packages-under-test');

const buildWithinMs = 15 * 60_000;

export const oldVersion = '0.9.0';
export const newVersion = '0.9.1';

export interface BuiltPackages {
  /** As a release has them, by their kind. */
  readonly product: Readonly<Record<'deb' | 'rpm' | 'tarGz', string>>;
  /** With the door for a debugger, which the tests of an upgrade click through. */
  readonly driven: Readonly<Record<'old' | 'new', string>>;
}

interface Wanted {
  readonly name: string;
  readonly version: string;
  readonly isDriven: boolean;
  readonly targets: readonly string[];
}

/** @param key whose signature they accept */
export async function buildPackages(
  key: FeedKey['release'],
  say: (line: string) => void,
): Promise<BuiltPackages> {
  const work = await mkdtemp(join(tmpdir(), 'hcm-release-'));
  try {
    const releaseFile = join(work, 'release.json');
    await writeFile(releaseFile, JSON.stringify({ feed: null, keys: [key] }));
    const make = (wanted: Wanted): Promise<string> => build(wanted, releaseFile, say);
    const product = await make({
      name: 'product',
      version: oldVersion,
      isDriven: false,
      targets: ['deb', 'rpm', 'tar.gz'],
    });
    const before = await make({ name: 'driven-old', version: oldVersion, isDriven: true, targets: ['deb'] });
    const after = await make({ name: 'driven-new', version: newVersion, isDriven: true, targets: ['deb'] });
    return {
      product: {
        deb: await only(product, '.deb'),
        rpm: await only(product, '.rpm'),
        tarGz: await only(product, '.tar.gz'),
      },
      driven: { old: await only(before, '.deb'), new: await only(after, '.deb') },
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function build(
  { name, version, isDriven, targets }: Wanted,
  releaseFile: string,
  say: (line: string) => void,
): Promise<string> {
  const output = join(packagesFolder, name);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  say(`Building ${targets.join(', ')} of version ${version} (${name}).`);
  const words = [
    ...['--for-tests', '--version', version, '--output', output, '--release-file', releaseFile],
    ...(isDriven ? ['--e2e'] : []),
    ...targets,
  ];
  await run(process.execPath, [join(root, 'scripts', 'package.mjs'), ...words], {
    cwd: root,
    timeout: buildWithinMs,
    maxBuffer: 64 * 1024 * 1024,
    // The archive's best takes minutes.
    env: { ...process.env, ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' },
  }).catch((error: unknown) => {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${name} wasn’t built: ${`${stdout}${stderr}`.slice(-4000)}`, { cause: error });
  });
  return output;
}

async function only(folder: string, end: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(end));
  const [name] = names;
  if (name === undefined || names.length > 1)
    throw new Error(`${names.length} packages *${end} in ${folder}`);
  return join(folder, name);
}
