/** What a subscription has that a new Hybrid Connection can belong to, and the apps that could use it. */
import { useMemo } from 'react';
import type { CallInput, CallOutput } from '../../../electron/contract/api.ts';
import { useBridge } from '../../services.tsx';
import { useAnswer, type Answer } from './use-answer.ts';

export interface SubscriptionContent {
  readonly places: Answer<CallOutput<'azure.places'>>;
  readonly apps: Answer<CallOutput<'azure.apps'>>;
}

/** @param where the same object for as long as it means the same; null before one is chosen. */
export function useSubscriptionContent(where: CallInput<'azure.places'> | null): SubscriptionContent {
  const bridge = useBridge();
  const readPlaces = useMemo(
    () => (where === null ? null : () => bridge.call('azure.places', where)),
    [bridge, where],
  );
  const readApps = useMemo(
    () => (where === null ? null : () => bridge.call('azure.apps', where)),
    [bridge, where],
  );
  return { places: useAnswer(readPlaces), apps: useAnswer(readApps) };
}
