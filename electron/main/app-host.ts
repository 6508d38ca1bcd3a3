/**
 * The host in this process as the window first meets it: its list at once, from the file, and everything else when the engine
 * behind it is there, which is most of the app's code and is read once the window is drawn. Owns the claim until then.
 *
 * Invariants: a list that isn't as the store would show it is never shown, and every patch that follows it is told; what is
 * called before the engine is there waits for it; a host that is told to stop before that never comes up.
 */
import {
  contractVersion,
  type CallInput,
  type CallName,
  type CallOutput,
  type ContractEvent,
  type Host,
  type HostInfo,
} from '../contract/api.ts';
import type { ConnectionConfig } from '../contract/connection.ts';
import { HcmError } from '../contract/errors.ts';
import { viewBeforeStart } from '../contract/view-at-rest.ts';
import type { Disposer } from '../engine/clock.ts';
import type { Ownership } from '../engine/control/owner.ts';
import { peekConnections } from '../engine/store/peek-connections.ts';
import type { OwnHost } from './own-host.ts';
import { isDemoConnection } from './practice-leftovers.ts';

export interface AppHostOptions {
  readonly folder: string;
  readonly version: string;
  readonly machine: string;
  readonly processId: number;
  /** What keys are sealed with here; never rejects. */
  readonly secretBackend: () => Promise<HostInfo['secretBackend']>;
  /** What comes before the engine, such as the window’s first list. */
  readonly after: Promise<void>;
  /**
   * Reads the engine and starts it. Gives the claim back when it fails.
   * @param onEvent hears what it tells until it is open; from then on whoever subscribes does
   */
  readonly open: (claim: Ownership, onEvent: (event: ContractEvent) => void) => Promise<OwnHost>;
}

export interface AppHost extends OwnHost {
  /** Settles when the connections are started and `hcm` reaches them; when that fails, everything is given back. */
  readonly serving: Promise<void>;
}

/** @throws HcmError when the folder can't be used; the claim is given back then. */
export async function openAppHost(claim: Ownership, options: AppHostOptions): Promise<AppHost> {
  const { folder, version, machine, processId } = options;
  const connections = await peekConnections(folder);
  if (connections === null) {
    const own = await options.open(claim, () => undefined);
    return { ...own, resumed: () => own.resumed(), stop: () => own.stop(), serving: Promise.resolve() };
  }
  const info: HostInfo = {
    ...{ version, contractVersion, kind: 'app', machine, processId, dataFolder: folder },
    startedAt: Date.now(),
    secretBackend: await options.secretBackend(),
    role: 'admin',
  };
  return new ListFirstHost(claim, options, info, connections);
}

class ListFirstHost implements AppHost {
  readonly info: HostInfo;
  readonly host: Host;
  readonly serving: Promise<void>;
  readonly #opening: Promise<OwnHost>;
  /** Those who subscribed before the engine was there. */
  readonly #waiting = new Set<(event: ContractEvent) => void>();
  #own: OwnHost | null = null;
  #isEnded = false;
  #end: () => void = () => undefined;

  constructor(
    claim: Ownership,
    options: AppHostOptions,
    info: HostInfo,
    connections: readonly ConnectionConfig[],
  ) {
    this.info = info;
    this.#opening = this.#open(claim, options);
    this.serving = this.#opening.then(() => undefined);
    // Whoever doesn’t wait for it hears of a failure by the calls that do.
    this.serving.catch(() => undefined);
    const list: CallOutput<'connections.snapshot'> = {
      // What its engine tells of begins with the patch after it.
      sequence: 0,
      connections: connections
        .filter((config) => !isDemoConnection(config))
        .map((config) => viewBeforeStart(config, info.startedAt)),
    };
    this.host = {
      call: async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
        if (this.#own === null && name === 'connections.snapshot') return list as CallOutput<Name>;
        return (await this.#opening).host.call(name, input);
      },
      subscribe: (listener) => this.#subscribe(listener),
    };
  }

  #subscribe(listener: (event: ContractEvent) => void): Disposer {
    if (this.#own !== null) return this.#own.host.subscribe(listener);
    // Its own function object: the same listener may subscribe twice.
    const waiting = (event: ContractEvent): void => listener(event);
    this.#waiting.add(waiting);
    let unsubscribe: Disposer = () => this.#waiting.delete(waiting);
    const goOver = ({ host }: OwnHost): void => {
      if (this.#waiting.delete(waiting)) unsubscribe = host.subscribe(listener);
    };
    this.#opening.then(goOver, () => undefined);
    return () => unsubscribe();
  }

  resumed(): void {
    this.#own?.resumed();
  }

  async stop(): Promise<void> {
    this.#isEnded = true;
    this.#end();
    const own = await this.#opening.catch(() => null);
    await own?.stop();
  }

  async #open(claim: Ownership, { after, open }: AppHostOptions): Promise<OwnHost> {
    await Promise.race([after, new Promise<void>((resolve) => (this.#end = resolve))]);
    if (this.#isEnded) {
      await claim.release();
      throw new HcmError('HCM5005');
    }
    this.#own = await open(claim, (event) => {
      for (const listener of [...this.#waiting]) listener(event);
    });
    return this.#own;
  }
}
