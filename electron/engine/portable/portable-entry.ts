/**
 * What one entry of a file of connections comes to, whichever program wrote the file: a connection as this host shall have
 * it, one whose key the file doesn't hold, or what is wrong with it and where. Pure.
 *
 * Invariant: one entry never takes another one down; `place`, names and problems hold no secret, `desired` does.
 */
import type { ConnectionConfig } from '../../contract/connection.ts';
import { parseConnectionString } from '../../contract/connection-string.ts';
import type { DesiredConnection } from '../../contract/desired.ts';
import type { ErrorCode, ErrorData, ErrorDetails } from '../../contract/errors.ts';
import { formatConnectionString } from '../../contract/format-connection-string.ts';
import type { SettingsChange } from '../../contract/settings.ts';
import type { PortableFormat } from '../../contract/portable-answers.ts';
import { defaultRelayPort } from '../../contract/relay-endpoint.ts';

interface Place {
  /** Where in the file, as its own syntax counts: `connections[3]`, `RemoteForward[0].Bindings[1]`. */
  readonly place: string;
}

/** Which Hybrid Connection an entry is about. */
export type PortableTarget = Pick<ConnectionConfig, 'kind' | 'host' | 'port' | 'name'>;

export interface PortableConnection extends Place {
  readonly outcome: 'connection';
  readonly target: PortableTarget;
  /** host:port that the file names, for people: Azure's own isn't part of `desired`. */
  readonly endpoint: string | null;
  /** Holds keys: never log it. */
  readonly desired: DesiredConnection;
}

export interface KeylessEntry extends Place {
  readonly outcome: 'keyless';
  readonly target: PortableTarget;
  readonly endpoint: string | null;
}

export interface RefusedEntry extends Place {
  readonly outcome: 'refused';
  /** As far as it could be read; empty where it couldn't. */
  readonly name: string;
  readonly host: string;
  readonly problem: ErrorData;
}

export type PortableEntry = PortableConnection | KeylessEntry | RefusedEntry;

export interface PortableFile {
  readonly format: PortableFormat;
  readonly entries: readonly PortableEntry[];
  /** Of an export. */
  readonly settings?: SettingsChange;
  /** Of the proxy that they name; null for none. A secret: never log it. */
  readonly proxyPassword?: string | null;
}

interface StringOptions {
  readonly place: string;
  /** Name for the string of a whole namespace. */
  readonly entityPath?: string;
  readonly endpoint?: string | null;
  /** What the host shall have beside the string. */
  readonly wanted?: Omit<DesiredConnection, 'connectionString' | 'entityPath'>;
}

/** An entry that is one connection string, in whichever of its forms (relay-protocol §1.1, §1.4). */
export function entryOfString(connectionString: string, options: StringOptions): PortableEntry {
  const { place, entityPath, endpoint = null, wanted = {} } = options;
  const named = entityPath === undefined ? {} : { entityPath };
  const parsed = parseConnectionString(connectionString, { purpose: 'listen', ...named });
  if (parsed.outcome === 'refused') {
    const [{ code, details }] = parsed.problems;
    const { name, host } = parsed.seen;
    return {
      outcome: 'refused',
      place,
      name: name ?? entityPath ?? '',
      host: host ?? '',
      problem: { code, details },
    };
  }
  const shared = { outcome: 'connection', place, endpoint } as const;
  if (parsed.outcome === 'biztalk') {
    const { host, name } = parsed.value;
    const target = { kind: 'biztalk', host, port: defaultRelayPort, name } as const;
    return { ...shared, target, desired: { connectionString, ...wanted } };
  }
  const { host, port, entityPath: name } = parsed.value;
  // In the portal's form, whatever the entry's was: so that two of the same are seen to be.
  const desired = { connectionString: formatConnectionString(parsed.value), ...wanted };
  return { ...shared, target: { kind: 'relay', host, port, name }, desired };
}

export interface StringParts {
  /** `sb://host/` */
  readonly address: string;
  readonly name: string;
  /** Empty where the file has none. */
  readonly keyName: string;
  readonly key: string;
}

/** An entry that has the parts of a connection string, perhaps without the key. */
export function entryOfParts(
  { address, name, keyName, key }: StringParts,
  options: Omit<StringOptions, 'entityPath'>,
): PortableEntry {
  const { place, endpoint = null } = options;
  const isKeyless = keyName === '' || key === '';
  // Without its key all the rest is still checked, with a word in its place.
  const parts = {
    Endpoint: address,
    SharedAccessKeyName: isKeyless ? 'none' : keyName,
    SharedAccessKey: isKeyless ? 'none' : key,
    EntityPath: name,
  };
  const broken = Object.entries(parts).find(([, text]) => text.includes(';'));
  // It would begin a part of its own.
  if (broken !== undefined) return refusedEntry(place, 'HCM1019', { key: broken[0] });
  const pieces = Object.entries(parts).map(([part, text]) => `${part}=${text}`);
  const entry = entryOfString(pieces.join(';'), options);
  if (entry.outcome !== 'connection' || !isKeyless) return entry;
  return { outcome: 'keyless', place, target: entry.target, endpoint };
}

export function refusedEntry(
  place: string,
  code: ErrorCode,
  details: ErrorDetails = {},
  seen: { readonly name?: string; readonly host?: string } = {},
): RefusedEntry {
  const { name = '', host = '' } = seen;
  return { outcome: 'refused', place, name, host, problem: { code, details } };
}
