/**
 * Opens an address in the browser of whoever sits at this computer, by the program that each system has for that. The library
 * `open` does the same with nine packages behind it, for more kinds of things than an address.
 *
 * Invariants: https alone, as one argument and without a shell; the browser gets none of our variables, and outlives us.
 */
import { spawn } from 'node:child_process';
import { win32 } from 'node:path';
import type { CliIo } from './cli-io.ts';

type Place = Pick<CliIo, 'platform' | 'environment'>;

/** Why there is none here that a person could see; null when there should be one. */
export function browserObstacle({ platform, environment }: Place): 'ssh' | 'display' | null {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
  if (['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some(isSet)) return 'ssh';
  const needsDisplay = platform !== 'win32' && platform !== 'darwin';
  return needsDisplay && !isSet('DISPLAY') && !isSet('WAYLAND_DISPLAY') ? 'display' : null;
}

/** @returns whether a program took it. Those that go on until their browser ends never answer, which is well, too. */
export function openBrowser(place: Place, url: string): Promise<boolean> {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return Promise.resolve(false);
  const [program, ...words] = programFor(place);
  return new Promise((resolve) => {
    const child = spawn(program, [...words, new URL(url).href], {
      env: withoutOurs(place.environment),
      stdio: 'ignore',
      detached: true,
      shell: false,
      windowsHide: true,
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.unref();
  });
}

export function programFor({ platform, environment }: Place): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['/usr/bin/open'];
  if (platform !== 'win32') return ['xdg-open'];
  const system = win32.join(environment['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'rundll32.exe');
  return [system, 'url.dll,FileProtocolHandler'];
}

/** A connection string or a secret may stand there. */
function withoutOurs(environment: Place['environment']): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^HCM_/iu.test(name)));
}
