/**
 * From what is desired to connections that could be kept: reads every string, endpoint and CA before anything is done, and
 * finds all that is wrong. Pure but for the new ids.
 *
 * Invariant: a fault never holds a key.
 */
import { isIP } from 'node:net';
import { connectionKey, noOwnLimits, type ConnectionConfig } from '../../contract/connection.ts';
import { parseConnectionString } from '../../contract/connection-string.ts';
import type { DesiredConnection, DesiredFault } from '../../contract/desired.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import { splitPem } from '../net/trust.ts';
import { readEndpoint, readNewConnection, type NewConnection } from '../new-connection.ts';
import { mayDialByDefault, type MayDial } from '../policy/may-dial.ts';
import { readReplacementKey, type ReplacementKey } from '../replacement-key.ts';
import { withoutUndefined } from '../without-undefined.ts';

export interface DesiredTarget {
  readonly desired: DesiredConnection;
  /** As it would be added. */
  readonly config: ConnectionConfig;
  /** null where no key is needed (BizTalk). A secret: never log it. */
  readonly key: string | null;
  /** undefined: stays as it is; null: none. A secret: never log it. */
  readonly secondary: ReplacementKey | null | undefined;
  /** In its usual spelling; undefined: stays as it is. */
  readonly caPem: string | null | undefined;
}

export interface ReadDesiredOptions {
  readonly nowMs: number;
  readonly by: string | undefined;
  readonly mayDial?: MayDial | undefined;
}

export interface DesiredReading {
  readonly targets: readonly DesiredTarget[];
  readonly faults: readonly DesiredFault[];
}

export function readDesired(
  connections: readonly DesiredConnection[],
  options: ReadDesiredOptions,
): DesiredReading {
  const faults: DesiredFault[] = [];
  const targets: DesiredTarget[] = [];
  const places = new Map<string, number>();
  connections.forEach((desired, index) => {
    const problems: ErrorData[] = [];
    const target = readTarget(desired, options, problems);
    if (target !== null) {
      const key = connectionKey(target.config);
      const first = places.get(key);
      const { name, host } = target.config;
      if (first === undefined) places.set(key, index);
      else problems.push({ code: 'HCM1071', details: { name, host, position: first + 1 } });
      targets.push(target);
    }
    faults.push(...problems.map((error) => ({ index, error })));
  });
  return { targets, faults };
}

function readTarget(
  desired: DesiredConnection,
  { nowMs, by, mayDial = mayDialByDefault }: ReadDesiredOptions,
  problems: ErrorData[],
): DesiredTarget | null {
  const { connectionString, entityPath, endpoint, caPem } = desired;
  // What stands beside the string is read first: a string that is wrong shouldn't hide it.
  const authorities = attempt(problems, () => normalCa(caPem));
  if (typeof endpoint === 'string') attempt(problems, () => requireDialable(endpoint, mayDial));
  const found = readString(connectionString, entityPath, problems, () =>
    readNewConnection(
      { connectionString, ...(entityPath === undefined ? {} : { entityPath }), ...addedBy(by) },
      nowMs,
    ),
  );
  if (found === undefined) return null;
  const second = attempt(problems, () => readSecondary(desired, found));
  if (problems.length > 0) return null;
  const config = configOf(desired, found, second, authorities);
  return { desired, config, key: found.key, secondary: second, caPem: authorities };
}

function configOf(
  { endpoint, limits, enabled }: DesiredConnection,
  { config }: NewConnection,
  secondary: ReplacementKey | null | undefined,
  caPem: string | null | undefined,
): ConnectionConfig {
  return {
    ...config,
    secondaryKeyName: secondary?.keyName ?? null,
    endpoint: typeof endpoint === 'string' ? readEndpoint(endpoint).endpoint : null,
    caPem: caPem ?? null,
    limits: { ...noOwnLimits, ...withoutUndefined(limits ?? {}) },
    enabled: enabled ?? true,
  };
}

/** A string that can't be read says everything that is wrong with it. */
function readString<Value>(
  text: string,
  entityPath: string | undefined,
  problems: ErrorData[],
  read: () => Value,
): Value | undefined {
  const parsed = parseConnectionString(text, {
    purpose: 'listen',
    ...(entityPath === undefined ? {} : { entityPath }),
  });
  if (parsed.outcome !== 'refused') return attempt(problems, read);
  problems.push(...parsed.problems.map(({ code, details }) => ({ code, details })));
  return undefined;
}

function readSecondary(
  { secondaryConnectionString: text }: DesiredConnection,
  { config, key }: NewConnection,
): ReplacementKey | null | undefined {
  if (typeof text !== 'string') return text;
  const second = readReplacementKey(text, config);
  if (second.key === key) throw new HcmError('HCM1045', { name: config.name });
  return second;
}

function normalCa(pem: string | null | undefined): string | null | undefined {
  return typeof pem === 'string' ? splitPem(pem, 'the CA file').join('\n') : pem;
}

/** A name is asked about when it is dialled, after DNS; an address can be told now. */
function requireDialable(text: string, mayDial: MayDial): void {
  const { host, port } = readEndpoint(text).endpoint;
  if (isIP(host) === 0) return;
  const verdict = mayDial(host, port, host);
  if (!verdict.allowed) throw new HcmError('HCM3106', { host, port, reason: verdict.reason });
}

function addedBy(by: string | undefined): { readonly addedBy?: string } {
  return by === undefined ? {} : { addedBy: by };
}

function attempt<Value>(problems: ErrorData[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HcmError)) throw error;
    problems.push(toErrorData(error));
    return undefined;
  }
}
