/**
 * The connections of this host: their configs in `connections.json` and their sealed keys in `secrets.json`.
 *
 * Invariants: a key is on the disk before the row that needs it, and leaves after it, so a crash in between leaves at most
 * a sealed key that nothing points to; a failed change leaves memory and files as they were; no two rows mean the same
 * Hybrid Connection. Keys without a row are never swept out: the row may lie in quarantine.
 */
import { join } from 'node:path';
import {
  connectionConfigSchema,
  connectionKey,
  keySlots,
  type ConnectionChange,
  type ConnectionConfig,
  type KeySlot,
} from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import { envelopeSchema, type Envelope } from '../secrets/envelope.ts';
import { connectionsFormat } from './connections-format.ts';
import { toFileError } from './file-error.ts';
import { nodeFileSystem, type FileSystem } from './file-system.ts';
import { JsonFile } from './json-file.ts';
import { secretsFormat, type Secrets } from './secrets-format.ts';

export interface StoreOptions {
  readonly folder: string;
  readonly report: (problem: HcmError) => void;
  readonly fileSystem?: FileSystem;
  readonly now?: () => number;
}

/** A row to add, with its sealed keys; none for entries that need no key (BizTalk, Entra). */
export interface NewRow {
  readonly config: ConnectionConfig;
  readonly secrets: readonly { readonly slot: KeySlot; readonly envelope: Envelope }[];
}

interface SealedProxyPassword {
  readonly envelope: Envelope;
  /** host:port of the proxy that it is for; null: nobody had named one. */
  readonly place: string | null;
}

export interface RereadConnections {
  readonly before: readonly ConnectionConfig[];
  readonly after: readonly ConnectionConfig[];
  /** Whether one of the connection's keys is another one than before. */
  readonly hasOtherKey: (id: string) => boolean;
}

/** Another Hybrid Connection of the same namespace in a row that is there. */
export interface Renamed {
  readonly name: string;
  readonly endpoint: ConnectionConfig['endpoint'];
  readonly azure: ConnectionConfig['azure'];
  /** A new first key; without it the one that is there stays. */
  readonly primary?: { readonly envelope: Envelope; readonly keyName: string };
  readonly forgetsSecondary: boolean;
}

export interface ConnectionStore {
  /** Why nothing can be changed now, or null. */
  readonly readOnly: HcmError | null;
  /** In the order in which they were added. */
  list(): readonly ConnectionConfig[];
  get(id: string): ConnectionConfig | null;
  /** A sealed key, the primary one where nothing is said; null when there is none that can be read ("Key needed"). */
  secret(id: string, slot?: KeySlot): Envelope | null;
  /** @param envelope null for entries that need no key (BizTalk). Fails with HCM1040 when it is there already. */
  add(config: ConnectionConfig, envelope: Envelope | null): Promise<ConnectionConfig>;
  /** All or none, in one write of each file. Fails with HCM1040 when one is there already. */
  addAll(rows: readonly NewRow[]): Promise<void>;
  /** @param change what changes, or what tells that from the row as it is when its turn has come. */
  update(
    id: string,
    change: ConnectionChange | ((before: ConnectionConfig) => ConnectionChange),
  ): Promise<ConnectionConfig>;
  /** Fails with HCM1040 when there is a row for that Hybrid Connection already. */
  rename(id: string, renamed: Renamed): Promise<ConnectionConfig>;
  /** A first key ends that it listens with an account. @param keyName name of the new key's rule. */
  replaceSecret(id: string, slot: KeySlot, envelope: Envelope, keyName: string): Promise<ConnectionConfig>;
  /** Forgets the second key. */
  removeSecondarySecret(id: string): Promise<ConnectionConfig>;
  remove(id: string): Promise<void>;
  /** Those of them that are there, in one write of each file. @returns them */
  removeAll(ids: readonly string[]): Promise<readonly ConnectionConfig[]>;
  /** The sealed password of the proxy; null when there is none that can be read. */
  proxyPassword(): SealedProxyPassword | null;
  /** Null forgets it. */
  setProxyPassword(sealed: SealedProxyPassword | null): Promise<void>;
  /** Says which proxy the password is for, where nothing says so yet. */
  bindProxyPassword(place: string): Promise<void>;
  /** Reads both files again. */
  reload(): Promise<void>;
  /** Takes in what was changed in both files by others; one that can't be used changes nothing. */
  reread(): Promise<RereadConnections>;
}

export async function openConnectionStore(options: StoreOptions): Promise<ConnectionStore> {
  const { folder, report, fileSystem = nodeFileSystem(), now = Date.now } = options;
  const shared = { fileSystem, report, now };
  const secrets = await JsonFile.open({
    ...shared,
    path: join(folder, 'secrets.json'),
    format: secretsFormat,
  });
  const path = join(folder, 'connections.json');
  const connections = await JsonFile.open({ ...shared, path, format: connectionsFormat });
  return new StoredConnections(connections, secrets, report, now);
}

class StoredConnections implements ConnectionStore {
  readonly #connections: JsonFile<readonly ConnectionConfig[]>;
  readonly #secrets: JsonFile<Secrets>;
  readonly #report: (problem: HcmError) => void;
  readonly #now: () => number;

  constructor(
    connections: JsonFile<readonly ConnectionConfig[]>,
    secrets: JsonFile<Secrets>,
    report: (problem: HcmError) => void,
    now: () => number,
  ) {
    this.#connections = connections;
    this.#secrets = secrets;
    this.#report = report;
    this.#now = now;
  }

  get readOnly(): HcmError | null {
    return this.#connections.readOnly ?? this.#secrets.readOnly;
  }

  list(): readonly ConnectionConfig[] {
    return this.#connections.value;
  }

  get(id: string): ConnectionConfig | null {
    return this.#connections.value.find((config) => config.id === id) ?? null;
  }

  secret(id: string, slot: KeySlot = 'primary'): Envelope | null {
    const parsed = envelopeSchema.safeParse(this.#secrets.value.get(secretName(id, slot)));
    return parsed.success ? parsed.data : null;
  }

  async add(config: ConnectionConfig, envelope: Envelope | null): Promise<ConnectionConfig> {
    const added = connectionConfigSchema.parse(config);
    await this.addAll([{ config: added, secrets: envelope === null ? [] : [{ slot: 'primary', envelope }] }]);
    return added;
  }

  async addAll(rows: readonly NewRow[]): Promise<void> {
    const added = rows.map(({ config }) => connectionConfigSchema.parse(config));
    withAdded(this.list(), added);
    if (this.#connections.readOnly !== null) throw this.#connections.readOnly;
    const sealed = new Map(
      rows.flatMap(({ config, secrets }) =>
        secrets.map(({ slot, envelope }) => [secretName(config.id, slot), envelope] as const),
      ),
    );
    if (sealed.size > 0) await this.#secrets.update((secrets) => new Map([...secrets, ...sealed]));
    try {
      await this.#connections.update((list) => withAdded(list, added));
    } catch (error) {
      const known = new Set(this.list().map(({ id }) => id));
      if (!added.some(({ id }) => known.has(id))) await this.#dropSecrets([...sealed.keys()]);
      throw error;
    }
  }

  async update(
    id: string,
    change: ConnectionChange | ((before: ConnectionConfig) => ConnectionChange),
  ): Promise<ConnectionConfig> {
    return this.#change(id, typeof change === 'function' ? change : () => change);
  }

  async rename(id: string, renamed: Renamed): Promise<ConnectionConfig> {
    const { name, endpoint, azure, primary, forgetsSecondary } = renamed;
    const row = {
      ...{ name, endpoint, azure },
      ...(primary === undefined ? {} : { keyName: primary.keyName, entra: null }),
      ...(forgetsSecondary ? { secondaryKeyName: null } : {}),
    };
    const change = (): Promise<ConnectionConfig> =>
      this.#change(id, (before, others) => {
        const key = connectionKey({ ...before, name });
        if (others.some((other) => connectionKey(other) === key))
          throw new HcmError('HCM1040', { name, host: before.host });
        return row;
      });
    const changed = await (primary === undefined
      ? change()
      : this.#withSecret(id, 'primary', primary.envelope, change));
    if (forgetsSecondary) await this.#dropSecrets([secretName(id, 'secondary')]);
    return changed;
  }

  async replaceSecret(
    id: string,
    slot: KeySlot,
    envelope: Envelope,
    keyName: string,
  ): Promise<ConnectionConfig> {
    const change = slot === 'primary' ? { keyName, entra: null } : { secondaryKeyName: keyName };
    return this.#withSecret(id, slot, envelope, () => this.update(id, change));
  }

  async removeSecondarySecret(id: string): Promise<ConnectionConfig> {
    const changed = await this.update(id, { secondaryKeyName: null });
    await this.#dropSecrets([secretName(id, 'secondary')]);
    return changed;
  }

  async remove(id: string): Promise<void> {
    await this.#connections.update((list) => {
      if (!list.some((config) => config.id === id)) noSuchConnection(id);
      return list.filter((config) => config.id !== id);
    });
    await this.#dropSecrets(keySlots.map((slot) => secretName(id, slot)));
  }

  async removeAll(ids: readonly string[]): Promise<readonly ConnectionConfig[]> {
    const wanted = new Set(ids);
    const removed = this.list().filter(({ id }) => wanted.has(id));
    if (removed.length === 0) return [];
    await this.#connections.update((list) => list.filter(({ id }) => !wanted.has(id)));
    await this.#dropSecrets(removed.flatMap(({ id }) => keySlots.map((slot) => secretName(id, slot))));
    return removed;
  }

  proxyPassword(): SealedProxyPassword | null {
    const parsed = envelopeSchema.safeParse(this.#secrets.value.get(proxySecretName));
    if (!parsed.success) return null;
    const place = this.#secrets.value.get(proxyPlaceName);
    return { envelope: parsed.data, place: typeof place === 'string' ? place : null };
  }

  async setProxyPassword(sealed: SealedProxyPassword | null): Promise<void> {
    const names = [proxySecretName, proxyPlaceName];
    if (sealed === null && !names.some((name) => this.#secrets.value.has(name))) return;
    const { envelope, place = null } = sealed ?? {};
    await this.#secrets.update(
      (secrets) =>
        new Map([
          ...[...secrets].filter(([name]) => !names.includes(name)),
          ...(envelope === undefined ? [] : [[proxySecretName, envelope] as const]),
          ...(place === null ? [] : [[proxyPlaceName, place] as const]),
        ]),
    );
  }

  async bindProxyPassword(place: string): Promise<void> {
    await this.#secrets.update((secrets) =>
      secrets.has(proxySecretName) && !secrets.has(proxyPlaceName)
        ? new Map([...secrets, [proxyPlaceName, place]])
        : secrets,
    );
  }

  async reload(): Promise<void> {
    await this.#secrets.reload();
    await this.#connections.reload();
  }

  async reread(): Promise<RereadConnections> {
    const keys = await this.#secrets.reread();
    const { before, after } = await this.#connections.reread();
    const hasOtherKey = (id: string): boolean =>
      keySlots.some((slot) => {
        const name = secretName(id, slot);
        return JSON.stringify(keys.before.get(name)) !== JSON.stringify(keys.after.get(name));
      });
    return { before, after, hasOtherKey };
  }

  async #change(
    id: string,
    change: (before: ConnectionConfig, others: readonly ConnectionConfig[]) => Partial<ConnectionConfig>,
  ): Promise<ConnectionConfig> {
    const updatedAt = new Date(this.#now()).toISOString();
    const list = await this.#connections.update((before) => {
      const found = before.find((config) => config.id === id) ?? noSuchConnection(id);
      const others = before.filter((config) => config !== found);
      const changed = connectionConfigSchema.parse({ ...found, ...change(found, others), updatedAt });
      return before.map((config) => (config === found ? changed : config));
    });
    return list.find((config) => config.id === id) ?? noSuchConnection(id);
  }

  /** The key is there before the row that needs it; when the row can't be written the key of before is back. */
  async #withSecret(
    id: string,
    slot: KeySlot,
    envelope: Envelope,
    change: () => Promise<ConnectionConfig>,
  ): Promise<ConnectionConfig> {
    if (this.get(id) === null) noSuchConnection(id);
    if (this.#connections.readOnly !== null) throw this.#connections.readOnly;
    const place = secretName(id, slot);
    const before = this.#secrets.value.get(place);
    await this.#putSecret(place, envelope);
    try {
      return await change();
    } catch (error) {
      if (before === undefined) await this.#dropSecrets([place]);
      else await this.#quietly(() => this.#putSecret(place, before));
      throw error;
    }
  }

  async #putSecret(name: string, envelope: unknown): Promise<void> {
    await this.#secrets.update((secrets) => new Map(secrets).set(name, envelope));
  }

  /** The row is gone already: a sealed key that stays behind is reported, and no reason to fail. */
  async #dropSecrets(names: readonly string[]): Promise<void> {
    if (!names.some((name) => this.#secrets.value.has(name))) return;
    await this.#quietly(() =>
      this.#secrets.update((secrets) => new Map([...secrets].filter(([known]) => !names.includes(known)))),
    );
  }

  async #quietly(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#report(toFileError(error, 'secrets.json'));
    }
  }
}

/** Where the proxy's password lies in `secrets.json`, and what it is sealed for; no connection's id looks like it. */
export const proxySecretName = 'proxy';

/** Beside it the proxy that it is for. */
const proxyPlaceName = 'proxy/place';

/** Where a connection's key lies in `secrets.json`, and what it is sealed for. */
export function secretName(id: string, slot: KeySlot): string {
  return slot === 'primary' ? id : `${id}/secondary`;
}

/** @throws HcmError HCM1040 when one of them means the same as another. */
function withAdded(
  list: readonly ConnectionConfig[],
  added: readonly ConnectionConfig[],
): readonly ConnectionConfig[] {
  const taken = new Set(list.flatMap((config) => [config.id, connectionKey(config)]));
  for (const config of added) {
    const marks = [config.id, connectionKey(config)];
    if (marks.some((mark) => taken.has(mark)))
      throw new HcmError('HCM1040', { name: config.name, host: config.host });
    for (const mark of marks) taken.add(mark);
  }
  return [...list, ...added];
}

function noSuchConnection(id: string): never {
  throw new HcmError('HCM1041', { id });
}
