/**
 * Where the window was and how a person likes it, in `window.json`. The single instance of a data folder owns it.
 *
 * Invariant: what was changed is in force at once, whether or not it can be saved: a full disk takes no preference away
 * before the next start.
 */
import { join } from 'node:path';
import type { Preferences } from '../contract/preferences.ts';
import { toErrorData } from '../contract/errors.ts';
import type { Logger } from '../engine/log/logger.ts';
import { nodeFileSystem, type FileSystem } from '../engine/store/file-system.ts';
import { JsonFile } from '../engine/store/json-file.ts';
import { windowStateFormat, type WindowState } from './window-state-format.ts';

export interface WindowStoreOptions {
  readonly folder: string;
  readonly log: Logger;
  readonly fileSystem?: FileSystem;
}

export type PreferencesChange = {
  readonly [Name in keyof Preferences]?: Preferences[Name] | undefined;
};

export async function openWindowStore(options: WindowStoreOptions): Promise<WindowStore> {
  const { folder, log, fileSystem = nodeFileSystem() } = options;
  const report = (problem: unknown): void =>
    log.warn('window file trouble', { problem: toErrorData(problem) });
  const path = join(folder, 'window.json');
  const file = await JsonFile.open({ path, format: windowStateFormat, fileSystem, report, now: Date.now });
  return new WindowStore(file, report);
}

export class WindowStore {
  readonly #file: JsonFile<WindowState>;
  readonly #report: (problem: unknown) => void;
  #state: WindowState;
  #saving: Promise<void> = Promise.resolve();
  #isTold = false;

  constructor(file: JsonFile<WindowState>, report: (problem: unknown) => void) {
    this.#file = file;
    this.#report = report;
    this.#state = file.value;
  }

  get state(): WindowState {
    return this.#state;
  }

  change(change: Partial<Omit<WindowState, 'preferences'>>): void {
    this.#save({ ...this.#state, ...change });
  }

  changePreferences(change: PreferencesChange): Preferences {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const preferences = { ...this.#state.preferences, ...given };
    this.#save({ ...this.#state, preferences });
    return preferences;
  }

  /** Settles once everything that was changed is in the file, or can't be. */
  saved(): Promise<void> {
    return this.#saving;
  }

  #save(state: WindowState): void {
    this.#state = state;
    this.#saving = this.#file
      .update(() => this.#state)
      .then(
        () => undefined,
        (error: unknown) => {
          // Once: the window is moved many times.
          if (!this.#isTold) this.#report(error);
          this.#isTold = true;
        },
      );
  }
}
