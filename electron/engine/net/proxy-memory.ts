/**
 * What dials have learned of proxies: which of them couldn't be used a while ago, and which took or refused a sign-in. Owns
 * nothing but these notes, for minutes, and few of them.
 *
 * Many refusals at once would lock the account. So a sign-in that wasn't accepted within the last minute is tried by one dial
 * while the others wait for what becomes of it, and one that was refused isn't tried again for a minute by any connection.
 */
import { createHash } from 'node:crypto';
import type { HcmError } from '../../contract/errors.ts';
import { formatProxy, hasCredentials, type ProxyAddress } from '../../contract/proxy-setting.ts';
import type { Clock } from '../clock.ts';

/** As browsers do with a proxy of a list that doesn't answer. */
const awayMs = 5 * 60_000;
const refusedMs = 60_000;
const acceptedMs = 60_000;
const maxNotes = 64;

interface Note {
  readonly untilMs: number;
  readonly error: HcmError | null;
}

export class ProxyMemory {
  readonly #clock: Clock;
  readonly #away = new Map<string, Note>();
  readonly #refused = new Map<string, Note>();
  readonly #accepted = new Map<string, Note>();
  readonly #trials = new Map<string, Promise<void>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  wentAway(proxy: ProxyAddress): void {
    this.#note(this.#away, formatProxy(proxy), awayMs, null);
  }

  works(proxy: ProxyAddress): void {
    this.#away.delete(formatProxy(proxy));
  }

  isAway(proxy: ProxyAddress): boolean {
    return this.#current(this.#away, formatProxy(proxy)) !== undefined;
  }

  refusedSignIn(proxy: ProxyAddress, error: HcmError): void {
    this.#accepted.delete(signInKey(proxy));
    this.#note(this.#refused, signInKey(proxy), refusedMs, error);
  }

  acceptedSignIn(proxy: ProxyAddress): void {
    if (hasCredentials(proxy)) this.#note(this.#accepted, signInKey(proxy), acceptedMs, null);
  }

  /** Why this sign-in isn't tried now; null when it may be. */
  signInRefused(proxy: ProxyAddress): HcmError | null {
    return this.#current(this.#refused, signInKey(proxy))?.error ?? null;
  }

  /** Settles when another dial's try of this sign-in is over; undefined when there is nothing to wait for. */
  trialOf(proxy: ProxyAddress): Promise<void> | undefined {
    const key = signInKey(proxy);
    return this.#current(this.#accepted, key) === undefined ? this.#trials.get(key) : undefined;
  }

  /** To be called where there is nothing to wait for. @returns what tells that it is over */
  beginTrial(proxy: ProxyAddress): () => void {
    const key = signInKey(proxy);
    if (!hasCredentials(proxy) || this.#trials.has(key)) return () => undefined;
    let settle = (): void => undefined;
    this.#trials.set(key, new Promise((resolve) => (settle = resolve)));
    return () => {
      this.#trials.delete(key);
      settle();
    };
  }

  #note(notes: Map<string, Note>, key: string, forMs: number, error: HcmError | null): void {
    if (notes.size >= maxNotes && !notes.has(key)) notes.clear();
    notes.set(key, { untilMs: this.#clock.monotonicMs() + forMs, error });
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
