/**
 * Adds what was chosen, some at a time, so that each answer shows and none takes longer than a host's client waits. One run
 * at a time.
 */
import { useCallback, useRef, useState } from 'react';
import type { CallInput } from '../../../electron/contract/api.ts';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import type { ChosenPlace } from '../../components/azure/account-and-subscription.tsx';
import { useBridge } from '../../services.tsx';
import type { Choice } from './choice.ts';

/** A host always says why. */
const unsaid: ErrorData = { code: 'HCM9001', details: {} };

/** A key costs a handful of requests; a host asks few at once. */
const atOnce = 20;

export interface SaveWishes {
  readonly rows: readonly AzureConnection[];
  readonly choice: Choice;
  readonly mayUseRootKey: boolean;
}

export interface Saved {
  readonly added: readonly ConnectionView[];
  readonly failed: number;
}

export type OnOutcome = (id: string, problem: ErrorData | null) => void;

export function useSave(
  place: ChosenPlace | null,
  onOutcome: OnOutcome,
): { readonly isSaving: boolean; readonly save: (wishes: SaveWishes) => Promise<Saved> } {
  const bridge = useBridge();
  const [isSaving, setSaving] = useState(false);
  const isUnderway = useRef(false);
  const save = useCallback(
    async ({ rows, choice, mayUseRootKey }: SaveWishes): Promise<Saved> => {
      if (isUnderway.current || place === null) return { added: [], failed: 0 };
      const { account, subscription } = place;
      isUnderway.current = true;
      setSaving(true);
      const added: ConnectionView[] = [];
      try {
        for (let first = 0; first < rows.length; first += atOnce) {
          const some = rows.slice(first, first + atOnce);
          const results = await add(some);
          some.forEach(({ resourceId }, index) => {
            const { connection = null, problem = null } = results[index] ?? {};
            if (connection !== null) added.push(connection);
            onOutcome(resourceId, connection === null ? (problem ?? unsaid) : null);
          });
        }
      } finally {
        isUnderway.current = false;
        setSaving(false);
      }
      return { added, failed: rows.length - added.length };

      async function add(some: readonly AzureConnection[]) {
        const input: CallInput<'azure.add'> = {
          accountId: account.id,
          tenantId: subscription.tenantId,
          subscriptionId: subscription.subscriptionId,
          connections: some.map((row) => wanted(row, choice)),
          mayUseRootKey,
          ...(choice.listenWith === 'entra' ? { listenWith: 'entra' } : {}),
        };
        try {
          return (await bridge.call('azure.add', input)).results;
        } catch (error) {
          // Nothing of these: each says why.
          return some.map(() => ({ connection: null, problem: toErrorData(error) }));
        }
      }
    },
    [bridge, place, onOutcome],
  );
  return { isSaving, save };
}

function wanted({ resourceId, resourceGroup, namespace, name }: AzureConnection, { endpoints }: Choice) {
  const endpoint = endpoints.get(resourceId);
  return { resourceGroup, namespace, name, ...(endpoint === undefined ? {} : { endpoint }) };
}
