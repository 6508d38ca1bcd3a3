/**
 * The endpoint leg of one connection: is the service behind this host there? Owns its check timer and the check that
 * is under way.
 *
 * What sessions meet is the best evidence; checks of our own fill the gaps. They are rare and bounded while all is
 * well, because some servers count a connection without a login as an attack (MySQL blocks a host after 100 of them in
 * a row, `max_connect_errors`).
 */
import type { EndpointLeg } from '../../contract/connection-view.ts';
import { notChecked } from '../../contract/view-at-rest.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock, Disposer, Random } from '../clock.ts';
import { dialledAddress } from '../tunnel/target-dialer.ts';
import type { TargetReached } from '../tunnel/try-target.ts';

export interface EndpointWatchPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Reaches the endpoint once and lets go of it. @throws HcmError HCM31xx */
  readonly probe: (signal: AbortSignal) => Promise<TargetReached>;
  /** Time between checks while the endpoint is there and no session says so; 0 for none. */
  readonly idleCheckMs: () => number;
  readonly onChange: () => void;
}

const firstRecheckMs = 5_000;
const maxRecheckMs = 60_000;
/** Checks in a row without a session between them; well below MySQL's 100. */
const maxIdleChecks = 50;

export class EndpointWatch {
  readonly #ports: EndpointWatchPorts;
  #leg: EndpointLeg = notChecked;
  #running = false;
  #check: AbortController | undefined;
  #checking: Promise<void> = Promise.resolve();
  #cancelTimer: Disposer | undefined;
  #failures = 0;
  #idleChecks = 0;

  constructor(ports: EndpointWatchPorts) {
    this.#ports = ports;
  }

  get leg(): EndpointLeg {
    return this.#leg;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.checkNow();
  }

  stop(): void {
    this.#running = false;
    this.#cancelTimer?.();
    this.#check?.abort(new HcmError('HCM3123'));
    this.#check = undefined;
    this.#failures = 0;
    this.#idleChecks = 0;
    this.#set(notChecked);
  }

  /** Forgets what was known: the endpoint has changed. */
  restart(): void {
    if (!this.#running) return;
    this.stop();
    this.start();
  }

  checkNow(): void {
    void this.check();
  }

  /** Checks now, while anybody wants to know; resolves when the check is over, and never rejects. */
  check(): Promise<void> {
    if (!this.#running) return Promise.resolve();
    if (this.#check) return this.#checking;
    this.#cancelTimer?.();
    const check = new AbortController();
    this.#check = check;
    if (this.#leg.status === 'notChecked') this.#set({ ...this.#leg, status: 'checking' });
    this.#checking = this.#ports.probe(check.signal).then(
      (reached) => this.#checked(check, () => this.#reachable(reached)),
      (error: unknown) => this.#checked(check, () => this.#unreachable(error)),
    );
    return this.#checking;
  }

  /** A session reached the endpoint. */
  sessionReached(reached: TargetReached): void {
    if (!this.#running) return;
    this.#idleChecks = 0;
    this.#reachable(reached);
  }

  /** A session did not reach it. */
  sessionFailed(error: HcmError): void {
    if (this.#running) this.#unreachable(error);
  }

  #checked(check: AbortController, report: () => void): void {
    if (this.#check !== check) return;
    this.#check = undefined;
    report();
  }

  #reachable({ dialMs, address }: TargetReached): void {
    this.#failures = 0;
    this.#set({ status: 'reachable', problem: null, dialMs, checkedAt: this.#ports.clock.now(), address });
    const idleMs = this.#ports.idleCheckMs();
    if (idleMs === 0 || this.#idleChecks >= maxIdleChecks) this.#cancelTimer?.();
    else this.#arm(idleMs, () => this.#idleChecks++);
  }

  #unreachable(error: unknown): void {
    this.#failures++;
    const problem = toErrorData(error);
    // Where nothing was dialled this time, the address of the dial before is still the last one.
    const address = dialledAddress(error) ?? this.#leg.address;
    this.#set({ status: 'unreachable', problem, dialMs: null, checkedAt: this.#ports.clock.now(), address });
    this.#arm(Math.min(maxRecheckMs, firstRecheckMs * 2 ** Math.min(this.#failures - 1, 5)));
  }

  #arm(delayMs: number, before?: () => void): void {
    this.#cancelTimer?.();
    const jittered = delayMs * (0.9 + 0.2 * this.#ports.random());
    this.#cancelTimer = this.#ports.clock.after(jittered, () => {
      before?.();
      this.checkNow();
    });
  }

  #set(leg: EndpointLeg): void {
    this.#leg = leg;
    this.#ports.onChange();
  }
}
