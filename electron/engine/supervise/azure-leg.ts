/** What is shown of one connection's way to Azure: the listener's state in the words of the contract. Pure. */
import type { ConnectionConfig } from '../../contract/connection.ts';
import type { AzureLeg } from '../../contract/connection-view.ts';
import { toErrorData } from '../../contract/errors.ts';
import { statusOfProblem } from '../../contract/status.ts';
import type { ListenerState } from './listener-machine.ts';

interface ListenerSeen {
  readonly state: ListenerState;
  /** When the state began, milliseconds since 1970-01-01 UTC. */
  readonly since: number;
  readonly failures: number;
  readonly answersInMs: number | null;
}

/** @param proxy that the open channel or the last attempt goes through, `host:port`; null for none */
export function azureLegOf(
  { kind }: Pick<ConnectionConfig, 'kind'>,
  { state, since, failures, answersInMs }: ListenerSeen,
  proxy: (of: 'channel' | 'attempt') => string | null,
): AzureLeg {
  const plain = { since, problem: null, retryAt: null, attempt: failures, answersInMs: null } as const;
  if (kind === 'biztalk') return { ...plain, via: null, status: 'discontinued', attempt: 0 };
  switch (state.name) {
    case 'stopped':
      return { ...plain, via: null, status: 'stopped' };
    case 'connecting':
      return { ...plain, via: proxy('attempt'), status: 'connecting' };
    case 'online':
      return { ...plain, via: proxy('channel'), status: 'connected', attempt: 0, answersInMs };
    case 'draining':
      return { ...plain, via: proxy('channel'), status: 'stopping', retryAt: state.until };
    case 'waiting':
    case 'blocked':
      return {
        ...plain,
        via: proxy('attempt'),
        status: statusOfProblem(state.cause.code),
        problem: toErrorData(state.cause),
        retryAt: state.until,
      };
  }
}
