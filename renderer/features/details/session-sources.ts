/** Where the details read a connection's sessions from: what is open now, and what has ended since the host started. */
import type { CallOutput } from '../../../electron/contract/api.ts';
import type { Bridge } from '../../bridge.ts';
import type { HostSource } from '../../components/host-read.ts';

export function historySource(
  bridge: Bridge,
  connectionId: string,
): HostSource<CallOutput<'sessions.history'>> {
  return {
    read: () => bridge.call('sessions.history', { connectionId }),
    follow: (again) =>
      bridge.on('session.ended', (session) => {
        if (session.connectionId === connectionId) again();
      }),
  };
}

/** The open sessions, and when they were read: monotonic, milliseconds. */
export interface SessionsLook extends CallOutput<'sessions.list'> {
  readonly atMs: number;
}

export function openSessionsSource(bridge: Bridge, connectionId: string): HostSource<SessionsLook> {
  return {
    read: async () => {
      const { sessions } = await bridge.call('sessions.list', { connectionId });
      return { sessions, atMs: performance.now() };
    },
    poll: true,
  };
}
