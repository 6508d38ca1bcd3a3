/** What a connection of the list offers about Azure: its part of the details, and its dialogs. */
import type { AzureResource } from '../../../electron/contract/connection.ts';
import { HcmError } from '../../../electron/contract/errors.ts';
import { activities, detailsAnswers } from '../../features/details/testing/sample-sessions.ts';
import {
  sampleAbout,
  sampleAboutOfReader,
  sampleRotation,
} from '../../features/azure-row/testing/sample-about.ts';
import type { OpenDialog } from '../../store/ui-store.ts';
import { sampleAccount } from '../sample-azure-places.ts';
import { sampleViewerHost } from '../sample-host.ts';
import { sampleId, sampleViews } from '../sample-views.ts';
import type { Scene } from '../scene.ts';
import type { Answers } from '../test-bridge.ts';

const id = sampleId(7);
const resource: AzureResource = {
  cloud: 'public',
  tenantId: '11111111-2222-4333-8444-555555555555',
  subscriptionId: '99999999-8888-4777-8666-555555555555',
  resourceGroup: 'relays-prod',
  namespace: 'contoso-relay-weu',
};
const jobId = '33333333-2222-4333-8444-555555555555';

function answersAt(now: number): Answers {
  return {
    ...detailsAnswers(now),
    'activity.list': { activity: [...activities(now)] },
    'azure.about': sampleAbout,
    'azure.accounts': { accounts: [{ ...sampleAccount, id: sampleAbout.accountId }] },
    'azure.startRotation': { id: jobId },
    'azure.progress': sampleRotation(3),
    'azure.stopJob': {},
    'endpoints.test': { dialMs: 4, address: '10.20.4.11' },
  };
}

function details(name: string, answers: Answers = {}, listeners = 2): Scene {
  return {
    name: `azure-row-${name}`,
    bridge: (now) => ({
      answers: { ...answersAt(now), ...answers },
      views: sampleViews(now).map((view) => (view.config.id === id ? { ...view, listeners } : view)),
    }),
    prepare: ({ ui }) => ui.openDetails(id),
  };
}

function dialog(name: string, open: OpenDialog, answers: Answers = {}): Scene {
  return { ...details(name, answers), prepare: ({ ui }) => ui.openDialog(open) };
}

function pressed(scene: Scene, press: string): Scene {
  return { ...scene, press };
}

const refused =
  (code: 'HCM6001' | 'HCM6018' | 'HCM6041'): (() => never) =>
  () => {
    throw new HcmError(code, { name: 'payroll-sql', namespace: 'contoso-relay-weu' });
  };

/** First of the dialog's buttons: what it is for. */
const firstButton = '.fui-DialogActions button';
const ask = 'section[aria-label*="In Azure"] button';

export const scenes: readonly Scene[] = [
  details('unasked', {}, 1),
  {
    ...details('known'),
    bridge: (now) => ({
      answers: answersAt(now),
      views: sampleViews(now).map((view) =>
        view.config.id === id ? { ...view, config: { ...view.config, resource } } : view,
      ),
    }),
  },
  pressed(details('asked'), ask),
  pressed(details('reader', { 'azure.about': sampleAboutOfReader }), ask),
  pressed(details('signed-out', { 'azure.about': refused('HCM6001') }), ask),
  {
    ...details('viewer'),
    bridge: (now) => ({ host: sampleViewerHost(now), answers: answersAt(now) }),
  },
  dialog('sync', { kind: 'syncKeys', id }),
  pressed(
    dialog('sync-root', { kind: 'syncKeys', id }, { 'azure.syncKeys': refused('HCM6041') }),
    firstButton,
  ),
  dialog('rotate', { kind: 'rotateKeys', id }),
  pressed(dialog('rotate-running', { kind: 'rotateKeys', id }), firstButton),
  pressed(
    dialog(
      'rotate-failed',
      { kind: 'rotateKeys', id },
      { 'azure.progress': sampleRotation(2, { code: 'HCM6013', details: { host: 'management.azure.com' } }) },
    ),
    firstButton,
  ),
  pressed(
    dialog('rotate-done', { kind: 'rotateKeys', id }, { 'azure.progress': sampleRotation(6) }),
    firstButton,
  ),
  pressed(
    dialog('rotate-forgotten', { kind: 'rotateKeys', id }, { 'azure.progress': refused('HCM6018') }),
    firstButton,
  ),
  dialog('endpoint', { kind: 'endpointInAzure', id }),
  {
    ...dialog('endpoint-notes', { kind: 'endpointInAzure', id }),
    bridge: (now) => ({
      answers: answersAt(now),
      views: sampleViews(now).map((view) =>
        view.config.id === id
          ? {
              ...view,
              config: { ...view.config, endpoint: { host: '127.0.0.1', port: 445, source: 'azure' } },
            }
          : view,
      ),
    }),
  },
  dialog('delete', { kind: 'deleteInAzure', id }),
];
