/**
 * Another Hybrid Connection of the same namespace for a connection that is there: it keeps its id, its endpoint by hand, its
 * limits and what is remembered of it.
 *
 * Invariants: Azure has accepted a key for the new one before anything changes; what it refuses there changes nothing; no
 * key that it refuses there is kept as a spare one; no two connections mean the same Hybrid Connection.
 */
import type { CallInput, CallOutput } from '../contract/api.ts';
import {
  connectionKey,
  type ConnectionConfig,
  type ConnectionEndpoint,
  type KeySlot,
} from '../contract/connection.ts';
import { entityNameProblem, maxEntityNameLength } from '../contract/entity-name.ts';
import { HcmError } from '../contract/errors.ts';
import type { CallContext } from './call-context.ts';
import type { ListenProof } from './relay/ask-entity.ts';
import type { EntityInfo } from './relay/entity-info.ts';
import { entraRefusal } from './relay/entra-refusal.ts';
import { readReplacementKey, type ReplacementKey } from './replacement-key.ts';
import { secretName, type Renamed } from './store/connections.ts';

type Key = Pick<ReplacementKey, 'key' | 'keyName'>;

/** @throws HcmError HCM1009, HCM1016, HCM1040, HCM1043, HCM1046, HCM2041, HCM2042, or why Azure said no. */
export async function renameConnection(
  context: CallContext,
  { id, name, connectionString, by }: CallInput<'connections.rename'>,
): Promise<CallOutput<'connections.rename'>> {
  const { options } = context.ports;
  const before = context.require(id);
  if (before.kind === 'biztalk') throw new HcmError('HCM1016', { host: before.host });
  const target = { ...before, name: requireName(name) };
  refuseTaken(context, target);
  const found = connectionString === undefined ? null : readReplacementKey(connectionString, target);
  const forget = found === null ? (): void => undefined : options.secrets.add(found.key);
  try {
    const { azure, endpoint } = await learn(context, before, target, found);
    const forgetsSecondary = !(await mayKeepSecondary(context, target, found));
    const { key, keyName } = found ?? {};
    const renamed: Renamed = {
      ...{ name: target.name, azure, endpoint, forgetsSecondary },
      ...(key === undefined || keyName === undefined
        ? {}
        : { primary: { keyName, envelope: await options.secretBox.seal(key, secretName(id, 'primary')) } }),
    };
    await context.turns.inTurn(id, () => keep(context, before, renamed, by));
  } catch (error) {
    forget();
    // Removed meanwhile: that says more than how the question ended.
    context.require(id);
    throw error;
  }
  return { connection: context.view(context.require(id)), notices: [...(found?.notices ?? [])] };
}

/** A stop or another limit of meanwhile stands: the row is changed as it is by now. */
async function keep(
  context: CallContext,
  before: ConnectionConfig,
  renamed: Renamed,
  by: string | undefined,
): Promise<void> {
  const { store, running, feed } = context.ports;
  const changed = await store.rename(before.id, renamed);
  running()?.supervisor.replace(changed);
  context.tell(before.id, { change: 'renamed', by, detail: before.name });
  feed.changed(before.id);
}

function requireName(text: string): string {
  const name = text.trim();
  const reason = entityNameProblem(name);
  if (reason !== null)
    throw new HcmError('HCM1009', { reason, length: name.length, limit: maxEntityNameLength });
  return name;
}

function refuseTaken({ ports }: CallContext, target: ConnectionConfig): void {
  const isTaken = ports.store.list().some((known) => connectionKey(known) === connectionKey(target));
  if (isTaken) throw new HcmError('HCM1040', { name: target.name, host: target.host });
}

/** The first question to Azure: whether it accepts the key, and what it knows. */
async function learn(
  context: CallContext,
  before: ConnectionConfig,
  target: ConnectionConfig,
  found: Key | null,
): Promise<Pick<Renamed, 'azure'> & { readonly endpoint: ConnectionEndpoint }> {
  const info = await ask(context, target, found ?? (await ownProof(context, target))).catch(
    (error: unknown) => {
      // With a string of its own Azure's words are enough.
      if (found !== null || !isRefusal(error)) throw error;
      if (before.entra !== null) throw entraRefusal(error, target);
      throw new HcmError('HCM1046', { name: target.name, before: before.name }, { cause: error });
    },
  );
  const { createdOn, lastUpdated } = info;
  return { azure: { createdOn, lastUpdated }, endpoint: endpointOf(target, info) };
}

/** What was chosen by hand stays; else the new one's own, which whoever asks for its name asks for, too. */
function endpointOf({ name, host, endpoint }: ConnectionConfig, info: EntityInfo): ConnectionEndpoint {
  if (endpoint?.source === 'manual') return endpoint;
  switch (info.endpoint.kind) {
    case 'found':
      return { host: info.endpoint.host, port: info.endpoint.port, source: 'azure' };
    case 'missing':
      throw new HcmError('HCM2041', { name, host });
    case 'unreadable':
      throw new HcmError('HCM2042', { name, host, value: info.endpoint.value });
  }
}

/** A second key that can't be opened here, or is the new first one, is no spare one either. */
async function mayKeepSecondary(
  context: CallContext,
  target: ConnectionConfig,
  found: Key | null,
): Promise<boolean> {
  const { id, secondaryKeyName: keyName } = target;
  if (keyName === null) return true;
  try {
    const key = await openKey(context, id, 'secondary');
    if (key === found?.key) return false;
    await ask(context, target, { key, keyName });
    return true;
  } catch (error) {
    if (isRefusal(error) || (error instanceof HcmError && error.code === 'HCM4010')) return false;
    throw error;
  }
}

/** What it listens with now. */
async function ownProof(context: CallContext, config: ConnectionConfig): Promise<ListenProof> {
  if (config.entra !== null) return { token: (await context.ports.entra.token(config, 'question')).text };
  return { key: await openKey(context, config.id, 'primary'), keyName: config.keyName };
}

async function openKey({ ports }: CallContext, id: string, slot: KeySlot): Promise<string> {
  const { store, options } = ports;
  const envelope = store.secret(id, slot);
  if (envelope === null) throw new HcmError('HCM4010', { reason: 'no stored key' });
  const key = await options.secretBox.open(envelope, secretName(id, slot));
  options.secrets.add(key);
  return key;
}

async function ask(
  { ports }: CallContext,
  { host, port, name, caPem }: ConnectionConfig,
  proof: ListenProof,
): Promise<EntityInfo> {
  const entity = { host, port, entityPath: name };
  return ports.inspector.askAzure(await ports.relays(), { entity, ...proof, caPem });
}

/** 401 for the key itself, 403 for what its rule may do. */
function isRefusal(error: unknown): error is HcmError {
  return error instanceof HcmError && (error.code === 'HCM2020' || error.code === 'HCM2022');
}
