/**
 * Asks Azure about each connection before it is imported, and tries the endpoints, all by the host: it is the one that
 * will have to reach them.
 *
 * Invariants: few questions at once; once a relay host can't be reached, nobody waits for it again for each of its
 * connections; an endpoint that doesn't answer is a remark, no reason to leave a connection behind.
 */
import type { Host } from '../../contract/api.ts';
import { errorTable, toErrorData, type ErrorData } from '../../contract/errors.ts';
import { parseHostPort } from '../../contract/host-port.ts';
import { isToDo, withProblem, type ImportItem, type ToDo } from './import-item.ts';

/** As many as the host answers at the same time. */
const atOnce = 3;

export async function verifyImport(
  host: Host,
  items: readonly ImportItem[],
  keepUnverified: boolean,
): Promise<readonly ImportItem[]> {
  // BizTalk: there is nobody left to ask.
  const open = items.filter(isToDo).filter(({ kind }) => kind === 'relay');
  const verified = new Map<ImportItem, ImportItem>();
  const unreachable = new Map<string, ErrorData>();
  const next = open.values();
  const work = async (): Promise<void> => {
    for (const item of next) {
      const refused = unreachable.get(item.host) ?? (await askAzure(host, item));
      if (refused === null) verified.set(item, withProblem(item, item.action, await tryEndpoint(host, item)));
      else {
        if (errorTable[refused.code].scope === 'host') unreachable.set(item.host, refused);
        verified.set(item, withProblem(item, keepUnverified ? item.action : 'unverified', refused));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return items.map((item) => verified.get(item) ?? item);
}

/** @returns why Azure doesn't answer as it should. */
async function askAzure(host: Host, { desired }: ToDo): Promise<ErrorData | null> {
  const { connectionString, entityPath, caPem } = desired;
  try {
    const { problem } = await host.call('connections.inspect', {
      connectionString,
      ...(entityPath === undefined ? {} : { entityPath }),
      ...(caPem == null ? {} : { caPem }),
    });
    return problem;
  } catch (error) {
    return toErrorData(error);
  }
}

/** The one of the file; Azure's was tried with the question, and shows in the list of connections. */
async function tryEndpoint(host: Host, { desired }: ToDo): Promise<ErrorData | null> {
  const reading = desired.endpoint == null ? null : parseHostPort(desired.endpoint);
  if (reading?.ok !== true) return null;
  try {
    await host.call('endpoints.test', { host: reading.host, port: reading.port });
    return null;
  } catch (error) {
    return toErrorData(error);
  }
}
