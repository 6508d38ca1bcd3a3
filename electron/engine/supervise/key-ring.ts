/**
 * The keys of one connection: which of them signs, and which of them Azure refused. Owns the open keys.
 *
 *      attempt: the keys that weren't refused, primary first; when all were, all of them once more
 *      refused: the next one of the attempt at once, as long as there is one
 *
 * Invariants: within one attempt no key is shown to the relay twice; a refused key counts as refused until it is
 * replaced or accepted again; a key that Azure has accepted is never given up for one that the store held before.
 */
import type { ConnectionConfig, KeySlot } from '../../contract/connection.ts';
import { keySlots } from '../../contract/connection.ts';
import type { KeysView } from '../../contract/connection-view.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log/logger.ts';

/** Of a rule with the Listen right. */
export interface SigningKey {
  readonly slot: KeySlot;
  readonly keyName: string;
  /** A secret. */
  readonly key: string;
}

export interface KeyRingPorts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: () => ConnectionConfig;
  /** The key of that slot's rule. @throws HcmError HCM4010 */
  readonly openKey: (slot: KeySlot) => Promise<string>;
  /** A key was refused and the other one works. */
  readonly onKeySwitched: () => void;
  /** What the view tells of the keys is another. */
  readonly onChange: () => void;
}

interface KeptKey extends SigningKey {
  /** Accepted by Azure, and perhaps not yet in the store. */
  readonly isNewerThanStore: boolean;
}

export class KeyRing {
  readonly #ports: KeyRingPorts;
  readonly #kept = new Map<KeySlot, KeptKey>();
  readonly #refusedAt = new Map<KeySlot, number>();
  #inUse: KeySlot = 'primary';
  /** What signed the channel that was opened last. */
  #acceptedLast: KeySlot = 'primary';
  /** Slots that the attempt under way has still to try. */
  #toTry: KeySlot[] = [];
  /** The next attempt is part of the one before. */
  #goesOn = false;
  /** How often a key was put into each slot. */
  readonly #puts = { primary: 0, secondary: 0 };
  #putsAtAttempt = 0;

  constructor(ports: KeyRingPorts) {
    this.#ports = ports;
  }

  get view(): KeysView {
    const refused = [...this.#refusedAt].map(([slot, at]) => ({ slot, at }));
    return {
      inUse: this.#inUse,
      hasSecondary: this.#ports.config().secondaryKeyName !== null,
      refused: refused.sort((one, other) => keySlots.indexOf(one.slot) - keySlots.indexOf(other.slot)),
    };
  }

  get isLoaded(): boolean {
    return this.#kept.size > 0;
  }

  /** @throws HcmError HCM4010 */
  get current(): SigningKey {
    const kept = this.#kept.get(this.#inUse);
    if (kept === undefined) throw new HcmError('HCM4010', { reason: 'not opened' });
    return kept;
  }

  /**
   * Opens what is stored. A second key that can't be opened is no reason to fail.
   * @throws HcmError HCM4010 when no key can be opened.
   */
  async load(): Promise<void> {
    let problem = new HcmError('HCM4010', { reason: 'no stored key' });
    for (const slot of keySlots) {
      const error = await this.#loadSlot(slot);
      if (error !== null && slot === 'primary') problem = error;
    }
    if (!this.#kept.has(this.#inUse)) this.#inUse = this.#fallback();
    if (this.#kept.size === 0) throw problem;
  }

  /** An attempt is about to begin, or goes on with the next key. */
  begin(): void {
    this.#putsAtAttempt = this.#putsInAll;
    const goesOn = this.#goesOn;
    this.#goesOn = false;
    if (goesOn && this.#kept.has(this.#inUse)) return;
    const kept = keySlots.filter((slot) => this.#kept.has(slot));
    const unrefused = kept.filter((slot) => !this.#refusedAt.has(slot));
    this.#toTry = unrefused.length > 0 ? unrefused : kept;
    this.#inUse = this.#toTry.shift() ?? 'primary';
  }

  /** The relay let a channel in that is signed with the key in use. */
  accepted(): void {
    this.#refusedAt.delete(this.#inUse);
    if (this.#acceptedLast === this.#inUse) return;
    this.#acceptedLast = this.#inUse;
    this.#ports.log.warn('the other key is in use', { slot: this.#inUse });
    this.#ports.onKeySwitched();
    this.#ports.onChange();
  }

  /** Why an attempt failed. @returns whether another key is worth an attempt at once. */
  failed({ code }: HcmError): boolean {
    // 401 for the key itself, 403 for what its rule may do: the other one may be better off.
    if (code !== 'HCM2020' && code !== 'HCM2022') return false;
    // The relay may have looked at a key that was replaced meanwhile: nobody waits minutes for the new one.
    if (this.#putsAtAttempt !== this.#putsInAll) return true;
    this.#refusedAt.set(this.#inUse, this.#ports.clock.now());
    this.#ports.log.warn('key refused', { slot: this.#inUse, code });
    const next = this.#toTry.shift();
    this.#inUse = next ?? this.#fallback();
    this.#goesOn = next !== undefined;
    this.#ports.onChange();
    return this.#goesOn;
  }

  /** Azure accepted this key: it counts from now on, for the open channel's next token too when its slot is in use. */
  put({ slot, keyName, key }: SigningKey): void {
    this.#kept.set(slot, { slot, keyName, key, isNewerThanStore: true });
    this.#refusedAt.delete(slot);
    this.#puts[slot] += 1;
    if (this.#refusedAt.has(this.#inUse)) this.use(slot);
  }

  /** A channel that is signed with this slot's key was asked for, and is open. */
  use(slot: KeySlot): void {
    this.#inUse = slot;
    this.#acceptedLast = slot;
  }

  /** What the store holds of this slot is as new as what counts here; a second key that it doesn't hold is forgotten. */
  stored(slot: KeySlot): void {
    const kept = this.#kept.get(slot);
    if (kept !== undefined) this.#kept.set(slot, { ...kept, isNewerThanStore: false });
    if (slot === 'secondary' && this.#ports.config().secondaryKeyName === null) this.#forget(slot);
  }

  /** @returns why it can't be opened; null when it is there, or there is nothing to open. */
  async #loadSlot(slot: KeySlot): Promise<HcmError | null> {
    const puts = this.#puts[slot];
    const keyName = this.#keyName(slot);
    if (this.#kept.get(slot)?.isNewerThanStore === true) return null;
    if (keyName === null) {
      this.#forget(slot);
      return null;
    }
    try {
      const key = await this.#ports.openKey(slot);
      // A key that was put in force meanwhile is newer than the one that was read; one that was taken away is gone.
      if (puts !== this.#puts[slot] || this.#keyName(slot) === null) return null;
      if (key === '') throw new HcmError('HCM4010', { reason: 'empty' });
      const before = this.#kept.get(slot);
      if (before?.key !== key || before.keyName !== keyName) this.#refusedAt.delete(slot);
      this.#kept.set(slot, { slot, keyName, key, isNewerThanStore: false });
      return null;
    } catch (error) {
      if (puts !== this.#puts[slot]) return null;
      this.#ports.log.warn('key not opened', { slot, problem: toErrorData(error) });
      return error instanceof HcmError ? error : new HcmError('HCM9001', {}, { cause: error });
    }
  }

  #keyName(slot: KeySlot): string | null {
    const { keyName, secondaryKeyName } = this.#ports.config();
    return slot === 'primary' ? keyName : secondaryKeyName;
  }

  #forget(slot: KeySlot): void {
    this.#kept.delete(slot);
    this.#refusedAt.delete(slot);
    if (this.#inUse === slot) this.#inUse = this.#fallback();
    if (this.#acceptedLast === slot) this.#acceptedLast = this.#inUse;
  }

  get #putsInAll(): number {
    return this.#puts.primary + this.#puts.secondary;
  }

  #fallback(): KeySlot {
    return keySlots.find((slot) => this.#kept.has(slot)) ?? 'primary';
  }
}
