/**
 * Takes Hybrid Connections that were chosen in Azure into this host, with their keys or to listen with an account. One that fails is told, and the rest is
 * done all the same.
 *
 * Invariant: all that can be taken over is written at once, keys sealed before rows; keys are known to the log's redaction
 * before anything is written.
 */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { connectionKey, type EntraSignIn } from '../../contract/connection.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import { about, type CallContext } from '../call-context.ts';
import { secretName, type NewRow } from '../store/connections.ts';
import type { ArmClient } from './arm-client.ts';
import { relayAudience, type AzureCloud } from './clouds.ts';
import { fetchConnection, type Fetched } from './fetch-connection.ts';

type AddInput = CallInput<'azure.add'>;
type Added = CallOutput<'azure.add'>;
type Outcome = { readonly fetched: Fetched } | { readonly problem: ErrorData };

interface TakeOverPorts {
  readonly arm: ArmClient;
  readonly cloud: AzureCloud;
  /** They listen with this account; with keys when left out. */
  readonly entra?: EntraSignIn | null;
}

export async function takeOver(
  context: CallContext,
  input: AddInput,
  { arm, cloud, entra = null }: TakeOverPorts,
): Promise<Added> {
  const { store, clock } = context.ports;
  if (store.readOnly !== null) throw store.readOnly;
  const { tenantId, subscriptionId, mayUseRootKey, by } = input;
  if (entra !== null) relayAudience(cloud);
  const outcomes = await Promise.all(
    input.connections.map(async ({ resourceGroup, namespace, name, endpoint }): Promise<Outcome> => {
      const place = { subscriptionId, resourceGroup, namespace };
      try {
        const wanted = { place, tenantId, name, endpoint, mayUseRootKey, entra, by };
        return { fetched: await fetchConnection(wanted, { arm, cloud, nowMs: clock.now() }) };
      } catch (error) {
        return { problem: toErrorData(error) };
      }
    }),
  );
  // As it is by now: what was added while Azure answered keeps nobody else out.
  const taken = new Set(store.list().map(connectionKey));
  const fresh = outcomes.map((outcome): Outcome => {
    if ('problem' in outcome) return outcome;
    const { config } = outcome.fetched;
    const key = connectionKey(config);
    if (taken.has(key))
      return { problem: toErrorData(new HcmError('HCM1040', { name: config.name, host: config.host })) };
    taken.add(key);
    return outcome;
  });
  const failed = await keep(
    context,
    fresh.flatMap((one) => ('fetched' in one ? [one.fetched] : [])),
    by,
  );
  const results = fresh.map((one) => {
    if ('problem' in one) return { connection: null, problem: one.problem };
    return failed === null
      ? { connection: context.view(one.fetched.config), problem: null }
      : { connection: null, problem: failed };
  });
  return { results };
}

/** @returns why nothing was kept; null when all is. */
async function keep(
  context: CallContext,
  fetched: readonly Fetched[],
  by: string | undefined,
): Promise<ErrorData | null> {
  if (fetched.length === 0) return null;
  const { store, records, running, feed, options } = context.ports;
  try {
    const rows: NewRow[] = [];
    for (const one of fetched) rows.push(await sealed(context, one));
    await store.addAll(rows);
  } catch (error) {
    return toErrorData(error);
  }
  for (const { config } of fetched) {
    records.changed(config.id, 'added', by);
    running()?.supervisor.add(config);
    feed.changed(config.id);
    options.log.info('connection added', { ...about(config), host: config.host, from: 'azure' });
  }
  return null;
}

async function sealed(context: CallContext, { config, key, secondary }: Fetched): Promise<NewRow> {
  const { secretBox, secrets } = context.ports.options;
  const given = [
    ['primary', key],
    ['secondary', secondary],
  ] as const;
  const kept = await Promise.all(
    given.map(async ([slot, text]) => {
      if (text === null) return [];
      secrets.add(text);
      return [{ slot, envelope: await secretBox.seal(text, secretName(config.id, slot)) }];
    }),
  );
  return { config, secrets: kept.flat() };
}
