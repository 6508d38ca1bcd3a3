/**
 * Writes the export of a host's connections. Their keys are opened and sealed again here, inside of the host: in clear
 * they never leave it.
 *
 * Invariant: a key that can't be opened here is named and left out; it never stops the others.
 */
import type { CallOutput } from '../../contract/api.ts';
import type { ConnectionConfig, KeySlot } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { SettingsChange } from '../../contract/settings.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { secretName, type ConnectionStore } from '../store/connections.ts';
import {
  boundText,
  exportedConnectionSchema,
  exportFormat,
  exportVersion,
  type ExportedKeys,
  type ExportedSecrets,
} from './export-document.ts';
import { newSealing, sealText } from './sealed-keys.ts';

export interface ExportPorts {
  readonly store: Pick<ConnectionStore, 'list' | 'secret'>;
  readonly secretBox: Pick<SecretBox, 'open'>;
  readonly settings: SettingsChange;
  /** Of the proxy that they name; null where there is none that can be opened. */
  readonly proxyPassword: () => Promise<string | null>;
  readonly machine: string;
  readonly version: string;
  readonly now: () => number;
  /** Of the derivation of the key; the usual one when left out. */
  readonly cost?: number;
}

/** The answer has to fit into one line of the control socket, quoted. */
const maxTextLength = 3 * 1024 * 1024;

/**
 * @param passphrase null: without secrets.
 * @throws HcmError HCM1092 when it gets too large.
 */
export async function exportConnections(
  { store, secretBox, settings, proxyPassword, machine, version, now, cost }: ExportPorts,
  passphrase: string | null,
  by: string | undefined,
): Promise<CallOutput<'portable.export'>> {
  const configs = store.list();
  const about = {
    format: exportFormat,
    version: exportVersion,
    exportedAt: new Date(now()).toISOString(),
    exportedBy: by ?? null,
    machine,
    program: version,
    connections: configs.map((config) => exportedConnectionSchema.parse(config)),
    settings,
  };
  const keys = passphrase === null ? null : await openKeys(configs, store, secretBox);
  const sealed =
    keys === null || passphrase === null
      ? null
      : await seal(about, { connections: [...keys], proxyPassword: await proxyPassword() }, passphrase, cost);
  const text = `${JSON.stringify({ ...about, keys: sealed }, null, 2)}\n`;
  if (JSON.stringify(text).length > maxTextLength) {
    throw new HcmError('HCM1092', { limit: maxTextLength / 1024 / 1024 });
  }
  const withoutKey = configs.filter(
    (config, index) => keys !== null && config.kind === 'relay' && lacksKey(config, keys[index]),
  );
  return { text, connections: configs.length, withoutKey: withoutKey.map(({ name }) => name) };
}

function lacksKey(config: ConnectionConfig, keys: ExportedKeys[number] | undefined): boolean {
  return keys?.primary == null || (config.secondaryKeyName !== null && keys.secondary === null);
}

async function seal(
  about: Readonly<Record<string, unknown>>,
  secrets: ExportedSecrets,
  passphrase: string,
  cost: number | undefined,
): Promise<object> {
  const sealing = newSealing(cost);
  const bound = boundText({ ...about, keys: sealing });
  return { ...sealing, data: await sealText(JSON.stringify(secrets), sealing, passphrase, bound) };
}

function openKeys(
  configs: readonly ConnectionConfig[],
  store: ExportPorts['store'],
  secretBox: ExportPorts['secretBox'],
): Promise<ExportedKeys> {
  const open = async (id: string, slot: KeySlot): Promise<string | null> => {
    const envelope = store.secret(id, slot);
    if (envelope === null) return null;
    return secretBox.open(envelope, secretName(id, slot)).catch(() => null);
  };
  return Promise.all(
    configs.map(async ({ id, secondaryKeyName }) => ({
      primary: await open(id, 'primary'),
      secondary: secondaryKeyName === null ? null : await open(id, 'secondary'),
    })),
  );
}
