/**
 * Asks Azure about each connection before it is imported, and tries the endpoints, all by the host: it is the one that
 * will have to reach them.
 *
 * Invariants: few questions at once; once a relay host can't be reached, nobody waits for it again for each of its
 * connections; an endpoint that doesn't answer is a remark, no reason to leave a connection behind.
 */
import type { Host } from '../../contract/api.ts';
import { errorTable, toErrorData, type ErrorData } from '../../contract/errors.ts';
import { formatHostPort, parseHostPort } from '../../contract/host-port.ts';
import { isToDo, withProblem, type ImportItem, type ToDo } from './import-item.ts';

/** As many as the host answers at the same time. */
const atOnce = 3;

/** What came of asking about one connection. */
export interface Verification {
  /** Why Azure doesn't answer as it should. */
  readonly refused: ErrorData | null;
  /** Where sessions would go, host:port; null where nobody knows. */
  readonly endpoint: string | null;
  /** Why the endpoint can't be reached from the host. */
  readonly remark: ErrorData | null;
}

export interface VerifyOptions {
  readonly onAsking?: (item: ToDo) => void;
  readonly onVerified?: (item: ToDo, verification: Verification) => void;
  /** Nobody else is asked about once it is aborted, and nothing is told any more. */
  readonly signal?: AbortSignal;
}

/** @param keepUnverified import also what Azure refuses. */
export async function verifyImport(
  host: Host,
  items: readonly ImportItem[],
  keepUnverified: boolean,
): Promise<readonly ImportItem[]> {
  const verified = new Map<ImportItem, ImportItem>();
  await verifyItems(host, items.filter(isToDo), {
    onVerified: (item, { refused, remark }) => {
      const action = refused === null || keepUnverified ? item.action : 'unverified';
      // Azure's own shows in the list of connections.
      const told = item.desired.endpoint == null ? null : remark;
      verified.set(item, withProblem(item, action, refused ?? told));
    },
  });
  return items.map((item) => verified.get(item) ?? item);
}

/** Asks about each, and tells of each as soon as its answer is there. */
export async function verifyItems(
  host: Host,
  items: readonly ToDo[],
  { onAsking, onVerified, signal }: VerifyOptions,
): Promise<void> {
  const unreachable = new Map<string, ErrorData>();
  const next = items.filter(isAskable).values();
  const work = async (): Promise<void> => {
    for (const item of next) {
      if (signal?.aborted) return;
      onAsking?.(item);
      const verification = await verifyOne(host, item, unreachable.get(item.host));
      if (signal?.aborted) return;
      const { refused } = verification;
      if (refused !== null && errorTable[refused.code].scope === 'host') unreachable.set(item.host, refused);
      onVerified?.(item, verification);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** BizTalk: there is nobody left to ask. */
export function isAskable({ kind }: ImportItem): boolean {
  return kind === 'relay';
}

async function verifyOne(host: Host, item: ToDo, known: ErrorData | undefined): Promise<Verification> {
  const { connectionString, entityPath, caPem, endpoint: byHand } = item.desired;
  const { endpoint } = item;
  if (known !== undefined) return { refused: known, endpoint, remark: null };
  try {
    const { problem, azure, reached } = await host.call('connections.inspect', {
      connectionString,
      ...(entityPath === undefined ? {} : { entityPath }),
      ...(caPem == null ? {} : { caPem }),
    });
    if (problem !== null) return { refused: problem, endpoint, remark: null };
    if (byHand != null) return { refused: null, endpoint: byHand, remark: await tryEndpoint(host, byHand) };
    const inAzure = azure?.endpoint ?? null;
    return {
      refused: null,
      endpoint: inAzure === null ? endpoint : formatHostPort(inAzure),
      remark: reached?.problem ?? null,
    };
  } catch (error) {
    return { refused: toErrorData(error), endpoint, remark: null };
  }
}

/** The one of the file: Azure’s is tried with the question. */
async function tryEndpoint(host: Host, endpoint: string): Promise<ErrorData | null> {
  const reading = parseHostPort(endpoint);
  if (!reading.ok) return null;
  try {
    await host.call('endpoints.test', { host: reading.host, port: reading.port });
    return null;
  } catch (error) {
    return toErrorData(error);
  }
}
