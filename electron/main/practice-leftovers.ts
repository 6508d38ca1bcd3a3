/**
 * The practice relay's connections, told from everybody else's by who added them, what they are called and where they lead.
 * All three, because what is mistaken for one is removed without a question.
 */
import type { Host } from '../contract/api.ts';
import type { ConnectionConfig } from '../contract/connection.ts';
import { toErrorData } from '../contract/errors.ts';
import type { Logger } from '../engine/log/logger.ts';
import { demoName, practiceAuthor } from '../contract/practice-author.ts';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

export function isDemoConnection({ addedBy, name, host }: ConnectionConfig): boolean {
  return addedBy === practiceAuthor && name === demoName && loopback.has(host);
}

/** Takes what an earlier practice relay left out of the list. Trouble with it is logged: nothing depends on it. */
export async function removeDemoConnections(host: Host, log: Logger): Promise<void> {
  try {
    const { connections } = await host.call('connections.snapshot', {});
    for (const { config } of connections) {
      if (isDemoConnection(config)) await host.call('connections.remove', { id: config.id });
    }
  } catch (error) {
    log.warn('practice connection not removed', { problem: toErrorData(error) });
  }
}
