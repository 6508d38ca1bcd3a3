/**
 * The system that a service is installed on, as far as that needs it: files below its root, and its programs.
 *
 * Invariants: a file is there whole or not at all; a program gets no input, is waited for a limited time, and what it
 * prints is bounded.
 */
import { spawn } from 'node:child_process';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { errnoOf } from '../../engine/store/file-error.ts';
import type { Answer, Words } from './service-plan.ts';

export interface ServiceSystem {
  run(words: Words): Promise<Answer>;
  exists(path: string): Promise<boolean>;
  /** Null when there is none. */
  read(path: string): Promise<string | null>;
  write(path: string, text: string, mode: number): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
}

export interface LocalSystemOptions {
  /** Paths lie below it: the root of an image, or of a test. */
  readonly root?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** Stopping a service waits for its open sessions. */
const timeoutMs = 10 * 60_000;
const maxOutputLength = 64 * 1024;
/** An administrator's path doesn't always have them. */
const systemPrograms = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'];

export function localSystem({ root, environment, platform }: LocalSystemOptions): ServiceSystem {
  const below = (path: string): string => (root === undefined ? path : join(root, path));
  const path =
    platform === 'win32'
      ? environment['PATH']
      : [environment['PATH'] ?? '', ...systemPrograms].filter((one) => one !== '').join(delimiter);
  // Words are read by us: they stay English.
  const env = { ...environment, LC_ALL: 'C', ...(path === undefined ? {} : { PATH: path }) };
  return {
    run: (words) => runProgram(words, env),
    exists: (file) =>
      access(below(file)).then(
        () => true,
        () => false,
      ),
    read: async (file) => {
      try {
        return await readFile(below(file), 'utf8');
      } catch (error) {
        if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
        throw error;
      }
    },
    write: async (file, text, mode) => {
      const place = below(file);
      await mkdir(dirname(place), { recursive: true });
      const temporary = `${place}.hcm-new`;
      try {
        await rm(temporary, { force: true });
        await writeFile(temporary, text, { mode, flag: 'wx' });
        await rename(temporary, place);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    remove: (file) => rm(below(file), { force: true }),
    makeFolder: async (folder) => {
      await mkdir(below(folder), { recursive: true, mode: 0o700 });
    },
    removeFolder: (folder) => rm(below(folder), { recursive: true, force: true }),
  };
}

function runProgram([program, ...args]: Words, env: NodeJS.ProcessEnv): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      timeout: timeoutMs,
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(0, maxOutputLength);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(0, maxOutputLength);
    });
    child.once('error', (error) => {
      if (errnoOf(error) === 'ENOENT') resolve({ exitCode: null, output, errors });
      else reject(error);
    });
    child.once('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output, errors }));
  });
}
