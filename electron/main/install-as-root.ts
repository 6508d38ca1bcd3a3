/**
 * Has root install a package: asks for an administrator's consent (pkexec) and lets root take and check its copy while
 * everything of the app is still up, and says go when that has ended. Owns the process; what root runs is `root-install.ts`.
 *
 * Invariants: without consent, or with other bytes, nothing has changed and nothing of the app has ended; without the word
 * to go nothing is installed, however this process ends.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HcmError } from '../contract/errors.ts';
import type { Checksum } from './package-checksum.ts';
import { goWord, readyWord, rootInstallScript, rootInstallWords } from './root-install.ts';

interface RootInstall {
  readonly kind: 'deb' | 'rpm';
  readonly uid: number;
  readonly environment: NodeJS.ProcessEnv;
}

export interface PreparedInstall {
  /** Installs it. When it settles the process has to end. @throws HcmError HCM5117 */
  readonly finish: () => Promise<void>;
  /** It isn't wanted any more. */
  readonly giveUp: () => void;
}

/** @throws HcmError HCM5117: nobody allowed it, or it isn't what the checksum names. */
export async function installAsRoot(
  path: string,
  checksum: Checksum,
  { kind, uid, environment: env }: RootInstall,
): Promise<PreparedInstall> {
  const shell = ['/bin/sh', '-c', rootInstallScript, ...rootInstallWords(kind, checksum)] as const;
  const [program, ...words] =
    uid === 0 ? shell : (['/usr/bin/pkexec', '--disable-internal-agent', ...shell] as const);
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'], env });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  // Of a process that is over: `ended` says that.
  child.stdin.on('error', () => undefined);
  void feed(child, path, checksum);
  if (!(await Promise.race([saysReady(child.stdout), ended.then(() => false)]))) throw refused();
  return {
    finish: async () => {
      child.stdin.end(goWord);
      if (!(await ended)) throw refused();
    },
    giveUp: () => child.stdin.end(),
  };
}

/** What else pkexec has to say there isn't it. */
async function saysReady(output: Readable): Promise<boolean> {
  const lines = createInterface(output);
  for await (const line of lines) if (line === readyWord) return true;
  return false;
}

/** Its input stays open for the word to go, unless there is less than was promised: then it must not wait for more. */
async function feed(
  { stdin }: ChildProcessByStdio<Writable, Readable, null>,
  path: string,
  { sizeBytes }: Checksum,
): Promise<void> {
  const file = createReadStream(path, { end: sizeBytes - 1 });
  await pipeline(file, stdin, { end: false }).catch(() => undefined);
  if (file.bytesRead !== sizeBytes) stdin.destroy();
}

function refused(): HcmError {
  return new HcmError('HCM5117', { reason: 'refused' });
}
