/**
 * A file in the autostart folder of a Linux desktop (freedesktop's Autostart and Desktop Entry specifications).
 *
 * Invariant: at every moment there is the old or the new file, never half of one; a file that the desktop switched off
 * counts as none.
 */
import { access, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import { toFileError } from '../engine/store/file-error.ts';
import type { FileSystem } from '../engine/store/file-system.ts';
import { replaceFile } from '../engine/store/replace-file.ts';
import { hiddenSwitch } from './start-options.ts';

export interface AutostartOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  /** What starts the app, and the words that it needs for that. */
  readonly command: readonly [string, ...string[]];
  readonly fileSystem: FileSystem;
}

export const autostartName = 'hybrid-connection-manager.desktop';

const tryExec = 'TryExec=';

export class AutostartFile {
  readonly #options: AutostartOptions;
  readonly #folder: string;

  constructor(options: AutostartOptions) {
    const { environment, homedir } = options;
    const config = environment['XDG_CONFIG_HOME'];
    this.#options = options;
    // A relative path counts as unset there.
    this.#folder = join(config?.startsWith('/') === true ? config : join(homedir, '.config'), 'autostart');
  }

  get #path(): string {
    return join(this.#folder, autostartName);
  }

  /** @throws HcmError when it is there and can't be read. */
  async read(): Promise<{ readonly atLogin: boolean; readonly hidden: boolean }> {
    try {
      const lines = (await readFile(this.#path, 'utf8')).split('\n').map((line) => line.trim());
      const isOff = lines.includes('Hidden=true') || lines.includes('X-GNOME-Autostart-enabled=false');
      const command = lines.find((line) => line.startsWith('Exec=')) ?? '';
      return { atLogin: !isOff, hidden: !isOff && command.includes(hiddenSwitch) };
    } catch (error) {
      if (isMissing(error)) return { atLogin: false, hidden: false };
      throw toFileError(error, autostartName);
    }
  }

  /** An AppImage is moved, or another version of it takes its place: the file then leads here. @throws HcmError */
  async renew(): Promise<void> {
    const { atLogin, hidden } = await this.read();
    if (atLogin && !(await this.#leadsSomewhere())) await this.write(hidden);
  }

  async #leadsSomewhere(): Promise<boolean> {
    try {
      const lines = (await readFile(this.#path, 'utf8')).split('\n');
      const program = lines.find((line) => line.startsWith(tryExec))?.slice(tryExec.length) ?? '';
      await access(program.replaceAll('\\\\', '\\').trim());
      return true;
    } catch {
      return false;
    }
  }

  /** @throws HcmError */
  async write(hidden: boolean): Promise<void> {
    const { command, fileSystem } = this.#options;
    const words = [...command, ...(hidden ? [hiddenSwitch] : [])];
    const text = [
      '[Desktop Entry]',
      'Type=Application',
      'Version=1.0',
      `Name=${shellTexts.productName}`,
      // A desktop passes over an entry whose program is gone.
      `${tryExec}${command[0].replaceAll('\\', '\\\\')}`,
      `Exec=${words.map((word) => execWord(word)).join(' ')}`,
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n');
    try {
      await mkdir(this.#folder, { recursive: true });
      await replaceFile(fileSystem, this.#path, Buffer.from(text, 'utf8'), null);
    } catch (error) {
      throw toFileError(error, autostartName);
    }
  }

  /** @throws HcmError */
  async remove(): Promise<void> {
    try {
      await rm(this.#path, { force: true });
    } catch (error) {
      throw toFileError(error, autostartName);
    }
  }
}

/** One argument: quoted for `Exec`, and then once more as a string of the file; `%` begins a field code. */
export function execWord(word: string): string {
  const isPlain = /^[A-Za-z0-9_./:=@+,-]+$/.test(word);
  const quoted = isPlain ? word : `"${word.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`;
  return quoted
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll('\n', String.raw`\n`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
