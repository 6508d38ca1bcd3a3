/**
 * What dials have learned of proxies: which of them couldn't be used a while ago, and which refused a sign-in. Owns nothing
 * but these notes, for minutes, and few of them.
 *
 * A sign-in that was refused isn't tried again for a minute by any connection: many at once would lock the account.
 */
import { createHash } from 'node:crypto';
import type { HcmError } from '../../contract/errors.ts';
import { formatProxy, type ProxyAddress } from '../../contract/proxy-setting.ts';
import type { Clock } from '../clock.ts';

/** As browsers do with a proxy of a list that doesn't answer. */
const awayMs = 5 * 60_000;
const refusedMs = 60_000;
const maxNotes = 64;

interface Note {
  readonly untilMs: number;
  readonly error: HcmError;
}

export class ProxyMemory {
  readonly #clock: Clock;
  readonly #away = new Map<string, Note>();
  readonly #refused = new Map<string, Note>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  wentAway(proxy: ProxyAddress, error: HcmError): void {
    this.#note(this.#away, formatProxy(proxy), { untilMs: this.#clock.monotonicMs() + awayMs, error });
  }

  works(proxy: ProxyAddress): void {
    this.#away.delete(formatProxy(proxy));
  }

  isAway(proxy: ProxyAddress): boolean {
    return this.#current(this.#away, formatProxy(proxy)) !== undefined;
  }

  refusedSignIn(proxy: ProxyAddress, error: HcmError): void {
    this.#note(this.#refused, signInKey(proxy), { untilMs: this.#clock.monotonicMs() + refusedMs, error });
  }

  /** Why this sign-in isn't tried now; undefined when it may be. */
  signInRefused(proxy: ProxyAddress): HcmError | undefined {
    return this.#current(this.#refused, signInKey(proxy))?.error;
  }

  #note(notes: Map<string, Note>, key: string, note: Note): void {
    if (notes.size >= maxNotes) notes.clear();
    notes.set(key, note);
  }

  #current(notes: Map<string, Note>, key: string): Note | undefined {
    const note = notes.get(key);
    if (note === undefined || note.untilMs > this.#clock.monotonicMs()) return note;
    notes.delete(key);
    return undefined;
  }
}

function signInKey(proxy: ProxyAddress): string {
  const text = JSON.stringify([formatProxy(proxy), proxy.user, proxy.password]);
  return createHash('sha256').update(text).digest('base64');
}
