/**
 * Changes of one connection that are kept: its name, its keys, its endpoint, its limits. Owns the order of those that Azure is asked
 * about.
 *
 * Invariants: while Azure is asked nothing is held up and nothing is changed: stop and remove go through; what was in force
 * stays in force, and on the disk, until the answer is a yes; changes of the same thing take effect in the order in which
 * they were asked for, and none on a connection that was removed meanwhile.
 */
import type { CallInput, CallOutput } from '../contract/api.ts';
import type {
  ConnectionChange,
  ConnectionConfig,
  ConnectionEndpoint,
  KeySlot,
} from '../contract/connection.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { HcmError } from '../contract/errors.ts';
import type { Notice } from '../contract/finding.ts';
import { formatHostPort, type HostPort } from '../contract/host-port.ts';
import type { CallContext, Change } from './call-context.ts';
import { readEndpoint } from './new-connection.ts';
import { renameConnection } from './rename-connection.ts';
import { readReplacementKey, type ReplacementKey } from './replacement-key.ts';
import { secretName } from './store/connections.ts';
import { Turns } from './turns.ts';
import { withoutUndefined } from './without-undefined.ts';

type Done = Record<string, never>;

interface KeyChange extends CallInput<'connections.replaceKey'> {
  /** It may be the one in the other slot, because that one is about to change, too. */
  readonly mayRepeat?: boolean;
}

/** A key that Azure itself told. */
export interface TakenKey {
  readonly id: string;
  readonly slot: KeySlot;
  readonly keyName: string;
  /** A secret. */
  readonly key: string;
  /** It signs what listens from now on, whatever slot did so far. */
  readonly mustTakeOver?: boolean;
  readonly by: string | undefined;
}

interface SetInAzure extends HostPort {
  readonly id: string;
  readonly by: string | undefined;
}

interface CaChange {
  readonly id: string;
  readonly caPem: string | null;
  readonly by: string | undefined;
}

export class ConnectionChanges {
  readonly #context: CallContext;
  /** Beside the turns of the connection, which nobody may hold up for as long as Azure takes to answer. */
  readonly #ofKeys = new Turns();
  readonly #ofEndpoint = new Turns();

  constructor(context: CallContext) {
    this.#context = context;
  }

  replaceKey(input: CallInput<'connections.replaceKey'>): Promise<CallOutput<'connections.replaceKey'>> {
    return this.#ofKeys.inTurn(input.id, () => this.#replaceKey(input));
  }

  /** Azure is asked about it while a host runs; else it is kept, and Azure answers when one starts. */
  putKey(input: KeyChange): Promise<unknown> {
    return this.#ofKeys.inTurn<unknown>(input.id, () =>
      this.#context.ports.running() === undefined ? this.#keepUntried(input) : this.#replaceKey(input),
    );
  }

  /**
   * Azure is asked about it while a host runs; where it is the kept one nothing is written.
   * @returns whether it is another one.
   */
  takeKey(input: TakenKey): Promise<boolean> {
    return this.#ofKeys.inTurn(input.id, () => this.#takeKey(input));
  }

  /** Neither a key nor an endpoint changes meanwhile: both are about the Hybrid Connection that it was before. */
  rename(input: CallInput<'connections.rename'>): Promise<CallOutput<'connections.rename'>> {
    const { id } = input;
    return this.#ofKeys.inTurn(id, () =>
      this.#ofEndpoint.inTurn(id, () => renameConnection(this.#context, input)),
    );
  }

  removeSecondaryKey({ id, by }: CallInput<'connections.removeSecondaryKey'>): Promise<Done> {
    return this.#ofKeys.inTurn(id, async () => {
      await this.#context.turns.inTurn(id, async () => {
        if (this.#context.require(id).secondaryKeyName === null) return;
        const changed = await this.#context.ports.store.removeSecondarySecret(id);
        this.#context.apply(changed, { secondaryKeyName: null }, { change: 'secondaryKeyRemoved', by });
      });
      return {};
    });
  }

  setEndpoint(input: CallInput<'connections.setEndpoint'>): Promise<CallOutput<'connections.setEndpoint'>> {
    return this.#ofEndpoint.inTurn(input.id, () => this.#setEndpoint(input));
  }

  acceptEndpoint(input: CallInput<'connections.acceptEndpoint'>): Promise<Done> {
    return this.#ofEndpoint.inTurn(input.id, () => this.#acceptEndpoint(input));
  }

  /** It was written to Azure from here: that was the yes to it. */
  async endpointSetInAzure({ id, host, port, by }: SetInAzure): Promise<ConnectionView> {
    const endpoint = { host, port, source: 'azure' } as const;
    const { connection } = await this.#ofEndpoint.inTurn(id, () =>
      this.#useEndpoint(id, endpoint, { change: 'endpointSetInAzure', by }),
    );
    return connection;
  }

  setLimits({ id, limits, by }: CallInput<'connections.setLimits'>): Promise<Done> {
    return this.#context.turns.inTurn(id, async () => {
      const before = this.#context.require(id).limits;
      const changed = await this.#context.ports.store.update(id, {
        limits: { ...before, ...withoutUndefined(limits) },
      });
      this.#context.apply(changed, { limits: changed.limits }, { change: 'limitsChanged', by });
      return {};
    });
  }

  /** New dials trust it; what is open stays open. */
  setCa({ id, caPem, by }: CaChange): Promise<Done> {
    return this.#context.turns.inTurn(id, async () => {
      const changed = await this.#context.ports.store.update(id, { caPem });
      this.#context.apply(changed, { caPem }, { change: 'caChanged', by });
      const runner = this.#context.ports.running()?.supervisor.runner(id);
      if (runner?.view.azure.problem) runner.retryNow();
      return {};
    });
  }

  /** Azure names one when a host runs. */
  forgetEndpoint({ id, by }: Pick<CallInput<'connections.setEndpoint'>, 'id' | 'by'>): Promise<Done> {
    return this.#context.turns.inTurn(id, async () => {
      const changed = await this.#context.ports.store.update(id, { endpoint: null });
      this.#context.apply(changed, { endpoint: null }, { change: 'endpointForgotten', by });
      return {};
    });
  }

  async #keepUntried({
    id,
    connectionString,
    slot: wanted = 'primary',
    mayRepeat = false,
    by,
  }: KeyChange): Promise<Done> {
    const config = this.#context.require(id);
    const slot = slotFor(config, wanted);
    const found = readReplacementKey(connectionString, config);
    this.#context.ports.options.secrets.add(found.key);
    if (!mayRepeat) await this.#refuseSame(config, slot, found);
    await this.#context.turns.inTurn(id, () => this.#keepKey(id, slot, found, by));
    return {};
  }

  async #takeKey({ id, slot, keyName, key, mustTakeOver = false, by }: TakenKey): Promise<boolean> {
    const { options, running } = this.#context.ports;
    const config = this.#context.require(id);
    const isKept = slotName(config, slot) === keyName && (await this.#kept(id, slot)) === key;
    if (isKept && !mustTakeOver) return false;
    const forget = options.secrets.add(key);
    try {
      await running()?.supervisor.runner(id).tryKey(slot, key, keyName, mustTakeOver);
    } catch (error) {
      forget();
      // Removed meanwhile: that says more than how the question ended.
      this.#context.require(id);
      throw error;
    }
    await this.#context.turns.inTurn(id, async () => {
      if (!isKept) await this.#keepKey(id, slot, { keyName, key, notices: [] }, by);
      else running()?.supervisor.runner(id).change(nameChange(slot, keyName));
    });
    return !isKept;
  }

  async #replaceKey({
    id,
    connectionString,
    slot: wanted = 'primary',
    mayRepeat = false,
    by,
  }: KeyChange): Promise<CallOutput<'connections.replaceKey'>> {
    const { options } = this.#context.ports;
    const config = this.#context.require(id);
    const slot = slotFor(config, wanted);
    const { supervisor } = this.#context.requireRunning();
    const found = readReplacementKey(connectionString, config);
    const forget = options.secrets.add(found.key);
    try {
      if (!mayRepeat) await this.#refuseSame(config, slot, found);
      await supervisor.runner(id).tryKey(slot, found.key, found.keyName);
    } catch (error) {
      forget();
      // Removed meanwhile: that says more than how the question ended.
      this.#context.require(id);
      throw error;
    }
    await this.#context.turns.inTurn(id, () => this.#keepKey(id, slot, found, by));
    const connection = this.#context.view(this.#context.require(id));
    return { connection, notices: [...found.notices] };
  }

  /** It is in force already, and stays so when it can't be kept: then the caller hears why. */
  async #keepKey(
    id: string,
    slot: KeySlot,
    { key, keyName }: ReplacementKey,
    by: string | undefined,
  ): Promise<void> {
    const { options, store } = this.#context.ports;
    this.#context.require(id);
    const envelope = await options.secretBox.seal(key, secretName(id, slot));
    const changed = await store.replaceSecret(id, slot, envelope, keyName);
    this.#context.apply(changed, nameChange(slot, keyName), {
      change: slot === 'primary' ? 'keyReplaced' : 'secondaryKeyReplaced',
      by,
    });
  }

  /** The same key twice would look like a spare one and be none. */
  async #refuseSame(config: ConnectionConfig, slot: KeySlot, { key }: ReplacementKey): Promise<void> {
    const other = slot === 'primary' ? 'secondary' : 'primary';
    if (slotName(config, other) === null) return;
    if ((await this.#kept(config.id, other)) === key) throw new HcmError('HCM1045', { name: config.name });
  }

  /** Null when there is none, and when it can't be opened here: that is no reason to refuse another one. */
  async #kept(id: string, slot: KeySlot): Promise<string | null> {
    const { options, store } = this.#context.ports;
    const envelope = store.secret(id, slot);
    if (envelope === null) return null;
    return options.secretBox.open(envelope, secretName(id, slot)).catch(() => null);
  }

  async #setEndpoint({
    id,
    endpoint: text,
    by,
  }: CallInput<'connections.setEndpoint'>): Promise<CallOutput<'connections.setEndpoint'>> {
    const config = this.#context.require(id);
    if (config.kind === 'biztalk') throw new HcmError('HCM1016', { host: config.host });
    if (text === null) return this.#endpointOfAzure(config, by);
    const { endpoint, notices } = readEndpoint(text);
    return this.#useEndpoint(id, endpoint, { change: 'endpointChanged', by }, notices);
  }

  /** Without an endpoint the listener would have to end; so Azure is asked first. */
  async #endpointOfAzure(
    { id }: ConnectionConfig,
    by: string | undefined,
  ): Promise<CallOutput<'connections.setEndpoint'>> {
    const { supervisor } = this.#context.requireRunning();
    const endpoint = await supervisor.runner(id).endpointOfAzure();
    return this.#useEndpoint(id, endpoint, { change: 'endpointAccepted', by });
  }

  async #acceptEndpoint({ id, host, port, by }: CallInput<'connections.acceptEndpoint'>): Promise<Done> {
    const { name } = this.#context.require(id);
    const shown = this.#context.requireRunning().supervisor.runner(id).view.endpointInAzure;
    if (shown?.host !== host || shown.port !== port) throw new HcmError('HCM1044', { name, host, port });
    await this.#useEndpoint(id, { host, port, source: 'azure' }, { change: 'endpointAccepted', by });
    return {};
  }

  /** New sessions go there; whether they may is asked as for every dial, when they are dialled. */
  #useEndpoint(
    id: string,
    endpoint: ConnectionEndpoint,
    change: Change,
    notices: readonly Notice[] = [],
  ): Promise<CallOutput<'connections.setEndpoint'>> {
    return this.#context.turns.inTurn(id, async () => {
      this.#context.require(id);
      const changed = await this.#context.ports.store.update(id, { endpoint });
      this.#context.apply(changed, { endpoint }, { ...change, detail: formatHostPort(endpoint) });
      this.#startWhatLackedIt(id);
      return { connection: this.#context.view(this.#context.require(id)), notices: [...notices] };
    });
  }

  #startWhatLackedIt(id: string): void {
    const runner = this.#context.ports.running()?.supervisor.runner(id);
    const code = runner?.view.azure.problem?.code;
    if (code === 'HCM2041' || code === 'HCM2042') runner?.retryNow();
  }
}

function slotName({ keyName, secondaryKeyName }: ConnectionConfig, slot: KeySlot): string | null {
  return slot === 'primary' ? keyName : secondaryKeyName;
}

function nameChange(slot: KeySlot, keyName: string): ConnectionChange {
  return slot === 'primary' ? { keyName, entra: null } : { secondaryKeyName: keyName };
}

/** The first key of a connection that listened without one is its primary key. */
function slotFor({ entra }: ConnectionConfig, wanted: KeySlot): KeySlot {
  return entra === null ? wanted : 'primary';
}
