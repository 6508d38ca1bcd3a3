/**
 * The settings that the organization has set for this computer, as of the last look. Owns what is known of the policy.
 *
 * Invariants: a policy that can't be read takes nothing away that is in force: until it can be read again, or is removed,
 * what it said last counts; at the start of a host, where nothing is known yet, what is stored counts. Either is reported.
 */
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { ManagedSetting } from '../../contract/managed.ts';
import { settingNames, type SettingName, type SettingsChange } from '../../contract/settings.ts';
import { readManagedPolicy, type ManagedPolicy } from './managed-policy.ts';
import type { ManagedSource } from './managed-source.ts';

type Reading = { readonly policy: ManagedPolicy | null } | { readonly failure: HcmError };

export class ManagedSettings {
  readonly #source: Pick<ManagedSource, 'read'> | null;
  #policy: ManagedPolicy | null = null;
  #failure: HcmError | null = null;
  #told = '';

  /** @param source null: nobody manages this host. */
  constructor(source: Pick<ManagedSource, 'read'> | null) {
    this.#source = source;
  }

  /** The same object until another look found other values. */
  get settings(): SettingsChange {
    return this.#policy?.settings ?? noSettings;
  }

  get list(): readonly ManagedSetting[] {
    const { settings, by } = this.#policy ?? { settings: noSettings, by: '' };
    return settingNames.filter((name) => settings[name] !== undefined).map((name) => ({ name, by }));
  }

  /** What of the policy doesn't count, and why. */
  get problems(): readonly ErrorData[] {
    return this.#problems.map(toErrorData);
  }

  /** @throws HcmError HCM6101 when one of them is the organization's. */
  refuse(names: readonly SettingName[]): void {
    const managed = this.list.find(({ name }) => names.includes(name));
    if (managed !== undefined) throw new HcmError('HCM6101', { name: managed.name, by: managed.by });
  }

  /** Never rejects. @returns what is wrong now and wasn't the last time. */
  async look(): Promise<readonly HcmError[]> {
    const reading = await this.#read();
    if ('failure' in reading) this.#failure = reading.failure;
    else {
      this.#failure = null;
      if (JSON.stringify(reading.policy) !== JSON.stringify(this.#policy)) this.#policy = reading.policy;
    }
    const told = this.#problems.map(({ message }) => message).join('\n');
    if (told === this.#told) return [];
    this.#told = told;
    return this.#problems;
  }

  get #problems(): readonly HcmError[] {
    return [...(this.#failure ? [this.#failure] : []), ...(this.#policy?.problems ?? [])];
  }

  async #read(): Promise<Reading> {
    try {
      const found = (await this.#source?.read()) ?? null;
      return { policy: found === null ? null : readManagedPolicy(found) };
    } catch (error) {
      const failure =
        error instanceof HcmError
          ? error
          : new HcmError('HCM6103', { reason: 'unreadable' }, { cause: error });
      return { failure };
    }
  }
}

const noSettings: SettingsChange = {};
