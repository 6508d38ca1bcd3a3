/**
 * Puts another channel in the place of the open one, new one first, so that nothing is missed in between: before the
 * service's daily drop, when the relay no longer counts us, when a new key is tried. Owns the timer of the next change.
 *
 * Invariants: a channel that could not be replaced stays; every try ends in time; a new key counts only once Azure has
 * accepted it.
 */
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock, Disposer, Random } from '../clock.ts';
import { FewAtOnce } from '../few-at-once.ts';
import type { Logger } from '../log/logger.ts';
import type { SigningKey } from './key-ring.ts';
import type { ListenerDriver } from './listener-driver.ts';
import type { RelayAccess } from './relay-access.ts';

export interface ChannelKeeperPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly relay: RelayAccess;
  readonly listener: Pick<ListenerDriver, 'openSecond' | 'renewToken' | 'retryNow' | 'state'>;
  /** A channel is replaced at about this age (a twentieth more or less), milliseconds. */
  readonly channelLifeMs: number;
}

/** The service drops every channel after about 24 hours (relay-protocol §3.9); 22 h ± 1 h is before that. */
export const defaultChannelLifeMs = 22 * 60 * 60_000;
/** When a channel could not be replaced it is tried again after this to twice this. */
const againMs = 10 * 60_000;
/** The key in use, the other one, and one that was put in force meanwhile. */
const maxTries = 3;

export class ChannelKeeper {
  readonly #ports: ChannelKeeperPorts;
  readonly #keyTrials = new FewAtOnce({ running: 1, waiting: 4 });
  #cancelTimer: Disposer | undefined;

  constructor(ports: ChannelKeeperPorts) {
    this.#ports = ports;
  }

  /** Replaces the channel in time, for as long as the connection is online. */
  follow(untilClosed: AbortSignal): void {
    this.#armLife();
    untilClosed.addEventListener('abort', () => this.#cancelTimer?.(), { once: true });
  }

  /**
   * Another channel takes over, signed with the key in use or, when that is refused, with the other one.
   * @returns why not; null when it did, or there was nothing to replace.
   */
  async replace(why: string): Promise<HcmError | null> {
    const { relay, listener, log } = this.#ports;
    if (listener.state.name !== 'online') return null;
    let failure: HcmError | null = null;
    try {
      await relay.load();
    } catch (error) {
      // The open channel signs with what it has.
      log.warn('channel not replaced', { why, problem: toErrorData(error) });
      return error instanceof HcmError ? error : new HcmError('HCM9001', {}, { cause: error });
    }
    relay.keys.begin();
    for (let tries = 0; tries < maxTries; tries++) {
      const { createChannel, takesOver } = relay.second();
      const onOpen = (): void => {
        takesOver();
        relay.keys.accepted();
        this.#armLife();
      };
      const outcome = await listener.openSecond({ createChannel, takesOver: true, onOpen });
      if (outcome.kind !== 'failed') {
        log.info('channel replaced', { why, outcome: outcome.kind });
        return null;
      }
      failure = outcome.failure;
      if (!relay.keys.failed(failure)) break;
      relay.keys.begin();
    }
    log.warn('channel not replaced', { why, problem: toErrorData(failure) });
    return failure;
  }

  /**
   * Shows Azure another key, on a channel of its own while online, and puts it in force when it is accepted. The key of
   * the slot in use takes over at once; the other one is only tried, unless it is to take over.
   * @throws HcmError why it was not accepted; then nothing has changed.
   */
  tryKey(key: SigningKey, signal: AbortSignal, mustTakeOver = false): Promise<void> {
    return this.#keyTrials.run(signal, () => this.#tryKey(key, signal, mustTakeOver));
  }

  async #tryKey(key: SigningKey, signal: AbortSignal, mustTakeOver: boolean): Promise<void> {
    const { relay, listener } = this.#ports;
    const { inUse, refused } = relay.keys.view;
    const takesOver = mustTakeOver || key.slot === inUse || refused.some(({ slot }) => slot === inUse);
    const second = relay.second(key);
    const outcome = await listener.openSecond({
      createChannel: second.createChannel,
      takesOver,
      onOpen: () => {
        relay.keys.put(key);
        if (!takesOver) return;
        relay.keys.use(key.slot);
        second.takesOver();
        this.#armLife();
      },
    });
    if (outcome.kind === 'opened') return;
    // No room for a second listener says nothing against the key.
    if (outcome.kind === 'failed' && outcome.failure.code !== 'HCM2028') throw outcome.failure;
    await relay.ask(key, signal);
    relay.keys.put(key);
    if (mustTakeOver) relay.keys.use(key.slot);
    if (listener.state.name === 'online') listener.renewToken();
    else listener.retryNow();
  }

  #armLife(): void {
    const { channelLifeMs, random } = this.#ports;
    this.#arm(channelLifeMs * (0.95 + 0.1 * random()));
  }

  #arm(delayMs: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#ports.clock.after(delayMs, () => void this.#recycle());
  }

  async #recycle(): Promise<void> {
    const failure = await this.replace('old');
    const isOnline = this.#ports.listener.state.name === 'online';
    if (failure !== null && isOnline) this.#arm(againMs * (1 + this.#ports.random()));
  }
}
