import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { noOwnLimits } from '../../../electron/contract/connection.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleView } from '../../testing/sample-views.ts';
import { Dialogs } from './dialogs.tsx';

const plain = sampleView({ number: 7, name: 'payroll-sql' });
const view = { ...plain, config: { ...plain.config, limits: { ...noOwnLimits, maxSessions: 50 } } };
const { id } = view.config;

function open() {
  const { services } = renderWithServices(<Dialogs />, {
    views: [view],
    answers: {
      'settings.get': {
        settings: { ...defaultSettings, idleMinutes: 45 },
        changed: ['idleMinutes'],
        managed: [],
      },
      'connections.setLimits': {},
    },
  });
  act(() => services.ui.openDialog({ kind: 'limits', id }));
  return { services, user: userEvent.setup() };
}

describe('Limits of a connection', () => {
  it('shows its own values, and the host’s where it has none', async () => {
    open();
    expect(screen.getByRole('dialog', { name: 'Limits of payroll-sql' })).toBeVisible();
    const sessions = screen.getByLabelText('Sessions at once');
    expect(sessions).toHaveFocus();
    expect(sessions).toHaveValue('50');
    const idle = screen.getByLabelText('Idle session ends after (min)');
    expect(idle).toHaveValue('');
    await waitFor(() => expect(idle).toHaveAttribute('placeholder', '45'));
    expect(idle).toHaveAccessibleDescription('0: never');
  });

  it('saves all of them; an empty field goes back to the host’s', async () => {
    const { services, user } = open();
    await user.clear(screen.getByLabelText('Sessions at once'));
    await user.type(screen.getByLabelText('Bandwidth each way (kB/s)'), '2000');
    await user.type(screen.getByLabelText('Idle session ends after (min)'), '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.bridge.inputsOf('connections.setLimits')).toEqual([
      { id, limits: { ...noOwnLimits, idleMinutes: 0, kilobytesPerSecond: 2000 }, by: 'm.keller' },
    ]);
  });

  it.each(['0', '100001', 'many', '1.5', '-3'])(
    'refuses %j with what would do, and asks nobody',
    async (text) => {
      const { services, user } = open();
      const sessions = screen.getByLabelText('Sessions at once');
      await user.clear(sessions);
      await user.type(sessions, text);
      expect(screen.queryByText('A whole number from 1 to 100000.')).toBeNull();
      await user.click(screen.getByRole('button', { name: 'Save' }));
      expect(screen.getByText('A whole number from 1 to 100000.')).toBeVisible();
      expect(sessions).toBeInvalid();
      expect(services.bridge.inputsOf('connections.setLimits')).toEqual([]);
      await user.clear(sessions);
      expect(screen.queryByText('A whole number from 1 to 100000.')).toBeNull();
    },
  );

  it('says in place why the host couldn’t keep them', async () => {
    const { services, user } = open();
    services.bridge.refuse('connections.setLimits', 'HCM4003');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('HCM4003');
    expect(services.ui.getState().dialog).toEqual({ kind: 'limits', id });
  });
});
