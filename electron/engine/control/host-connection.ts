/**
 * A client's open connection to the host: the contract over a proved channel. Owns the channel and the calls that wait
 * for their answers.
 *
 * Invariants: every call ends, with an answer, HCM5005 at its time-out, or HCM5005 when the connection closes; outputs
 * and events pass the contract's schemas; a listener hears the events in the order in which the host sent them.
 */
import {
  calls,
  events,
  type CallInput,
  type CallName,
  type CallOutput,
  type ContractEvent,
  type EventName,
  type Host,
} from '../../contract/api.ts';
import { HcmError, isErrorCode } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import type { LineChannel } from './line-channel.ts';
import { reportSchema, type Hello, type Report, type WireErrorData } from './wire.ts';

/** What the host said of itself in its greeting; `host.info` tells the rest. */
export type HostGreeting = Pick<Hello, 'contractVersion' | 'version' | 'instance'>;

export type ClosedListener = (cause: HcmError | undefined) => void;

interface PendingCall {
  readonly name: CallName;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: HcmError) => void;
  readonly cancelTimeout: Disposer;
}

interface ConnectionOptions {
  readonly clock: Clock;
  readonly callTimeoutMs: number;
  readonly info: HostGreeting;
}

const maxPendingCalls = 1_024;
/**
 * A thousand connections whose keys Azure is asked about one by one, and whatever else takes as long as Azure does: the host ends
 * each of these by itself, and says why.
 */
const patientCalls: ReadonlySet<CallName> = new Set<CallName>([
  'desired.apply',
  'azure.subscriptions',
  'azure.add',
  'azure.about',
  'azure.syncKeys',
  'azure.startCreation',
  'azure.setEndpoint',
  'azure.delete',
  'azure.places',
  'azure.apps',
  'azure.appsFor',
  'azure.attach',
  'azure.detach',
]);
const patience = 30;
/** How long `close` lets what was sent get through. */
const closeTimeoutMs = 1_000;

export class HostConnection implements Host {
  readonly info: HostGreeting;
  readonly #channel: LineChannel;
  readonly #options: ConnectionOptions;
  readonly #pending = new Map<number, PendingCall>();
  readonly #eventListeners = new Set<(event: ContractEvent) => void>();
  readonly #closedListeners = new Set<ClosedListener>();
  #nextId = 0;
  #end: { readonly cause: HcmError | undefined } | undefined;
  #closing: Promise<void> | undefined;
  #refusal: HcmError | undefined;

  /** @param channel whose host has just proved itself */
  constructor(channel: LineChannel, options: ConnectionOptions) {
    this.#channel = channel;
    this.#options = options;
    this.info = options.info;
    channel.open({
      onMessage: (message) => this.#report(message),
      onClosed: (cause) => this.#closed(this.#refusal ?? cause),
    });
  }

  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    if (this.#end !== undefined || this.#closing !== undefined) throw gone('closed');
    if (this.#pending.size >= maxPendingCalls) throw gone('too-many-calls');
    const output = await new Promise<unknown>((resolve, reject) => {
      const id = this.#nextId++;
      const { clock, callTimeoutMs } = this.#options;
      const timeoutMs = callTimeoutMs * (patientCalls.has(name) ? patience : 1);
      const cancelTimeout = clock.after(timeoutMs, () => {
        this.#pending.delete(id);
        reject(gone('no-answer-in-time'));
      });
      this.#pending.set(id, { name, resolve, reject, cancelTimeout });
      if (!this.#channel.send({ id, call: name, input })) {
        this.#take(id)?.reject(new HcmError('HCM5006', { call: name, reason: 'line-too-long' }));
      }
    });
    const parsed = calls[name].output.safeParse(output);
    if (!parsed.success) throw new HcmError('HCM9001', { reason: 'output-outside-contract', call: name });
    return parsed.data as CallOutput<Name>;
  }

  /** With its last listener the subscription ends at the host, too: it counts for nobody. */
  subscribe(listener: (event: ContractEvent) => void): Disposer {
    const own = (event: ContractEvent): void => listener(event);
    this.#eventListeners.add(own);
    if (this.#eventListeners.size === 1) this.#channel.send({ subscribe: true });
    return () => {
      const isLast = this.#eventListeners.delete(own) && this.#eventListeners.size === 0;
      if (isLast && this.#end === undefined && this.#closing === undefined)
        this.#channel.send({ subscribe: false });
    };
  }

  /** Called once, when no call will be answered any more; at once when that is so already. */
  onClosed(listener: ClosedListener): Disposer {
    const end = this.#end;
    if (end !== undefined) {
      listener(end.cause);
      return () => undefined;
    }
    const own: ClosedListener = (cause) => listener(cause);
    this.#closedListeners.add(own);
    return () => void this.#closedListeners.delete(own);
  }

  /** Calls that still wait reject with HCM5005. */
  close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      const cancelTimeout = this.#options.clock.after(closeTimeoutMs, () => this.#channel.drop());
      this.#rejectPending('closed');
      this.onClosed(() => {
        cancelTimeout();
        resolve();
      });
      this.#channel.end();
    });
    return this.#closing;
  }

  #report(message: unknown): void {
    const report = reportSchema.safeParse(message).data;
    if (report === undefined) {
      this.#channel.drop(new HcmError('HCM5005', { reason: 'not-a-report' }));
      return;
    }
    if ('event' in report) this.#event(report.event, report.payload);
    else if ('refused' in report) this.#refusal = errorFrom({ code: report.refused.code, details: {} });
    else this.#answer(report);
  }

  #answer(answer: Extract<Report, { id: number }>): void {
    // Unknown: it came after its time-out.
    const pending = this.#take(answer.id);
    if (answer.ok) pending?.resolve(answer.output);
    else pending?.reject(errorFrom(answer.error));
  }

  #event(name: string, payload: unknown): void {
    const parsed = isEventName(name) ? events[name].payload.safeParse(payload) : undefined;
    if (!parsed?.success) {
      // Without it the listener's picture would silently go wrong; connected anew it starts from a snapshot.
      this.#channel.drop(new HcmError('HCM9001', { reason: 'event-outside-contract' }));
      return;
    }
    const event = { name, payload: parsed.data } as ContractEvent;
    for (const listener of [...this.#eventListeners]) listener(event);
  }

  #take(id: number): PendingCall | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.cancelTimeout();
    return pending;
  }

  #rejectPending(reason: string): void {
    for (const id of [...this.#pending.keys()]) this.#take(id)?.reject(gone(reason));
  }

  #closed(cause: HcmError | undefined): void {
    this.#end = { cause };
    this.#rejectPending('host-went-away');
    for (const listener of [...this.#closedListeners]) listener(cause);
    this.#closedListeners.clear();
    this.#eventListeners.clear();
  }
}

function gone(reason: string): HcmError {
  return new HcmError('HCM5005', { reason });
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name);
}

function errorFrom({ code, details }: WireErrorData): HcmError {
  // A newer host of the same contract may know more codes.
  return isErrorCode(code) ? new HcmError(code, details) : new HcmError('HCM9001', { reason: code });
}
