/**
 * The whole window in the hands of somebody who may only look: everything that can be pressed is pressed, once as an
 * administrator, which shows that all of it is found, and once as a viewer.
 */
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mayCall } from '../electron/contract/access.ts';
import type { CallName } from '../electron/contract/api.ts';
import { callChannels } from '../electron/contract/channels.ts';
import type { ConnectionView } from '../electron/contract/connection-view.ts';
import type { HostState } from '../electron/contract/shell-api.ts';
import { App } from './app.tsx';
import { callOfDialog } from './components/needed-call.ts';
import { detailsAnswers } from './features/details/testing/sample-sessions.ts';
import { loadLaterParts } from './later-parts.tsx';
import { testServices, type ServicesOfTest } from './testing/render-with-services.tsx';
import { sampleHost, sampleHostInfo, sampleNow, sampleViewerHost } from './testing/sample-host.ts';
import { sampleId, sampleViews } from './testing/sample-views.ts';

const reason = 'You may look at this host, not change it';
const refusal = 'You may look at this host, not change it. Only its administrators can.';

beforeAll(loadLaterParts);
afterEach(() => void vi.restoreAllMocks());

/** Each state, and one connection with everything at once that asks for somebody. */
function views(): readonly ConnectionView[] {
  const wanted = sampleViews().filter(({ config }) => everything.includes(config.id));
  return wanted.map((view) => {
    if (view.config.id === sampleId(2)) return { ...view, azure: { ...view.azure, status: 'stopping' } };
    if (view.config.id !== sampleId(7)) return view;
    return {
      ...view,
      config: { ...view.config, secondaryKeyName: 'secondListener' },
      keys: {
        inUse: 'primary',
        hasSecondary: true,
        refused: [{ slot: 'secondary', at: sampleNow - 90_000 }],
      },
      endpointInAzure: { host: 'sql99.corp.contoso.com', port: 1433 },
      limitHit: { problem: { code: 'HCM3110', details: { limit: 1000 } }, at: sampleNow - 90_000, times: 14 },
    };
  });
}

function open(host: HostState, shown: readonly ConnectionView[] = views()): ServicesOfTest {
  vi.spyOn(window, 'innerWidth', 'get').mockReturnValue(1200);
  const services = testServices({ host, views: shown, answers: detailsAnswers() });
  services.clock.setState({ now: sampleNow });
  render(<App services={services} />);
  return services;
}

/** What was asked of the host, or would be by the dialog that was opened. */
function followCalls(services: ServicesOfTest): () => ReadonlySet<CallName> {
  const behindDialogs = new Set<CallName>();
  services.ui.subscribe(({ dialog }) => {
    if (dialog === null) return;
    const call = callOfDialog[dialog.kind];
    if (call !== null) behindDialogs.add(call);
    services.ui.closeDialog();
  });
  // Whatever they say, nobody reads it here.
  services.toasts.subscribe(({ toasts }) => {
    if (toasts.length > 0) services.toasts.setState({ toasts: [] });
  });
  const ofHost = (name: string): readonly CallName[] => callChannels.filter((known) => known === name);
  return () => new Set([...behindDialogs, ...services.bridge.recorded.flatMap(({ name }) => ofHost(name))]);
}

const controls = 'button, [role="menuitem"]';

function enabledIn(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll(controls)].filter(
    (control) => !control.hasAttribute('disabled') && control.getAttribute('aria-disabled') !== 'true',
  );
}

/** @param arrange brings the part back as it was, whatever was pressed in it before. */
async function pressAll(part: string, arrange: () => void): Promise<void> {
  for (let index = 0; ; index += 1) {
    act(arrange);
    const found = document.querySelector(part);
    if (found === null) throw new Error(`${part} isn't there`);
    const control = enabledIn(found)[index];
    if (control === undefined) return;
    await act(async () => {
      fireEvent.click(control);
      await Promise.resolve();
    });
  }
}

const menu = '[role="menu"]';

async function pressAllInMenu(openMenu: () => void): Promise<void> {
  await pressAll(menu, () => {
    if (document.querySelector(menu) === null) openMenu();
  });
  fireEvent.keyDown(document.querySelector(menu) ?? document.body, { key: 'Escape' });
  await waitFor(() => expect(document.querySelector(menu)).toBeNull());
}

const everything = [1, 2, 4, 5, 7].map(sampleId);

async function pressEverything({ ui }: ServicesOfTest): Promise<void> {
  const arrangeList = (): void => {
    ui.clearFilters();
    ui.closeDetails();
    ui.select(everything);
  };
  await pressAll('[data-region="toolbar"]', arrangeList);
  const ways = screen.getByRole('button', { name: 'More ways to add' });
  if (ways.getAttribute('aria-disabled') !== 'true') await pressAllInMenu(() => fireEvent.click(ways));
  await pressAllInMenu(() => fireEvent.click(screen.getByRole('button', { name: 'More' })));
  for (const id of everything) {
    await pressAll('aside [role="tabpanel"]', () => {
      const { page, detailsOpen, selected } = ui.getState();
      // Help shows a page in its place.
      if (page.kind !== 'connections') ui.closePage();
      if (!detailsOpen || selected.size !== 1 || !selected.has(id)) ui.openDetails(id);
    });
  }
  const row = document.querySelector(`[data-row-id="${sampleId(7)}"]`)!;
  await pressAllInMenu(() => fireEvent.contextMenu(row));
  await pressAll('aside', () => {
    ui.openDetails(sampleId(7));
    ui.select(everything);
  });
  act(() => {
    ui.setTab('sessions');
    ui.openDetails(sampleId(7));
  });
  await screen.findByRole('table', { name: 'Open sessions' });
  await pressAll('aside [role="tabpanel"]', () => undefined);
}

const refused = (calls: ReadonlySet<CallName>): readonly CallName[] =>
  [...calls].filter((name) => !mayCall('viewer', name)).sort();

describe('the window of a viewer', () => {
  it(
    'asks the host for nothing that it refuses a viewer, whatever is pressed',
    { timeout: 120_000 },
    async () => {
      const services = open(sampleViewerHost());
      const calls = followCalls(services);
      await pressEverything(services);
      expect(refused(calls())).toEqual([]);
      expect([...calls()]).toContain('sessions.list');
    },
  );

  it('finds all that an administrator can press', { timeout: 120_000 }, async () => {
    const services = open(sampleHost());
    const calls = followCalls(services);
    await pressEverything(services);
    expect(refused(calls())).toEqual([
      'azure.about',
      'azure.accounts',
      'azure.add',
      'azure.attach',
      'azure.delete',
      'azure.setEndpoint',
      'azure.startCreation',
      'azure.startRotation',
      'azure.syncKeys',
      'connections.acceptEndpoint',
      'connections.add',
      'connections.checkEndpoint',
      'connections.closeSessions',
      'connections.refresh',
      'connections.remove',
      'connections.removeSecondaryKey',
      'connections.replaceKey',
      'connections.resolveNamespace',
      'connections.restart',
      'connections.retryNow',
      'connections.setEndpoint',
      'connections.setLimits',
      'connections.start',
      'connections.stop',
      'desired.apply',
      'endpoints.test',
      'sessions.kill',
    ]);
  });

  it('says once what this window is, and who may do more', async () => {
    open(sampleViewerHost());
    await userEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'View only' }));
    expect(await screen.findByRole('heading', { name: reason })).toBeVisible();
    expect(screen.getByText('Only administrators of this host can change it.')).toBeVisible();
  });

  it('leaves what it can’t do where it is, within reach of the keyboard, and says why', async () => {
    const { ui } = open(sampleViewerHost());
    act(() => ui.openDetails(sampleId(7)));
    for (const name of ['Refresh', 'Test', 'Use the new endpoint…', 'Keep mine', 'Change endpoint…']) {
      for (const control of screen.getAllByRole('button', { name })) {
        expect(control).toHaveAttribute('aria-disabled', 'true');
        act(() => control.focus());
        expect(control).toHaveFocus();
        await waitFor(() => expect(control).toHaveAccessibleDescription(expect.stringContaining(reason)));
      }
    }
    expect(screen.getByText('Only administrators can have it looked up')).toBeVisible();
  });

  it('tells keys that they lead nowhere, once', async () => {
    const services = open(sampleViewerHost());
    act(() => services.ui.select([sampleId(7)]));
    for (const keys of ['{F5}', '{Delete}', '{Control>}n{/Control}', '{Control>}{Shift>}n{/Shift}{/Control}'])
      await userEvent.keyboard(keys);
    await userEvent.keyboard('{Control>}t{/Control}');
    expect(services.toasts.getState().toasts.map(({ intent, text }) => `${intent}: ${text}`)).toEqual([
      `info: ${refusal}`,
    ]);
    expect(services.ui.getState().dialog).toBeNull();
    expect(services.bridge.recorded).toEqual([]);
    await userEvent.keyboard('?');
    expect(services.ui.getState().dialog).toEqual({ kind: 'shortcuts' });
  });

  it('follows the role: a right that is lost is gone, one that is given is there', () => {
    const { shell } = open(sampleHost());
    const restart = (): HTMLElement => screen.getByRole('button', { name: 'Refresh' });
    expect(restart()).not.toHaveAttribute('aria-disabled', 'true');
    act(() => shell.setState({ host: sampleViewerHost() }));
    expect(restart()).toHaveAttribute('aria-disabled', 'true');
    act(() =>
      shell.setState({
        host: {
          mode: 'unreachable',
          problem: { code: 'HCM5001', details: {} },
          info: { ...sampleHostInfo(), role: 'viewer' },
        },
      }),
    );
    expect(restart()).toHaveAttribute('aria-disabled', 'true');
    // It can't take the place of a host that it may only look at.
    expect(screen.getByText(/has ended/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run here' })).toBeNull();
    act(() => shell.setState({ host: sampleHost() }));
    expect(restart()).not.toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('button', { name: 'View only' })).toBeNull();
  });

  it('shows the host’s refusal in a dialog that was open when the right was lost', async () => {
    const { bridge, shell, ui } = open(sampleHost());
    act(() => ui.openDialog({ kind: 'limits', id: sampleId(7) }));
    bridge.refuse('connections.setLimits', 'HCM5008');
    act(() => shell.setState({ host: sampleViewerHost() }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(reason);
    expect(alert).toHaveTextContent('HCM5008');
  });

  it('offers no way to begin where there is nothing yet', () => {
    const { shell } = open(sampleViewerHost(), []);
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('heading', { name: 'Nothing is configured on this host' })).toBeVisible();
    expect(main.queryAllByRole('button')).toEqual([]);
    act(() => shell.setState({ host: sampleHost() }));
    expect(main.getByRole('button', { name: /Enter Manually/ })).toBeVisible();
  });
});
