/**
 * Whether this desktop shows a tray. Windows and macOS always do; on Linux a host of StatusNotifierItem has to be there, and
 * some desktops have none (GNOME without an extension). Asked with the small programs that come with D-Bus, on the session's
 * own bus and never by starting one.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface DesktopOptions {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const watcher = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';
const property = 'IsStatusNotifierHostRegistered';
const get = 'org.freedesktop.DBus.Properties.Get';

/** The first of these that is installed. */
const questions: readonly (readonly [program: string, words: readonly string[]])[] = [
  [
    'gdbus',
    ['call', '--session', '--dest', watcher, '--object-path', path, '--method', get, watcher, property],
  ],
  ['busctl', ['--user', 'get-property', watcher, path, watcher, property]],
  [
    'dbus-send',
    ['--session', '--print-reply', `--dest=${watcher}`, path, get, `string:${watcher}`, `string:${property}`],
  ],
];
const answerWithinMs = 3_000;

/** @returns null when nobody answered in time: a busy computer doesn't lose its tray. */
export async function hasTray({ platform, environment }: DesktopOptions): Promise<boolean | null> {
  if (platform !== 'linux') return true;
  if (!hasSessionBus(environment)) return false;
  for (const [program, words] of questions) {
    const answer = await ask(program, words, environment);
    if (answer !== 'notInstalled') return answer;
  }
  return false;
}

function hasSessionBus(environment: DesktopOptions['environment']): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder } = environment;
  if (address !== undefined && address !== '') return true;
  return folder !== undefined && existsSync(join(folder, 'bus'));
}

function ask(
  program: string,
  words: readonly string[],
  environment: DesktopOptions['environment'],
): Promise<boolean | null | 'notInstalled'> {
  return new Promise((resolve) => {
    const options = { env: { ...environment }, timeout: answerWithinMs, maxBuffer: 65_536 };
    execFile(program, words, options, (error, output) => {
      if (error === null) resolve(/\btrue\b/.test(output));
      else if (error.killed === true) resolve(null);
      else resolve(error.code === 'ENOENT' ? 'notInstalled' : false);
    });
  });
}
