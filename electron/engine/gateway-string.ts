/**
 * The connection string of a connection that is on this host, for another host (S62).
 *
 * Invariant: nothing is handed out without a line in the activity and in the log, with who asked.
 */
import type { CallInput, CallOutput } from '../contract/api.ts';
import type { ConnectionConfig, KeySlot } from '../contract/connection.ts';
import { HcmError } from '../contract/errors.ts';
import { formatConnectionString } from '../contract/format-connection-string.ts';
import type { CallContext } from './call-context.ts';
import { secretName } from './store/connections.ts';

interface OpenKey {
  readonly keyName: string;
  readonly key: string;
}

/** @throws HcmError HCM1016, HCM1041, HCM4010, HCM6053 */
export async function gatewayString(
  context: CallContext,
  { id, by }: CallInput<'connections.gatewayString'>,
): Promise<CallOutput<'connections.gatewayString'>> {
  const config = context.require(id);
  const { host, port, name, kind, entra } = config;
  if (kind === 'biztalk') throw new HcmError('HCM1016', { host });
  if (entra !== null) throw new HcmError('HCM6053', { name });
  const text = formatConnectionString({ host, port, entityPath: name, ...(await openKey(context, config)) });
  context.tell(id, { change: 'gatewayStringGiven', by });
  context.ports.feed.changed(id);
  return { text };
}

/** The one that Azure accepts where that is known, else the first that can be opened. */
async function openKey(context: CallContext, config: ConnectionConfig): Promise<OpenKey> {
  const isSecondaryInUse = context.view(config).keys.inUse === 'secondary';
  const slots: readonly KeySlot[] = isSecondaryInUse ? ['secondary', 'primary'] : ['primary', 'secondary'];
  const { store, options } = context.ports;
  let problem: unknown = new HcmError('HCM4010', { reason: 'no stored key' });
  for (const slot of slots) {
    const keyName = slot === 'primary' ? config.keyName : config.secondaryKeyName;
    const envelope = store.secret(config.id, slot);
    if (keyName === null || envelope === null) continue;
    try {
      const key = await options.secretBox.open(envelope, secretName(config.id, slot));
      options.secrets.add(key);
      return { keyName, key };
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}
