import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { sampleView } from '../../testing/sample-views.ts';
import { renderWithServices, testServices } from '../../testing/render-with-services.tsx';
import { createConnectionsStore } from '../../store/connections-store.ts';
import { FirstRun } from './first-run.tsx';

describe('first run', () => {
  it('says what this is for and offers what can be done, the first choice under the finger', () => {
    renderWithServices(<FirstRun />);
    expect(screen.getByRole('heading', { name: 'Connect a private service to Azure' })).toBeVisible();
    expect(
      screen.getByText(/^A Hybrid Connection lets an app in Azure reach one host and port/),
    ).toBeVisible();
    expect(screen.getByRole('img')).toHaveAccessibleName(/^From your app through Azure Relay/);
    const choices = screen.getAllByRole('button');
    expect(choices.map(({ textContent }) => textContent)).toEqual([
      'Enter ManuallyPaste the gateway connection string that someone sent you.',
      'Sign in and chooseSign in with Azure and tick Hybrid Connections of a subscription.',
      'Try it with the local relayA practice relay on this computer. No Azure account needed.',
      'Bring connections from another Hybrid Connection Manager',
    ]);
    expect(choices[0]).toHaveFocus();
  });

  it.each([
    [/^Enter Manually/, 'enterManually'],
    [/^Sign in and choose/, 'configure'],
    [/^Try it/, 'demo'],
    [/^Bring connections/, 'import'],
  ])('%s opens its dialog', async (name, kind) => {
    const { services } = renderWithServices(<FirstRun />);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(services.ui.getState().dialog).toEqual({ kind });
  });

  it('shows nothing until the host has answered, and nothing once there is a connection', () => {
    const services = { ...testServices(), connections: createConnectionsStore() };
    const { container } = renderWithServices(<FirstRun />, { services });
    expect(container).toHaveTextContent('');
    expect(screen.queryByRole('button')).toBeNull();
    act(() => services.connections.applySnapshot(1, []));
    expect(screen.getAllByRole('button')).toHaveLength(4);
    act(() => services.connections.applySnapshot(2, [sampleView({ number: 1, name: 'erp-api' })]));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leaves the focus to whoever has it', () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    renderWithServices(<FirstRun />);
    expect(field).toHaveFocus();
    field.remove();
  });
});
