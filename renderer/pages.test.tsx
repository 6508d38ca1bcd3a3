import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultPreferences } from '../electron/contract/default-preferences.ts';
import { defaultSettings } from '../electron/contract/default-settings.ts';
import { speak } from '../electron/contract/messages/language.ts';
import { App } from './app.tsx';
import { renderWithServices, testServices } from './testing/render-with-services.tsx';
import { sampleViews } from './testing/sample-views.ts';
import type { Answers } from './testing/test-bridge.ts';

const answers: Answers = {
  'settings.get': { settings: defaultSettings, changed: [], managed: [] },
  'proxy.get': { hasPassword: false },
  'login.get': { isPossible: false, atLogin: false, hidden: false },
};

afterEach(() => speak('en'));

describe('pages that fill the window', () => {
  it('F1 opens it in place of the list, a topic is chosen beside it, and Back returns to the list', async () => {
    const services = testServices({ views: sampleViews() });
    renderWithServices(<App services={services} />, { services });
    const user = userEvent.setup();
    await user.keyboard('{F1}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Help' })).toHaveFocus();
    expect(screen.queryByRole('grid')).toBeNull();
    const topics = screen.getByRole('navigation', { name: 'Topics' });
    await user.click(within(topics).getByRole('button', { name: 'SQL Server' }));
    expect(within(topics).getByRole('button', { name: 'SQL Server' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(screen.getByRole('main')).toHaveTextContent('MultiSubnetFailover=true');
    await user.click(screen.getByRole('button', { name: 'Back to the connections' }));
    expect(await screen.findByRole('grid')).toBeVisible();
  });

  it('Esc leaves it from a field as well, once there is nothing to take back', async () => {
    const services = testServices({ views: sampleViews(), answers });
    renderWithServices(<App services={services} />, { services });
    const user = userEvent.setup();
    await user.keyboard('{Control>},{/Control}');
    const find = await screen.findByRole('searchbox', { name: 'Find a setting' });
    await user.type(find, 'password of the proxy');
    const password = await screen.findByLabelText('Password of the proxy');
    await user.type(password, 'secret{Escape}');
    expect(password).toHaveValue('');
    await user.type(find, '{Escape}');
    expect(find).toHaveValue('');
    expect(services.ui.getState().page.kind).toBe('settings');
    await user.keyboard('{Escape}');
    expect(services.ui.getState().page.kind).toBe('connections');
  });

  it('another language leaves the focus where it was chosen', async () => {
    const services = testServices({
      views: sampleViews(),
      answers: {
        ...answers,
        'preferences.set': (change) => ({
          preferences: Object.assign({ ...defaultPreferences }, change),
          language: 'nl',
        }),
      },
    });
    renderWithServices(<App services={services} />, { services });
    const user = userEvent.setup();
    await user.keyboard('{Control>},{/Control}');
    await user.selectOptions(await screen.findByLabelText('Language'), 'Nederlands');
    await waitFor(() => expect(screen.getByLabelText('Taal')).toHaveFocus());
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Instellingen');
  });
});
