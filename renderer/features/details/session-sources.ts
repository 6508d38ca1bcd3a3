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

export function openSessionsSource(
  bridge: Bridge,
  connectionId: string,
): HostSource<CallOutput<'sessions.list'>> {
  return { read: () => bridge.call('sessions.list', { connectionId }), poll: true };
}
