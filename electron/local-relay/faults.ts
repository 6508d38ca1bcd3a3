/**
 * Faults on demand: what a relay in trouble does, for tests and drills (relay-protocol §9.1 row 32). Owns nothing; it acts on
 * the server's parts and writes the plan that they ask.
 *
 * An entity is named by its name, or `*` for all. Methods that act at once say how many channels or sessions they hit.
 */
import type { ControlChannel } from './control-channel.ts';
import { everyEntity } from './fault-plan.ts';
import type { FaultPlan } from './fault-plan.ts';

export interface CloseSpec {
  readonly code?: number;
  readonly reason?: string;
}

export interface RefusalSpec {
  readonly status: number;
  readonly reason?: string;
  /** How many are refused; all until `clear` when it is left out. */
  readonly count?: number;
}

/** What the faults need from the server. */
export interface FaultTarget {
  readonly plan: FaultPlan;
  channels(entity: string | undefined): readonly ControlChannel[];
  forget(channel: ControlChannel): void;
  checkTokens(): void;
  abortSessions(reason: string, entity: string | undefined): number;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

/** The text that the service gives for a blocked address (relay-protocol §3.2). */
export const firewallReason = 'Ip has been prevented to connect to the endpoint.';
/** The planned disconnect about every 24 hours (relay-protocol §3.9). */
export const dailyDropReason = 'InternalServerError: NameRenewalFailed';

export class RelayFaults {
  readonly #target: FaultTarget;

  constructor(target: FaultTarget) {
    this.#target = target;
  }

  /** Closes control channels with a Close frame; the 24-hour drop when nothing is said. */
  kick(entity: string, { code = 1011, reason = dailyDropReason }: CloseSpec = {}): number {
    return this.#each(entity, (channel) => channel.close(code, reason));
  }

  /** Resets the TCP connections of control channels. */
  dropControl(entity: string): number {
    return this.#each(entity, (channel) => channel.reset());
  }

  /** Half-open: present control channels stay connected, and nothing is read, answered or sent on them any more. */
  silence(entity: string): number {
    return this.#each(entity, (channel) => channel.silence());
  }

  /**
   * Zombies: present control channels stay open and answer Pings, but the relay knows no listener any more, neither for
   * senders nor in its count (product C24).
   */
  forget(entity: string): number {
    return this.#each(entity, (channel) => this.#target.forget(channel));
  }

  /** Closes control channels with 1008 as if their tokens had run out. */
  expireTokens(entity: string): number {
    const affected = this.#each(entity, (channel) => {
      channel.deadlineMs = Number.NEGATIVE_INFINITY;
    });
    this.#target.checkTokens();
    return affected;
  }

  /** Tokens presented from now on count for this long only, without grace; undefined ends it. */
  limitTokenLife(lifeMs: number | undefined): void {
    this.#target.plan.tokenLifeMs = lifeMs;
  }

  /** The relay's clock is off: `Date` headers and token checks follow it. */
  setClockOffset(offsetMs: number): void {
    this.#target.plan.clockOffsetMs = offsetMs;
  }

  /** `status` for the next `count` listens. */
  refuseListens(entity: string, spec: RefusalSpec): void {
    this.#target.plan.refuseListens(entity, refusalOf(spec), spec.count ?? Number.POSITIVE_INFINITY);
  }

  /** `status` for the next `count` connects and HTTP requests. */
  refuseConnects(entity: string, spec: RefusalSpec): void {
    this.#target.plan.refuseConnects(entity, refusalOf(spec), spec.count ?? Number.POSITIVE_INFINITY);
  }

  /** Listeners hear of new senders this much later. The sender's window runs on. */
  delayAccepts(entity: string, delayMs: number): void {
    this.#target.plan.delayAccepts(entity, delayMs);
  }

  /** Listeners hear of no new sender. */
  ignoreConnects(entity: string): void {
    this.#target.plan.ignoreConnects(entity);
  }

  /** Sends a message as it is on control channels: hostile accepts, garbage, more than a client bears. */
  sendRaw(entity: string, message: string | Buffer): number {
    return this.#each(entity, (channel) => channel.sendRaw(message));
  }

  /** Resets both sides of open sessions. */
  dropSessions(entity: string): number {
    return this.#target.abortSessions('dropped on purpose', entityOrAll(entity));
  }

  /** The relay is gone: its port refuses connections, and what was open is reset. */
  goDown(): Promise<void> {
    return this.#target.goDown();
  }

  /** It is back, on the same port. */
  comeBack(): Promise<void> {
    return this.#target.comeBack();
  }

  /** Ends lasting faults: all of them, or those of one entity. What was cut off or silenced stays so. */
  clear(entity: string = everyEntity): void {
    if (entity === everyEntity) this.#target.plan.clear();
    else this.#target.plan.clearEntity(entity);
  }

  #each(entity: string, act: (channel: ControlChannel) => void): number {
    const channels = this.#target.channels(entityOrAll(entity));
    for (const channel of channels) act(channel);
    return channels.length;
  }
}

function entityOrAll(entity: string): string | undefined {
  return entity === everyEntity ? undefined : entity;
}

function refusalOf({ status, reason }: RefusalSpec): { status: number; reason: string } {
  return { status, reason: reason ?? 'Refused on purpose.' };
}
