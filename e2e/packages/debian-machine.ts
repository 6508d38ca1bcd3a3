/**
 * A Debian that runs: the image with a layer of its own, in namespaces of its own for files and processes; the network is
 * this computer's, so that its loopback reaches what the test runs. No chroot: inside one the kernel forbids the user
 * namespaces that Chromium's sandbox is made of.
 *
 * Invariant: after `dispose` none of its processes is left (the kernel ends them with the first one) and none of its
 * mounts (they are in its namespace alone).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HcmProcess, type Finished } from '../fixtures/hcm-process.ts';
import { within } from '../fixtures/until.ts';
import { person } from './debian-image.ts';

export interface MachineWishes {
  readonly image: string;
  /** Keeps downloaded packages from one run to the next. */
  readonly archives: string;
}

export interface RunWishes {
  readonly as?: 'root' | 'person';
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface MachineProcess {
  /** As this computer counts. */
  readonly pid: number;
  readonly words: readonly string[];
  /** `/proc/PID/status` */
  readonly status: string;
}

const startWithinMs = 30_000;
const runWithinMs = 300_000;
const sharedInside = '/srv/shared';

/** Its first process: what it must have of the kernel is mounted, then the world outside is left behind. */
const boot = `set -eu
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
cd "$2/root"
mount -t proc proc proc
mount --rbind /dev dev
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount --rbind /sys sys
mount -t tmpfs -o mode=755 tmpfs run
cat /etc/resolv.conf > etc/resolv.conf
echo force-unsafe-io > etc/dpkg/dpkg.cfg.d/throwaway
mkdir -p .${sharedInside} .before var/cache/apt/archives
mount --bind "$2/shared" .${sharedInside}
mount --bind "$3" var/cache/apt/archives
pivot_root . .before
umount -l /.before
rmdir /.before
mkdir -p /run/dbus
dbus-daemon --system --fork --nopidfile
/usr/lib/polkit-1/polkitd --no-debug >/dev/null 2>&1 &
echo ready
trap 'exit 0' TERM
while :; do sleep 3600 & wait $!; done
`;

export class DebianMachine {
  readonly #folder: string;
  readonly #outer: ChildProcess;
  readonly #first: number;
  readonly #started: HcmProcess[] = [];

  private constructor(folder: string, outer: ChildProcess, first: number) {
    this.#folder = folder;
    this.#outer = outer;
    this.#first = first;
  }

  static async start({ image, archives }: MachineWishes): Promise<DebianMachine> {
    const folder = await mkdtemp(join(tmpdir(), 'hcm-machine-'));
    for (const name of ['upper', 'work', 'root', 'shared', archives])
      await mkdir(name === archives ? name : join(folder, name), { recursive: true, mode: 0o755 });
    const namespaces = ['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private'];
    const outer = spawn('unshare', [...namespaces, 'bash', '-c', boot, 'boot', image, folder, archives], {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    outer.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const ended = once(outer, 'close').then(() => {
      throw new Error(`the machine ended: ${errors}`);
    });
    ended.catch(() => undefined);
    try {
      await within(
        'the machine starts',
        Promise.race([once(createInterface(outer.stdout), 'line'), ended]),
        startWithinMs,
      );
      return new DebianMachine(folder, outer, await onlyChild(outer.pid ?? 0));
    } catch (error) {
      outer.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** A folder of this computer that the machine has, too. */
  get shared(): string {
    return join(this.#folder, 'shared');
  }

  /** How the machine calls a file of the shared folder. */
  inside(name: string): string {
    return `${sharedInside}/${name}`;
  }

  /** A file of the machine, as this computer calls it. */
  outside(path: string): string {
    return `/proc/${this.#first}/root${path}`;
  }

  /** What starts a program in the machine; more words may follow. */
  words({ as = 'person', environment = {} }: RunWishes = {}): [string, ...string[]] {
    const isRoot = as === 'root';
    const home = isRoot ? '/root' : person.home;
    const id = String(isRoot ? 0 : person.uid);
    const variables = {
      HOME: home,
      USER: isRoot ? 'root' : person.name,
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      ...(isRoot ? { DEBIAN_FRONTEND: 'noninteractive' } : {}),
      ...environment,
    };
    return [
      'nsenter',
      ...['--target', String(this.#first), '--mount', '--pid', '--'],
      ...['setpriv', '--reuid', id, '--regid', id, '--init-groups'],
      ...['env', '-i', '-C', home, ...Object.entries(variables).map(([name, value]) => `${name}=${value}`)],
    ];
  }

  start(words: readonly string[], { input, ...wishes }: RunWishes = {}): HcmProcess {
    const started = new HcmProcess(words, {
      workingFolder: '/',
      environment: { PATH: process.env['PATH'] ?? '' },
      program: this.words(wishes),
      ...(input === undefined ? {} : { input }),
    });
    this.#started.push(started);
    return started;
  }

  run(words: readonly string[], wishes: RunWishes = {}): Promise<Finished> {
    return this.start(words, { input: '', ...wishes }).end(runWithinMs);
  }

  /** For what must work. @returns what it wrote to its output */
  async done(words: readonly string[], wishes: RunWishes = {}): Promise<string> {
    const { exitCode, output, errors } = await this.run(words, wishes);
    if (exitCode !== 0)
      throw new Error(`${words.join(' ')} ended with ${String(exitCode)}: ${output}${errors}`);
    return output;
  }

  /** By what they see of files: those in Chromium's sandbox count processes in a namespace of their own. */
  async processes(): Promise<readonly MachineProcess[]> {
    const own = await readlink(`/proc/${this.#first}/ns/mnt`);
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const found = await Promise.all(
      pids.map(async (pid): Promise<MachineProcess | undefined> => {
        try {
          if ((await readlink(`/proc/${pid}/ns/mnt`)) !== own) return undefined;
          const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
          const status = await readFile(`/proc/${pid}/status`, 'utf8');
          return { pid: Number(pid), words: wordsOf(line), status };
        } catch {
          // It ended between the two looks.
          return undefined;
        }
      }),
    );
    return found.filter((one) => one !== undefined);
  }

  async dispose(): Promise<void> {
    const closed =
      this.#outer.exitCode === null && this.#outer.signalCode === null
        ? once(this.#outer, 'close')
        : undefined;
    this.#outer.kill('SIGKILL');
    await closed;
    await Promise.all(this.#started.map((one) => one.dispose()));
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function onlyChild(pid: number): Promise<number> {
  const [first] = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ');
  if (first === undefined || first === '') throw new Error('the machine has no first process');
  return Number(first);
}

/** Chromium writes the whole line of a process that it forked (a page's) as one word. */
function wordsOf(line: string): string[] {
  return line.split(/\0| (?=--)/).filter((word) => word !== '');
}
