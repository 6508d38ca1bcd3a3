import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AzureStatus } from '../../electron/contract/status.ts';
import { startExpectationTimers } from '../store/expectation-timers.ts';
import { sampleId, sampleView, sampleViews } from '../testing/sample-views.ts';
import { testServices, type ServicesOfTest } from '../testing/render-with-services.tsx';
import { createConnectionActions, type ConnectionActions } from './connection-actions.ts';

const erpApi = sampleId(2); // connected, 38 sessions
const inventory = sampleId(4); // connected, no session
const labels = sampleId(5); // stopped
const biztalk = sampleId(6); // discontinued
const crm = sampleId(1); // not connected

let services: ServicesOfTest;
let actions: ConnectionActions;

beforeEach(() => {
  services = testServices({
    views: sampleViews(),
    answers: {
      'connections.start': {},
      'connections.stop': {},
      'connections.restart': {},
      'connections.retryNow': {},
      'connections.refresh': {},
      'connections.remove': { closedSessions: 0 },
      'app.copy': {},
      'app.openLink': {},
    },
  });
  actions = createConnectionActions(services);
});

function shown(id: string): AzureStatus | undefined {
  return services.connections.getState().views.get(id)?.azure.status;
}

function toasts(): readonly string[] {
  return services.toasts
    .getState()
    .toasts.map(({ text, code }) => (code === null ? text : `${text} ${code}`));
}

/** Until everything that was asked for has been answered. */
async function settled(): Promise<void> {
  await vi.waitFor(() => expect(services.bridge.recorded.length).toBeGreaterThan(0));
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('what a click does at once', () => {
  it('restarts without a question where no session is open, and shows Connecting before the host answers', async () => {
    const held = services.bridge.hold('connections.restart');
    actions.restart([inventory]);
    expect(shown(inventory)).toBe('connecting');
    expect(services.ui.getState().dialog).toBeNull();
    held.release({});
    await settled();
    expect(services.bridge.inputsOf('connections.restart')).toEqual([{ id: inventory, by: 'm.keller' }]);
    expect(toasts()).toEqual(['Restarted inventory-db.']);
  });

  it.each([
    ['start', labels, 'connecting', 'connections.start'],
    ['stop', inventory, 'stopped', 'connections.stop'],
    ['retryNow', crm, 'connecting', 'connections.retryNow'],
  ] as const)('%s', async (action, id, status, call) => {
    actions[action]([id]);
    expect(shown(id)).toBe(status);
    await settled();
    expect(services.bridge.inputsOf(call)).toHaveLength(1);
    expect(toasts()).toEqual([]);
  });

  it('asks first where sessions are open, and does nothing meanwhile', () => {
    actions.restart([erpApi, labels]);
    expect(services.ui.getState().dialog).toEqual({ kind: 'restart', ids: [erpApi] });
    expect(shown(erpApi)).toBe('connected');
    expect(services.bridge.recorded).toEqual([]);
  });

  it('always asks before Remove', () => {
    actions.remove([labels]);
    expect(services.ui.getState().dialog).toEqual({ kind: 'remove', ids: [labels] });
    expect(services.bridge.recorded).toEqual([]);
  });

  it('touches of a mixed selection only what allows it', async () => {
    actions.start([erpApi, labels, biztalk]);
    await settled();
    expect(services.bridge.inputsOf('connections.start')).toEqual([{ id: labels, by: 'm.keller' }]);
  });
});

describe('when the host refuses', () => {
  it('shows the truth again and says why, with the code', async () => {
    services.bridge.refuse('connections.stop', 'HCM4003');
    actions.stop([inventory]);
    expect(shown(inventory)).toBe('stopped');
    await settled();
    expect(shown(inventory)).toBe('connected');
    expect(toasts()).toEqual(['Couldn’t stop inventory-db: The disk is full. HCM4003']);
  });

  it('tells many failures of one kind as one, and what worked beside them', async () => {
    const views = [1, 2, 3].map((number) => sampleView({ number, name: `c${number}` }));
    services.connections.applySnapshot(1, views);
    services.bridge.answer('connections.restart', ({ id }) => {
      if (id === sampleId(2)) return {};
      throw new Error('a bug');
    });
    actions.restart(views.map(({ config }) => config.id));
    await settled();
    expect(toasts()).toEqual([
      'Restarted c2.',
      'Couldn’t restart 2 connections: A fault of this program. HCM9001',
    ]);
  });
});

describe('when the host stays silent', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows the truth again after 3 s and says so', async () => {
    const end = startExpectationTimers(services.connections, services.toasts);
    actions.stop([inventory]);
    expect(shown(inventory)).toBe('stopped');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(shown(inventory)).toBe('connected');
    expect(toasts()).toEqual(['That didn’t take effect. The state shown is the true one.']);
    end();
  });
});

describe('refresh', () => {
  it('asks for all that exist still, and says that it runs until the last answer is there', async () => {
    const held = services.bridge.hold('connections.refresh');
    const done = actions.refresh();
    expect(services.ui.getState().refreshing).toBe(1);
    held.release({});
    await done;
    expect(services.ui.getState().refreshing).toBe(0);
    const asked = services.bridge.inputsOf('connections.refresh').map(({ id }) => id);
    expect(asked).toHaveLength(9);
    expect(asked).not.toContain(biztalk);
  });

  it('tells once that no host answers', async () => {
    services.bridge.refuse('connections.refresh', 'HCM5005');
    await actions.refresh();
    expect(services.ui.getState().refreshing).toBe(0);
    expect(toasts()).toEqual(['Couldn’t refresh 9 connections: The host isn’t answering. HCM5005']);
  });
});

describe('the rest', () => {
  it('copies details and says so', async () => {
    actions.copyDetails([erpApi]);
    await settled();
    expect(services.bridge.inputsOf('app.copy')[0]?.text).toContain('Hybrid Connection: erp-api');
    expect(toasts()).toEqual(['Copied.']);
  });

  it('says when nothing could be copied or opened', async () => {
    services.bridge.refuse('app.copy', 'HCM5005');
    services.bridge.refuse('app.openLink', 'HCM5005');
    actions.copy('text');
    actions.openInAzure();
    await settled();
    expect(toasts()).toEqual([
      'Couldn’t copy: The host isn’t answering. HCM5005',
      'Couldn’t open Azure: The host isn’t answering. HCM5005',
    ]);
  });

  it.each([
    ['test', erpApi, { kind: 'test', endpoint: 'erp-api.corp.contoso.com:443' }],
    ['replaceKey', erpApi, { kind: 'replaceKey', id: erpApi }],
    ['closeSessionsNow', erpApi, { kind: 'closeSessions', id: erpApi }],
    ['howToReplace', biztalk, { kind: 'howToReplace', ids: [biztalk] }],
  ] as const)('%s opens its dialog', (action, id, dialog) => {
    actions.run(action, [id]);
    expect(services.ui.getState().dialog).toEqual(dialog);
  });

  it('tests an empty field for several', () => {
    actions.testSelected(sampleViews());
    expect(services.ui.getState().dialog).toEqual({ kind: 'test', endpoint: '' });
  });
});
