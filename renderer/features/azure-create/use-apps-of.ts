/**
 * Apps of a connection's subscription and whether they use it, as its dialog shows and changes them.
 *
 * Invariant: one change of an app at a time; what it came to shows at once, and the figures are read anew behind it.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AzureApps } from '../../../electron/contract/azure-resource.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { appsDialogTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { byUser } from '../../components/connection-actions.ts';
import { useServices } from '../../services.tsx';
import { useAnswer } from './use-answer.ts';
import { compareNames } from '../../../electron/contract/locale-formats.ts';

export interface ListedApp extends Readonly<AzureApps['apps'][number]> {
  /** Null when that can't be read. */
  readonly isAttached: boolean | null;
}

export interface AppsOfConnection {
  readonly view: ConnectionView;
  /** Those that use it first, then by name; null until they are there. */
  readonly apps: readonly ListedApp[] | null;
  readonly isUseKnown: boolean;
  /** Why there is nothing to show. */
  readonly problem: ErrorData | null;
  readonly problems: readonly ErrorData[];
  readonly again: () => void;
  /** Id of the app that is being attached or detached. */
  readonly busyId: string | null;
  readonly problemOf: (appId: string) => ErrorData | null;
  readonly attach: (app: ListedApp) => void;
  /** @returns whether it is done. */
  readonly detach: (app: ListedApp) => Promise<boolean>;
}

type Call = 'azure.attach' | 'azure.detach';

export function useAppsOf(view: ConnectionView): AppsOfConnection {
  const { bridge, shell, toasts } = useServices();
  const { id } = view.config;
  const about = useAnswer(useMemo(() => () => bridge.call('azure.about', { id }), [bridge, id]));
  const found = useAnswer(useMemo(() => () => bridge.call('azure.appsFor', { id }), [bridge, id]));
  /** What was done here, which is newer than what was read. */
  const [done, setDone] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [busyId, setBusyId] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ readonly appId: string; readonly error: ErrorData } | null>(null);
  // Closed meanwhile: an answer that comes later is nobody's.
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const users = about.value?.apps ?? null;
  const apps = useMemo(
    () => (found.value === null ? null : listed(found.value.apps, users, done)),
    [found.value, users, done],
  );

  async function change(call: Call, app: ListedApp): Promise<boolean> {
    if (busyId !== null) return false;
    setBusyId(app.id);
    setFailed(null);
    try {
      await bridge.call(call, { id, appId: app.id, ...byUser(shell.getState()) });
      const text = call === 'azure.attach' ? appsDialogTexts.attachedNow : appsDialogTexts.detachedNow;
      toasts.show('success', fillText(text, { app: app.name }));
      if (!isOpen.current) return true;
      setDone((before) => new Map(before).set(plain(app.id), call === 'azure.attach'));
      // How many its plan uses has changed.
      found.again();
      setBusyId(null);
      return true;
    } catch (error) {
      if (isOpen.current) {
        setFailed({ appId: app.id, error: toErrorData(error) });
        setBusyId(null);
      }
      return false;
    }
  }

  return {
    view,
    apps,
    isUseKnown: users !== null,
    problem: found.value === null ? found.problem : null,
    problems: [
      ...(about.problem === null ? [] : [about.problem]),
      ...(users === null ? (about.value?.problems ?? []) : []),
      ...(found.value !== null && found.problem !== null ? [found.problem] : []),
      ...(found.value?.problems ?? []),
    ],
    again: () => {
      about.again();
      found.again();
    },
    busyId,
    problemOf: (appId) => (failed?.appId === appId ? failed.error : null),
    attach: (app) => void change('azure.attach', app),
    detach: (app) => change('azure.detach', app),
  };
}

function listed(
  apps: AzureApps['apps'],
  users: readonly { readonly id: string }[] | null,
  done: ReadonlyMap<string, boolean>,
): readonly ListedApp[] {
  const using = users === null ? null : new Set(users.map((app) => plain(app.id)));
  return apps
    .map((app): ListedApp => {
      const isAttached = done.get(plain(app.id)) ?? using?.has(plain(app.id)) ?? null;
      return { ...app, isAttached };
    })
    .toSorted(
      (one, other) =>
        // By what was read: what was just done moves nothing.
        Number(using?.has(plain(other.id)) ?? false) - Number(using?.has(plain(one.id)) ?? false) ||
        compareNames(one.name, other.name),
    );
}

/** Azure writes ids in different letters. */
function plain(resourceId: string): string {
  return resourceId.toLowerCase();
}
