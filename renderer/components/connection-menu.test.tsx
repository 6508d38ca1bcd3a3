import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderWithServices } from '../testing/render-with-services.tsx';
import { sampleId, sampleViews } from '../testing/sample-views.ts';
import { ConnectionMenu } from './connection-menu.tsx';

function openFor(...numbers: readonly number[]) {
  const onOpenChange = vi.fn();
  const { services } = renderWithServices(
    <ConnectionMenu ids={numbers.map(sampleId)} open onOpenChange={onOpenChange} at={{ x: 10, y: 20 }} />,
    { views: sampleViews(), answers: { 'app.copy': {}, 'connections.start': {} } },
  );
  return { services, onOpenChange, user: userEvent.setup() };
}

function labels(): readonly string[] {
  return screen.getAllByRole('menuitem').map((item) => item.textContent);
}

describe('ConnectionMenu', () => {
  it('has Open details, what the state allows, Azure, Copy and Remove, in this order', () => {
    openFor(8);
    expect(labels()).toEqual([
      'Open detailsEnter',
      'Stop',
      'Retry now',
      'Replace key…',
      'TestCtrl+T',
      'Azure',
      'Copy',
      'RemoveDelete',
    ]);
  });

  it('offers for several what at least one allows', async () => {
    const { services, user } = openFor(5, 2);
    expect(labels()).toEqual(['Restart', 'Start', 'Stop', 'Copy', 'RemoveDelete']);
    await user.click(screen.getByRole('menuitem', { name: 'Start' }));
    expect(services.bridge.inputsOf('connections.start')).toEqual([{ id: sampleId(5), by: 'm.keller' }]);
  });

  it('asks to be closed when something was chosen, and opens what was chosen', async () => {
    const { services, user, onOpenChange } = openFor(7);
    await user.click(screen.getByRole('menuitem', { name: /^Open details/ }));
    expect(onOpenChange).toHaveBeenCalledWith(false);
    expect(services.ui.getState()).toMatchObject({ detailsOpen: true, selected: new Set([sampleId(7)]) });
  });

  it.each([
    ['Name', 'payroll-sql'],
    ['Endpoint', 'sql01.corp.contoso.com:1433'],
    ['Address', 'contoso-relay-weu.servicebus.windows.net'],
  ])('copies the %s', async (label, text) => {
    const { services, user } = openFor(7);
    await user.click(screen.getByRole('menuitem', { name: 'Copy' }));
    await user.click(await screen.findByRole('menuitem', { name: label }));
    expect(services.bridge.inputsOf('app.copy')).toEqual([{ text }]);
  });

  it('copies details without a key', async () => {
    const { services, user } = openFor(7, 2);
    await user.click(screen.getByRole('menuitem', { name: 'Copy' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Details' }));
    expect(services.bridge.inputsOf('app.copy')[0]?.text).toMatch(/payroll-sql[^]*erp-api/);
  });
});
