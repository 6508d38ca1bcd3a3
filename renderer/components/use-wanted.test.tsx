import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { connectedView } from '../../electron/contract/testing/test-views.ts';
import type { WantedPage } from '../../electron/contract/shell-api.ts';
import { renderWithServices } from '../testing/render-with-services.tsx';
import { sampleHost, sampleViewerHost } from '../testing/sample-host.ts';
import { useWanted } from './use-wanted.ts';

const view = connectedView();

function Listener(): null {
  useWanted();
  return null;
}

function listening(host = sampleHost()) {
  const { services, unmount } = renderWithServices(<Listener />, {
    host,
    views: [view],
    answers: { 'app.hide': {} },
  });
  const want = (page: WantedPage): void => act(() => services.bridge.emit('page.wanted', { page }));
  return { ...services, want, unmount, state: () => services.ui.getState() };
}

describe('what is wanted outside of the page', () => {
  it.each(['import', 'configure', 'enterManually', 'about', 'shortcuts'] as const)(
    '%s is a dialog',
    (page) => {
      const { want, state } = listening();
      want(page);
      expect(state().dialog).toEqual({ kind: page });
    },
  );

  it('settings and help fill the window, and connections come back', () => {
    const { want, state } = listening();
    want('settings');
    expect(state().page).toEqual({ kind: 'settings', section: 'general' });
    want('help');
    expect(state().page).toEqual({ kind: 'help', topic: 'start' });
    want('connections');
    expect(state().page).toEqual({ kind: 'connections' });
  });

  it('doesn’t open over another dialog, nor for somebody who may only look', () => {
    const admin = listening();
    admin.ui.openDialog({ kind: 'logs' });
    admin.want('import');
    admin.want('settings');
    expect(admin.state()).toMatchObject({ dialog: { kind: 'logs' }, page: { kind: 'connections' } });
    const viewer = listening(sampleViewerHost());
    viewer.want('import');
    expect(viewer.state().dialog).toBeNull();
  });

  it('shows the connection of a notification, whatever was filtered and in front', () => {
    const { ui, bridge, state } = listening();
    ui.setFilter('nothing');
    ui.openPage({ kind: 'help', topic: 'ports' });
    act(() => bridge.emit('connection.wanted', { id: view.config.id }));
    expect(state()).toMatchObject({ page: { kind: 'connections' }, filter: '', detailsOpen: true });
    expect([...state().selected]).toEqual([view.config.id]);
  });

  it('waits for a connection that was added while nobody looked, and leaves the page for none that is gone', () => {
    const { ui, bridge, connections, state } = listening();
    const added = connectedView({ id: '7d2a9c44-51b1-4c0e-8f9a-2b6f0f6f9e11', name: 'added' });
    ui.openPage({ kind: 'help', topic: 'ports' });
    act(() => bridge.emit('connection.wanted', { id: added.config.id }));
    expect(state()).toMatchObject({ page: { kind: 'help' }, detailsOpen: false });
    act(() => connections.applySnapshot(7, [view, added]));
    expect(state()).toMatchObject({ page: { kind: 'connections' }, detailsOpen: true });
    expect([...state().selected]).toEqual([added.config.id]);
  });

  it('says what closing means, but not over another dialog: then the window just closes', () => {
    const { ui, bridge, state } = listening();
    act(() => bridge.emit('closing.asked', { hasTray: true }));
    expect(state().dialog).toEqual({ kind: 'closing', hasTray: true });
    ui.openDialog({ kind: 'enterManually' });
    act(() => bridge.emit('closing.asked', { hasTray: true }));
    expect(state().dialog).toEqual({ kind: 'enterManually' });
    ui.openDialog({ kind: 'closing', hasTray: true });
    act(() => bridge.emit('closing.asked', { hasTray: true }));
    expect(bridge.inputsOf('app.hide')).toEqual([
      { wasRead: false, dontShowAgain: false },
      { wasRead: true, dontShowAgain: false },
    ]);
  });

  it('listens no more once it is gone', () => {
    const { want, unmount, state } = listening();
    unmount();
    want('about');
    expect(state().dialog).toBeNull();
  });
});
