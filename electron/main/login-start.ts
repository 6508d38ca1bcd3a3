/**
 * Whether the app starts when its person signs in to the computer: Windows and macOS keep that themselves; on Linux a file in
 * the autostart folder says it.
 */
import type { App } from 'electron';
import { HcmError } from '../contract/errors.ts';
import type { LoginStart } from '../contract/shell-api.ts';
import type { AutostartFile } from './autostart-file.ts';
import { hiddenSwitch } from './start-options.ts';

export interface LoginStartPorts {
  readonly platform: NodeJS.Platform;
  /** Only what is installed has a place that is still there tomorrow. */
  readonly isInstalled: boolean;
  readonly system: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly file: Pick<AutostartFile, 'read' | 'write' | 'remove' | 'renew'>;
  /** For macOS, which keeps no arguments. */
  readonly hidden: { readonly isKept: () => boolean; readonly keep: (hidden: boolean) => void };
}

type Wanted = Pick<LoginStart, 'atLogin' | 'hidden'>;

export class LoginStarts {
  readonly #ports: LoginStartPorts;

  constructor(ports: LoginStartPorts) {
    this.#ports = ports;
  }

  async get(): Promise<LoginStart> {
    if (!this.#isPossible) return { isPossible: false, atLogin: false, hidden: false };
    const { platform, file } = this.#ports;
    const kept = platform === 'linux' ? await file.read() : this.#kept(platform);
    return { isPossible: true, ...kept };
  }

  /** @throws HcmError HCM5040 where it isn't possible, or why the file can't be written. */
  async set(wanted: Wanted): Promise<LoginStart> {
    if (!this.#isPossible) throw new HcmError('HCM5040');
    const { platform, system, file, hidden } = this.#ports;
    if (platform === 'linux') await (wanted.atLogin ? file.write(wanted.hidden) : file.remove());
    else if (platform === 'darwin') {
      system.setLoginItemSettings({ openAtLogin: wanted.atLogin });
      hidden.keep(wanted.atLogin && wanted.hidden);
    } else {
      // Windows keeps one entry for the app: the arguments tell whether it is hidden.
      system.setLoginItemSettings({ openAtLogin: wanted.atLogin, args: argumentsOf(wanted.hidden) });
    }
    return this.get();
  }

  /** After the app has moved: an entry that leads nowhere leads here again. @throws HcmError why the file can't be written. */
  async renew(): Promise<void> {
    if (this.#isPossible && this.#ports.platform === 'linux') await this.#ports.file.renew();
  }

  get #isPossible(): boolean {
    const { platform, isInstalled } = this.#ports;
    return isInstalled && (platform === 'linux' || platform === 'win32' || platform === 'darwin');
  }

  #kept(platform: NodeJS.Platform): Wanted {
    const { system } = this.#ports;
    if (platform === 'darwin') {
      const { openAtLogin } = system.getLoginItemSettings();
      return { atLogin: openAtLogin, hidden: openAtLogin && this.#ports.hidden.isKept() };
    }
    // Windows says yes only to the very arguments that were set.
    const isSet = (hidden: boolean): boolean => {
      const args = argumentsOf(hidden);
      // Task Manager switches an entry off without taking it out.
      const { openAtLogin, executableWillLaunchAtLogin: willLaunch } = system.getLoginItemSettings({ args });
      return openAtLogin && willLaunch;
    };
    const hidden = isSet(true);
    return { atLogin: hidden || isSet(false), hidden };
  }
}

function argumentsOf(hidden: boolean): string[] {
  return hidden ? [hiddenSwitch] : [];
}
