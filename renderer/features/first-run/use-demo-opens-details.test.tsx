import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DemoState } from '../../../electron/contract/shell-api.ts';
import { sampleView } from '../../testing/sample-views.ts';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import { useDemoOpensDetails } from './use-demo-opens-details.ts';

const view = sampleView({ number: 1, name: 'demo' });
const added: DemoState = {
  ...{ phase: 'starting', steps: [], url: null, problem: null },
  connectionId: view.config.id,
};

function Page() {
  useDemoOpensDetails();
  return null;
}

function page(): ServicesOfTest {
  return renderWithServices(<Page />).services;
}

describe('practice that began by itself', () => {
  it('opens its connection’s details once it is listed, and only once', () => {
    const { shell, connections, ui } = page();
    act(() => shell.setState({ demo: added }));
    expect(ui.getState().detailsOpen).toBe(false);
    act(() => connections.applySnapshot(1, [view]));
    expect(ui.getState().detailsOpen).toBe(true);
    expect([...ui.getState().selected]).toEqual([view.config.id]);
    act(() => ui.closeDetails());
    act(() => shell.setState({ demo: { ...added, phase: 'running' } }));
    expect(ui.getState().detailsOpen).toBe(false);
  });

  it('opens nothing when it was started in the dialog', () => {
    const { shell, connections, ui } = page();
    act(() => ui.openDialog({ kind: 'demo' }));
    act(() => shell.setState({ demo: added }));
    act(() => connections.applySnapshot(1, [view]));
    act(() => ui.closeDialog());
    expect(ui.getState().detailsOpen).toBe(false);
  });
});
