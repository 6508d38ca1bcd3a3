import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import type { HealthItem } from '../../electron/contract/health.ts';
import { renderWithServices, type ServicesOfTest } from '../testing/render-with-services.tsx';
import { sampleId, sampleView, type SampleParts } from '../testing/sample-views.ts';
import { LiveRegion } from './live-region.tsx';

const crm = { number: 1, name: 'crm-mysql' };
const erp = { number: 2, name: 'erp-api' };

let services: ServicesOfTest;
let sequence = 0;

beforeEach(() => {
  vi.useFakeTimers();
  sequence = 0;
  ({ services } = renderWithServices(<LiveRegion />, { views: [sampleView(crm), sampleView(erp)] }));
});

afterEach(() => void vi.useRealTimers());

function change(parts: SampleParts): void {
  const changed: readonly ConnectionView[] = [sampleView(parts)];
  sequence += 1;
  act(() => void services.connections.applyPatch({ sequence, changed: [...changed], removed: [] }));
}

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

function said(): string {
  return screen.getByRole('status').textContent;
}

const lost = { status: 'notConnected', since: 1, problem: { code: 'HCM2003', details: {} } } as const;

describe('LiveRegion', () => {
  it('is silent about what the window opens with', () => {
    pass(5_000);
    expect(said()).toBe('');
  });

  it('says a change after a second', () => {
    change({ ...crm, azure: lost });
    expect(said()).toBe('');
    pass(1_000);
    expect(said()).toBe('crm-mysql: not connected, retrying.');
  });

  it('joins what comes within a second', () => {
    change({ ...crm, azure: lost });
    pass(600);
    change({ ...erp, leg: { status: 'unreachable' } });
    pass(400);
    expect(said()).toBe('crm-mysql: not connected, retrying. erp-api: endpoint unreachable.');
  });

  it('says a bar once, before what it is the cause of, and not again when it counts anew', () => {
    const down = (count: number): HealthItem => ({
      ...{ code: 'HCM8001', connectionId: null, relay: null, since: 1, problem: null, details: {} },
      affected: Array.from({ length: count }, (_, number) => sampleId(number)),
    });
    change({ ...crm, azure: lost });
    act(() => services.health.setState({ items: [down(2)] }));
    pass(1_000);
    expect(said()).toBe(
      'This computer has no network. 2 connections wait for it and reconnect by themselves. crm-mysql: not connected, retrying.',
    );
    act(() => services.health.setState({ items: [down(3)] }));
    pass(2_000);
    expect(said()).toContain('2 connections');
    act(() => services.health.setState({ items: [] }));
    act(() => services.health.setState({ items: [down(3)] }));
    pass(2_000);
    expect(said()).toBe(
      'This computer has no network. 3 connections wait for it and reconnect by themselves.',
    );
  });

  it('says nothing of what was over before it could be said', () => {
    change({ ...crm, azure: { status: 'connecting', since: 1 } });
    pass(500);
    change({ ...crm, azure: { status: 'connected', since: 2 } });
    pass(5_000);
    expect(said()).toBe('');
  });

  it('says the same words again when they are news again', () => {
    change({ ...crm, azure: lost });
    pass(1_000);
    change({ ...crm, azure: { status: 'connected', since: 2 } });
    pass(1_000);
    expect(said()).toBe('crm-mysql: connected.');
    change({ ...crm, azure: { ...lost, since: 3 } });
    expect(said()).toBe('');
    pass(1_000);
    expect(said()).toBe('crm-mysql: not connected, retrying.');
  });

  it('never says figures', () => {
    change({ ...crm, view: { sessions: 9, bytesIn: 4_000 } });
    pass(5_000);
    expect(said()).toBe('');
  });

  it('hears what a connection does that came later', () => {
    const ledger = { number: 3, name: 'ledger-sql' };
    change({ ...ledger, azure: { status: 'connecting' } });
    pass(2_000);
    change({ ...ledger, azure: { status: 'connected', since: 5 } });
    pass(1_000);
    expect(said()).toBe('ledger-sql: connected.');
  });
});
