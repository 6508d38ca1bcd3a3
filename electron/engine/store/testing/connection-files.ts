/** Configs, sealed keys and an opened store, for tests of the stored connections. */
import { noOwnLimits, type ConnectionConfig } from '../../../contract/connection.ts';
import type { HcmError } from '../../../contract/errors.ts';
import type { Envelope } from '../../secrets/envelope.ts';
import { openConnectionStore, type ConnectionStore } from '../connections.ts';
import type { FileSystem } from '../file-system.ts';

export const later = Date.UTC(2027, 0, 1);

export const envelope = (data: string): Envelope => ({ version: 1, backend: 'keyFile', data });

export function numbered(number: number, change: Partial<ConnectionConfig> = {}): ConnectionConfig {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    kind: 'relay',
    host: 'contoso.servicebus.windows.net',
    port: 443,
    name: `connection-${number}`,
    keyName: 'defaultListener',
    endpoint: null,
    limits: noOwnLimits,
    secondaryKeyName: null,
    caPem: null,
    enabled: true,
    addedBy: null,
    createdAt: '2026-11-02T10:00:00.000Z',
    updatedAt: '2026-11-02T10:00:00.000Z',
    azure: null,
    resource: null,
    entra: null,
    ...change,
  };
}

export async function openStore(
  folder: string,
  fileSystem?: FileSystem,
): Promise<{ store: ConnectionStore; problems: HcmError[] }> {
  const problems: HcmError[] = [];
  const report = (problem: HcmError): void => void problems.push(problem);
  const base = { folder, report, now: () => later };
  const store = await openConnectionStore(fileSystem === undefined ? base : { ...base, fileSystem });
  return { store, problems };
}

/** What another process would find. */
export async function onDisk(
  folder: string,
): Promise<readonly (readonly [ConnectionConfig, Envelope | null])[]> {
  const { store } = await openStore(folder);
  return store.list().map((one) => [one, store.secret(one.id)] as const);
}
