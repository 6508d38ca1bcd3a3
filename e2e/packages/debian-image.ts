/**
 * The files of a small Debian without Node, made once by debootstrap and kept outside of the checkout. It is only ever
 * read: a machine (debian-machine.ts) lays its own changes over it.
 *
 * Invariant: a folder in the cache is whole, since it gets its name last.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One more with each change of what is in it. */
const recipe = 1;
const makeWithinMs = 15 * 60_000;

/**
 * What a server or a desktop has before anybody installs ours: sudo's place is polkit's, with the bus that it talks over.
 * Nothing of a window's libraries: that the package asks for all of them is one of the things to be shown.
 */
const packages = ['ca-certificates', 'systemd', 'procps', 'dbus', 'polkitd', 'pkexec'];

/** Who sits in front of the machine. */
export const person = { name: 'desk', uid: 1000, home: '/home/desk' } as const;

/** Stands for the password that a person types into the desktop's question: polkit itself decides and runs, as always. */
const consent = `polkit.addRule(function (action, subject) {
  if (action.id === 'org.freedesktop.policykit.exec' && subject.user === '${person.name}') return polkit.Result.YES;
});
`;

/**
 * @param cache folder
 * @param say told before anything that takes long
 * @returns the folder of the image
 */
export async function ensureDebianImage(cache: string, say: (line: string) => void): Promise<string> {
  const suite = await ownSuite();
  const folder = join(cache, `debian-${suite}-${recipe}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  say(`Making a Debian ${suite} to install packages into, once (some minutes).`);
  const work = await mkdtemp(join(cache, '.making-'));
  try {
    const root = join(work, 'root');
    await make('debootstrap', ['--variant=minbase', suite, root, await mirror(suite)]);
    await settle(root);
    await rename(root, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function make(command: string, words: readonly string[]): Promise<void> {
  const options = {
    timeout: makeWithinMs,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await run(command, words, options).catch((error: unknown) => {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    const last = `${stdout}${stderr}`.trim().split('\n').slice(-10).join('\n');
    throw new Error(`${command} failed: ${last}`, { cause: error });
  });
}

/** This computer's: its archive is the one that is known to be reachable. */
async function ownSuite(): Promise<string> {
  const suite = /^VERSION_CODENAME=(\w+)$/m.exec(await readFile('/etc/os-release', 'utf8'))?.[1];
  if (suite === undefined) throw new Error('this system says no VERSION_CODENAME in /etc/os-release');
  return suite;
}

async function mirror(suite: string): Promise<string> {
  const format = ['--format', '$(REPO_URI)', 'Created-By: Packages', `Codename: ${suite}`];
  const { stdout } = await run('apt-get', ['indextargets', ...format]);
  const [uri] = stdout.split('\n').filter((line) => line !== '');
  if (uri === undefined) throw new Error(`apt-get knows no archive of ${suite}: run apt-get update`);
  return uri;
}

async function settle(root: string): Promise<void> {
  await writeFile(join(root, 'etc', 'hosts'), '127.0.0.1 localhost\n::1 localhost\n');
  const rules = join(root, 'etc', 'polkit-1', 'rules.d');
  await mkdir(rules, { recursive: true });
  await writeFile(join(rules, '10-consent.rules'), consent);
  await copyFile('/etc/resolv.conf', join(root, 'etc', 'resolv.conf'));
  await make('chroot', [root, 'apt-get', 'update', '-qq']);
  await make('chroot', [root, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const { name, uid } = person;
  await make('chroot', [
    root,
    'useradd',
    '--create-home',
    '--uid',
    String(uid),
    '--shell',
    '/bin/bash',
    name,
  ]);
}
