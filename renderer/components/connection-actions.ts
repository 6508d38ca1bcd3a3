/**
 * Everything a person can do with connections, wherever the button is: toolbar, menus, details, keys and dialogs all go
 * through here, so that a question is asked, a state shown and a failure told in the same way everywhere.
 *
 * Invariants: an action touches only connections whose state allows it; what it leads to shows at once, and the truth is
 * back when the host refuses it or doesn't confirm it in time. What a person may not do isn't begun: a message says why, for
 * keys have no button that could.
 */
import { useMemo } from 'react';
import type { CallName } from '../../electron/contract/api.ts';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { toErrorData, type ErrorData, type ErrorDetails } from '../../electron/contract/errors.ts';
import { unknownValue } from '../../electron/contract/format.ts';
import { formatHostPort } from '../../electron/contract/host-port.ts';
import {
  couldNotAtAllTexts,
  doneTexts,
  type couldNotTexts,
} from '../../electron/contract/messages/texts/actions.ts';
import { azureRowActionTexts } from '../../electron/contract/messages/texts/azure-row.ts';
import { viewerTexts } from '../../electron/contract/messages/texts/viewer.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';
import { gatewayStringSeconds } from '../../electron/contract/gateway-string-seconds.ts';
import { useServices, type Services } from '../services.tsx';
import type { ShellState } from '../store/shell-store.ts';
import type { OpenDialog } from '../store/ui-store.ts';
import { expectedStatus, touchedBy, type HostAction, type OfferedAction } from './actions-for.ts';
import { callOfAzureAction, type AzureRowAction } from './azure-row-actions.ts';
import { copyText, type CopiedVersions } from './copy-text.ts';
import { callOfAction, callOfDialog } from './needed-call.ts';
import { doneText, failureToasts } from './outcome-texts.ts';
import { eachSideBySide, type Failure } from './side-by-side.ts';
import { whyNot } from './use-why-not.ts';

type Ids = readonly string[];
type Failures = readonly Failure<ConnectionView>[];

export interface ConnectionActions {
  restart(ids: Ids): void;
  start(ids: Ids): void;
  stop(ids: Ids): void;
  retryNow(ids: Ids): void;
  /** Of all connections when none are named. Resolves when every answer is there. */
  refresh(ids?: Ids): Promise<void>;
  remove(ids: Ids): void;
  /** @param endpointText what the field holds at first, `host:port` or empty. */
  test(endpointText: string): void;
  /** Asks for any host and port; of one connection its endpoint is there already. */
  testSelected(views: readonly ConnectionView[]): void;
  replaceKey(id: string): void;
  closeSessions(id: string): void;
  copyDetails(ids: Ids): void;
  /** Puts a text on the clipboard and says so. */
  copy(text: string): void;
  howToReplace(ids: Ids): void;
  /** The connection's own page in the portal; without an id the portal. */
  openInAzure(id?: string): void;
  /** Asks first, in a box of the main process: the page never sees a key. */
  copyGatewayString(id: string): void;
  /** Whatever `azureActionsFor` offers. */
  runInAzure(action: AzureRowAction, id: string): void;
  openDetails(id: string): void;
  /** Unless the person may not do what it is for. */
  openDialog(dialog: OpenDialog): void;
  /** Whatever `actionsFor` offers. */
  run(action: OfferedAction, ids: Ids): void;
  /** Without a question, for dialogs that have asked; failures are for the caller to show. */
  perform(action: HostAction | 'remove', ids: Ids): Promise<Failures>;
}

export function useConnectionActions(): ConnectionActions {
  const services = useServices();
  return useMemo(() => createConnectionActions(services), [services]);
}

export function createConnectionActions(services: Services): ConnectionActions {
  const { bridge, connections, shell, toasts, ui } = services;

  function viewsOf(ids: Ids): readonly ConnectionView[] {
    const { views } = connections.getState();
    return ids.flatMap((id) => views.get(id) ?? []);
  }

  /** False for whoever may not: then it has been said. */
  function may(need: CallName | null): boolean {
    if (whyNot(shell.getState().host, need) === null) return true;
    // Once is enough for a key that is held down.
    const isSaid = toasts.getState().toasts.some(({ text }) => text === viewerTexts.refused);
    if (!isSaid) toasts.show('info', viewerTexts.refused);
    return false;
  }

  function openDialog(dialog: OpenDialog): void {
    if (may(callOfDialog[dialog.kind])) ui.openDialog(dialog);
  }

  async function perform(action: HostAction | 'remove', ids: Ids): Promise<Failures> {
    const touched = touchedBy(viewsOf(ids), action);
    // Whether the host confirms it in time is watched beside the store.
    // A retry may wait for its turn: while a relay can't be reached one connection tries for all.
    if (action !== 'remove')
      for (const view of touched)
        connections.expect(view.config.id, expectedStatus(action, view), action === 'retryNow');
    const failures = await eachSideBySide(touched, ({ config: { id } }) => callHost(services, action, id));
    for (const { item } of failures) connections.forget(item.config.id);
    const done = touched.filter((view) => !failures.some(({ item }) => item === view));
    const text = doneText(action, done);
    if (text !== null) toasts.show('success', text);
    return failures;
  }

  function tellFailures(action: keyof typeof couldNotTexts, failures: Failures): void {
    for (const { text, code } of failureToasts(action, failures)) toasts.show('error', text, code);
  }

  async function performAndTell(action: HostAction, ids: Ids): Promise<void> {
    if (!may(callOfAction[action])) return;
    tellFailures(action, await perform(action, ids));
  }

  /** Open sessions are other people's work: they are asked about first. */
  function askOrDo(action: 'restart' | 'stop', ids: Ids): void {
    const touched = touchedBy(viewsOf(ids), action);
    const hasSessions = touched.some(({ sessions }) => sessions > 0);
    const touchedIds = touched.map(({ config }) => config.id);
    if (hasSessions) openDialog({ kind: action, ids: touchedIds });
    else void performAndTell(action, touchedIds);
  }

  function tell(text: string, error: ErrorData, details: ErrorDetails = {}): void {
    const { title, code } = describeError(error);
    toasts.show('error', fillText(text, { ...details, problem: title }), code);
  }

  const actions: ConnectionActions = {
    perform,
    restart: (ids) => askOrDo('restart', ids),
    stop: (ids) => askOrDo('stop', ids),
    start: (ids) => void performAndTell('start', ids),
    retryNow: (ids) => void performAndTell('retryNow', ids),
    refresh: async (ids) => {
      if (!may('connections.refresh')) return;
      // A discontinued connection has nothing behind it that could be asked.
      const wanted = viewsOf(ids ?? [...connections.getState().views.keys()]).filter(
        ({ azure }) => azure.status !== 'discontinued',
      );
      const end = ui.startRefresh();
      const failures = await eachSideBySide(wanted, ({ config }) =>
        bridge.call('connections.refresh', { id: config.id }),
      );
      end();
      tellFailures('refresh', failures);
    },
    remove: (ids) => {
      if (ids.length > 0) openDialog({ kind: 'remove', ids });
    },
    test: (endpoint) => openDialog({ kind: 'test', endpoint }),
    testSelected: (views) => {
      const [first, second] = views;
      const endpoint = second === undefined ? (first?.config.endpoint ?? null) : null;
      actions.test(endpoint === null ? '' : formatHostPort(endpoint));
    },
    replaceKey: (id) => openDialog({ kind: 'replaceKey', id }),
    closeSessions: (id) => openDialog({ kind: 'closeSessions', id }),
    howToReplace: (ids) => openDialog({ kind: 'howToReplace', ids }),
    openDetails: (id) => ui.openDetails(id),
    openDialog,
    copy: (text) => {
      bridge.call('app.copy', { text }).then(
        () => toasts.show('success', doneTexts.copied),
        (error: unknown) => tell(couldNotAtAllTexts.copy, toErrorData(error)),
      );
    },
    copyDetails: (ids) => actions.copy(copyText(viewsOf(ids), versionsOf(shell.getState()))),
    openInAzure: (id) => {
      const opened =
        id === undefined
          ? bridge.call('app.openLink', { link: 'portal' })
          : bridge.call('app.openInPortal', { id });
      opened.catch((error: unknown) => tell(couldNotAtAllTexts.openAzure, toErrorData(error)));
    },
    copyGatewayString: (id) => {
      if (!may(callOfAzureAction.copyGatewayString)) return;
      const name = viewsOf([id])[0]?.config.name ?? '';
      bridge.call('app.copyGatewayString', { id }).then(
        ({ copied }) => {
          if (copied)
            toasts.show(
              'success',
              fillText(azureRowActionTexts.gatewayCopied, { seconds: gatewayStringSeconds }),
            );
        },
        (error: unknown) => tell(azureRowActionTexts.couldNotCopy, toErrorData(error), { name }),
      );
    },
    runInAzure: (action, id) => {
      if (action === 'openInPortal') actions.openInAzure(id);
      else if (action === 'copyGatewayString') actions.copyGatewayString(id);
      else openDialog({ kind: action, id });
    },
    run: (action, ids) => runOffered(actions, action, viewsOf(ids)),
  };
  return actions;
}

function callHost({ bridge, shell }: Services, action: HostAction | 'remove', id: string): Promise<unknown> {
  if (action === 'retryNow') return bridge.call('connections.retryNow', { id });
  return bridge.call(`connections.${action}`, { id, ...byUser(shell.getState()) });
}

/** Who asks, for the list of activities; left out until the app has said it. */
export function byUser({ app }: ShellState): { readonly by?: string } {
  return app === null || app.user === '' ? {} : { by: app.user };
}

function versionsOf({ app, host }: ShellState): CopiedVersions {
  const info = host.mode === 'starting' ? null : host.info;
  return { app: app?.version ?? unknownValue, host: info?.version ?? unknownValue };
}

function runOffered(
  actions: ConnectionActions,
  action: OfferedAction,
  views: readonly ConnectionView[],
): void {
  const ids = touchedBy(views, action).map(({ config }) => config.id);
  const [first] = views;
  if (first === undefined) return;
  const { id } = first.config;
  switch (action) {
    case 'restart':
    case 'start':
    case 'stop':
    case 'retryNow':
    case 'remove':
    case 'copyDetails':
    case 'howToReplace':
      actions[action](ids);
      return;
    case 'replaceKey':
      actions.replaceKey(id);
      return;
    case 'closeSessionsNow':
      actions.closeSessions(id);
      return;
    case 'openInAzure':
      actions.openInAzure(id);
      return;
    case 'test':
      actions.testSelected(views);
      return;
  }
}
