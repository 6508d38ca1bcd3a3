/**
 * Adds what was chosen, some at a time, so that each answer shows, none takes longer than a host's client waits, and a person
 * can stop between them. One run at a time; it ends with the component.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../../electron/contract/api.ts';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import type { ChosenPlace } from '../../components/azure/account-and-subscription.tsx';
import { useBridge } from '../../services.tsx';
import type { Choice } from './choice.ts';

/** A host always says why. */
const unsaid: ErrorData = { code: 'HCM9001', details: {} };

/** A key costs a handful of requests; a host asks few at once, and Azure may make it wait. */
const atOnce = 10;

export interface SaveWishes {
  readonly rows: readonly AzureConnection[];
  readonly choice: Choice;
  readonly mayUseRootKey: boolean;
}

export interface Saved {
  readonly added: readonly ConnectionView[];
  readonly failed: number;
  /** Not tried any more, because somebody stopped it. */
  readonly left: number;
}

interface Saving {
  readonly done: number;
  readonly count: number;
}

export type OnOutcome = (id: string, problem: ErrorData | null) => void;

export function useSave(
  place: ChosenPlace | null,
  onOutcome: OnOutcome,
): {
  /** Null while nothing is added. */
  readonly saving: Saving | null;
  readonly save: (wishes: SaveWishes) => Promise<Saved>;
  /** What is on its way to the host is still added. */
  readonly stop: () => void;
} {
  const bridge = useBridge();
  const [saving, setSaving] = useState<Saving | null>(null);
  const underway = useRef<AbortController | null>(null);
  const stop = useCallback(() => underway.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const save = useCallback(
    async ({ rows, choice, mayUseRootKey }: SaveWishes): Promise<Saved> => {
      if (underway.current !== null || place === null) return { added: [], failed: 0, left: 0 };
      const { account, subscription } = place;
      const { signal } = (underway.current = new AbortController());
      const added: ConnectionView[] = [];
      let done = 0;
      try {
        for (let first = 0; first < rows.length && !signal.aborted; first += atOnce) {
          setSaving({ done, count: rows.length });
          const some = rows.slice(first, first + atOnce);
          const results = await add(some);
          some.forEach(({ resourceId }, index) => {
            const { connection = null, problem = null } = results[index] ?? {};
            if (connection !== null) added.push(connection);
            onOutcome(resourceId, connection === null ? (problem ?? unsaid) : null);
          });
          done += some.length;
        }
      } finally {
        underway.current = null;
        setSaving(null);
      }
      return { added, failed: done - added.length, left: rows.length - done };

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
  return { saving, save, stop };
}

function wanted({ resourceId, resourceGroup, namespace, name }: AzureConnection, { endpoints }: Choice) {
  const endpoint = endpoints.get(resourceId);
  return { resourceGroup, namespace, name, ...(endpoint === undefined ? {} : { endpoint }) };
}
