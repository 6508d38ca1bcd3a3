import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AzureJob } from '../../../../electron/contract/azure-resource.ts';
import type { ErrorData } from '../../../../electron/contract/errors.ts';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { renderWithServices } from '../../../testing/render-with-services.tsx';
import { sampleView } from '../../../testing/sample-views.ts';
import type { BegunCreation } from '../../../store/ui-store.ts';
import { JobWatch } from './job-watch.tsx';

const alone = sampleView({ number: 7, name: 'payroll-sql', view: { listeners: 1 } });
const several = sampleView({ number: 7, name: 'payroll-sql', view: { listeners: 3 } });
const { id } = alone.config;
const jobId = '33333333-2222-4333-8444-555555555555';

const creation: Omit<BegunCreation, 'isTold'> = {
  jobId,
  plan: {
    cloud: 'public',
    subscriptionId: '5f0c0c0a-0000-4000-8000-000000000002',
    resourceGroup: 'relays',
    isNewGroup: false,
    namespace: 'contoso-weu',
    newRegion: null,
    name: 'payroll-new',
    endpoint: { host: 'sql01', port: 1433 },
    app: null,
  },
  input: {
    accountId: '5f0c0c0a-0000-4000-8000-000000000003',
    tenantId: 'contoso.com',
    subscriptionId: '5f0c0c0a-0000-4000-8000-000000000002',
    resourceGroup: 'relays',
    mayMakeGroup: false,
    namespace: 'contoso-weu',
    region: null,
    name: 'payroll-new',
    endpoint: 'sql01:1433',
    appId: null,
  },
};

function ended(problem: ErrorData | null): AzureJob {
  return {
    steps: [{ step: 'add', state: problem === null ? 'done' : 'failed', problem }],
    revision: 3,
    done: true,
    connection: null,
  };
}

const trouble: ErrorData = { code: 'HCM6025', details: {} };
const stopped: ErrorData = { code: 'HCM6002', details: {} };

function watch(answer: AzureJob | 'HCM6018', views: readonly ConnectionView[] = [alone]) {
  const { services } = renderWithServices(<JobWatch />, {
    views,
    answers: answer === 'HCM6018' ? {} : { 'azure.progress': answer },
  });
  const { bridge, toasts, ui } = services;
  if (answer === 'HCM6018') bridge.refuse('azure.progress', answer);
  const told = async (): Promise<string> => {
    await waitFor(() => expect(toasts.getState().toasts).toHaveLength(1));
    return toasts.getState().toasts.map(({ intent, text }) => `${intent}: ${text}`)[0]!;
  };
  return { ui, bridge, toasts, told };
}

describe('JobWatch', () => {
  it.each([
    [ended(null), alone, /^success: Both keys of payroll-sql are new\.$/u],
    [ended(null), several, /^success: Both keys.*Now run Sync keys on every other host/u],
    [
      ended(trouble),
      alone,
      /^error: Rotating the keys of payroll-sql isn’t complete: Azure Resource Manager/u,
    ],
    [ended(trouble), several, /^error: .*Run Sync keys on every other host/u],
    [ended(stopped), alone, /^info: Rotating the keys of payroll-sql was stopped\./u],
    ['HCM6018', alone, /^error: How rotating the keys of payroll-sql ended isn’t known/u],
  ] as const)('tells how a rotation ended that no dialog shows: %#', async (answer, view, text) => {
    const { ui, told } = watch(answer, [view]);
    act(() => ui.rotationBegan(id, jobId));
    expect(await told()).toMatch(text);
    expect(ui.getState().rotations.size).toBe(0);
  });

  it('leaves to the dialog what that shows, and takes over when it is closed', async () => {
    const { ui, bridge, told } = watch(ended(null));
    act(() => {
      ui.openDialog({ kind: 'rotateKeys', id });
      ui.rotationBegan(id, jobId);
    });
    expect(bridge.inputsOf('azure.progress')).toEqual([]);
    act(() => ui.closeDialog());
    expect(await told()).toMatch(/^success/u);
  });

  it('tells once of one that isn’t complete, and keeps it for whoever opens the dialog again', async () => {
    const { ui, told, toasts } = watch(ended(trouble));
    act(() => ui.creationBegan(creation));
    expect(await told()).toMatch(/^error: Creating payroll-new isn’t complete: Azure Resource Manager/u);
    expect(ui.getState().creation).toMatchObject({ jobId, isTold: true });
    act(() => ui.openDialog({ kind: 'about' }));
    act(() => ui.closeDialog());
    expect(toasts.getState().toasts).toHaveLength(1);
  });

  it('has nothing to keep of one that is complete', async () => {
    const { ui, told } = watch(ended(null));
    act(() => ui.creationBegan(creation));
    expect(await told()).toBe('success: Created payroll-new.');
    expect(ui.getState().creation).toBeNull();
  });
});
