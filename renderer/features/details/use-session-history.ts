/** The ended sessions of a connection and the figures about them, read again whenever one ends. */
import { useMemo } from 'react';
import type { SessionHistory } from '../../../electron/contract/api.ts';
import { useHostRead, type HostRead } from '../../components/host-read.ts';
import { useBridge } from '../../services.tsx';
import { historySource } from './session-sources.ts';

export function useSessionHistory(connectionId: string): HostRead<SessionHistory> {
  const bridge = useBridge();
  return useHostRead(useMemo(() => historySource(bridge, connectionId), [bridge, connectionId]));
}
