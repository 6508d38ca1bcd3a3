import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HcmError } from '../../../electron/contract/errors.ts';
import { settingsSchema, type Settings } from '../../../electron/contract/settings.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleViewerHost } from '../../testing/sample-host.ts';
import { sampleView } from '../../testing/sample-views.ts';
import type { Answers, TestBridgeOptions } from '../../testing/test-bridge.ts';
import { useUi } from '../../services.tsx';
import type { SettingsSection } from '../../store/ui-store.ts';
import { SettingsPage } from './settings-page.tsx';

function Page() {
  const page = useUi((state) => state.page);
  return page.kind === 'settings' ? <SettingsPage section={page.section} /> : null;
}

function open(section: SettingsSection, answers: Answers = {}, more: TestBridgeOptions = {}) {
  let settings: Settings = defaultSettings;
  const { services } = renderWithServices(<Page />, {
    ...more,
    answers: {
      'settings.get': () => ({ settings, changed: [], managed: [] }),
      'settings.set': (change) => {
        settings = settingsSchema.parse({ ...settings, ...change });
        return { settings };
      },
      'settings.reset': ({ names }) => {
        settings = { ...settings, ...Object.fromEntries(names.map((name) => [name, defaultSettings[name]])) };
        return { settings };
      },
      'proxy.get': { hasPassword: false },
      'login.get': { isPossible: true, atLogin: false, hidden: false },
      ...answers,
    },
  });
  act(() => services.ui.openPage({ kind: 'settings', section }));
  return { services, user: userEvent.setup() };
}

describe('a number of the host', () => {
  it('applies on Enter and says so; another one when its field is left', async () => {
    const { services, user } = open('connections');
    const drain = await screen.findByRole('textbox', { name: 'Let open sessions finish' });
    expect(drain).toHaveValue('60');
    await user.clear(drain);
    await user.type(drain, '90{Enter}');
    expect(await screen.findByText('Saved')).toBeVisible();
    const sessions = screen.getByRole('textbox', { name: 'Sessions at once of one connection' });
    await user.clear(sessions);
    await user.type(sessions, '7');
    await user.tab();
    await waitFor(() =>
      expect(services.bridge.inputsOf('settings.set')).toEqual([
        { drainSeconds: 90 },
        { maxSessionsPerConnection: 7 },
      ]),
    );
  });

  it('that can’t be stays with its reason, and isn’t sent; Esc takes it back', async () => {
    const { services, user } = open('connections');
    const drain = await screen.findByRole('textbox', { name: 'Let open sessions finish' });
    await user.type(drain, '00{Enter}');
    expect(drain).toHaveValue('6000');
    expect(drain).toBeInvalid();
    expect(drain).toHaveAccessibleDescription(/A whole number from 0 to 3600/);
    expect(services.bridge.inputsOf('settings.set')).toEqual([]);
    await user.keyboard('{Escape}');
    expect(drain).toHaveValue('60');
    expect(drain).toBeValid();
    expect(services.ui.getState().page.kind).toBe('settings');
  });

  it('is sent once by Enter and the way out of the field, and what is typed meanwhile stays', async () => {
    const answers: (() => void)[] = [];
    const { services, user } = open('connections', {
      'settings.set': async (change) => {
        await new Promise<void>((answered) => answers.push(answered));
        return { settings: settingsSchema.parse({ ...defaultSettings, ...change }) };
      },
    });
    const drain = await screen.findByRole('textbox', { name: 'Let open sessions finish' });
    await user.clear(drain);
    await user.type(drain, '90{Enter}');
    await user.tab();
    expect(services.bridge.inputsOf('settings.set')).toEqual([{ drainSeconds: 90 }]);
    await user.type(drain, '1');
    act(() => answers[0]?.());
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(drain).toHaveValue('901');
  });

  it('applies when a key shows another page over its field, too', async () => {
    const { services, user } = open('connections');
    const drain = await screen.findByRole('textbox', { name: 'Let open sessions finish' });
    await user.clear(drain);
    await user.type(drain, '90');
    act(() => services.ui.openPage({ kind: 'help', topic: 'start' }));
    await waitFor(() => expect(services.bridge.inputsOf('settings.set')).toEqual([{ drainSeconds: 90 }]));
  });

  it('goes back to the default when it is emptied', async () => {
    const { services, user } = open('connections');
    await user.clear(await screen.findByRole('textbox', { name: 'Let open sessions finish' }));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(services.bridge.inputsOf('settings.reset')).toEqual([{ names: ['drainSeconds'] }]),
    );
  });

  it('that the host refuses stays, with what the host says', async () => {
    const { user } = open('connections', {
      'settings.set': () => {
        throw new HcmError('HCM4003', { file: 'settings.json' });
      },
    });
    const drain = await screen.findByRole('textbox', { name: 'Let open sessions finish' });
    await user.type(drain, '{Backspace}{Enter}');
    expect(await screen.findByText(/The disk is full/)).toBeVisible();
    expect(drain).toHaveValue('6');
  });
});

describe('choices and texts of the host', () => {
  it('apply as they are chosen', async () => {
    const { services, user } = open('network');
    await user.click(await screen.findByRole('radio', { name: 'Connect directly' }));
    await waitFor(() => expect(services.bridge.inputsOf('settings.set')).toEqual([{ proxyMode: 'none' }]));
  });

  it('say how they have to be written', async () => {
    const { services, user } = open('network');
    const address = await screen.findByRole('textbox', { name: 'Proxy address' });
    await user.type(address, 'http://user:secret@proxy:8080{Enter}');
    expect(address).toHaveAccessibleDescription(/without the password/);
    await user.clear(address);
    await user.type(address, 'http://proxy:8080{Enter}');
    await waitFor(() =>
      expect(services.bridge.inputsOf('settings.set')).toEqual([{ proxyUrl: 'http://proxy:8080' }]),
    );
  });

  it('keep a password without ever showing one', async () => {
    const { services, user } = open('network', { 'proxy.setPassword': {} });
    await user.type(await screen.findByLabelText('Password of the proxy'), 'secret{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Forget' }));
    await waitFor(() =>
      expect(services.bridge.inputsOf('proxy.setPassword')).toEqual([
        { password: 'secret' },
        { password: null },
      ]),
    );
    expect(screen.queryByDisplayValue('secret')).toBeNull();
  });

  it('don’t use a proxy that has no address, and keep the address of one that is used', async () => {
    const { services, user } = open('network');
    const manual = await screen.findByRole('radio', { name: 'Use the proxy below' });
    await user.click(manual);
    expect(await screen.findByText('First write the address of the proxy below.')).toBeVisible();
    expect(manual).not.toBeChecked();
    const address = screen.getByRole('textbox', { name: 'Proxy address' });
    await user.type(address, 'http://proxy:8080{Enter}');
    await waitFor(() => expect(services.bridge.inputsOf('settings.set')).toHaveLength(1));
    await user.click(manual);
    await waitFor(() => expect(manual).toBeChecked());
    await user.clear(address);
    await user.keyboard('{Enter}');
    expect(address).toHaveAccessibleDescription(/This proxy is in use/);
    expect(services.bridge.inputsOf('settings.set')).toEqual([
      { proxyUrl: 'http://proxy:8080' },
      { proxyMode: 'manual' },
    ]);
    expect(services.bridge.inputsOf('settings.reset')).toEqual([]);
  });

  it('say that the password is gone when the host has forgotten it with its proxy', async () => {
    let hasPassword = true;
    const { user } = open('network', {
      'proxy.get': () => ({ hasPassword }),
      'settings.set': (change) => {
        hasPassword = false;
        return { settings: settingsSchema.parse({ ...defaultSettings, ...change }) };
      },
    });
    expect(await screen.findByRole('button', { name: 'Forget' })).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Proxy address' }), 'http://proxy:8080{Enter}');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Forget' })).toBeNull(), {
      timeout: 10_000,
    });
  });

  it('try the way to the namespace of a connection', async () => {
    const reached = { addresses: [], via: 'proxy:8080', dialMs: 38, protocol: 'TLSv1.3', issuer: null };
    const test = { ...reached, httpStatus: 200, failedAt: null, problem: null };
    const { services, user } = open(
      'network',
      { 'namespaces.test': test },
      { views: [sampleView({ number: 1, name: 'payroll-sql' })] },
    );
    await user.click(await screen.findByRole('button', { name: 'Test proxy' }));
    expect(await screen.findByText(/through proxy:8080 in 38 ms/)).toBeVisible();
    expect(services.bridge.inputsOf('namespaces.test')).toHaveLength(1);
  });
});

describe('what nobody changes here', () => {
  const managed = {
    settings: { ...defaultSettings, drainSeconds: 120, updateMode: 'off' as const },
    changed: [],
    managed: [
      { name: 'drainSeconds' as const, by: 'Contoso servers baseline' },
      { name: 'updateMode' as const, by: 'Contoso servers baseline' },
    ],
  };

  it('is a value with who set it, where the organization has', async () => {
    open('connections', { 'settings.get': managed });
    expect(await screen.findByText('120 s')).toBeVisible();
    expect(screen.getByText('Set by your organization: Contoso servers baseline')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Let open sessions finish' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Endpoint answers within' })).toBeEnabled();
  });

  it('is everything of the host for a viewer, who has the window’s own settings still', async () => {
    const { services, user } = open('connections', {}, { host: sampleViewerHost() });
    expect(await screen.findByText(/You may look at this host, not change it/)).toBeVisible();
    expect(await screen.findByText('60 s')).toBeVisible();
    expect(within(screen.getByRole('main')).queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'General' }));
    await user.selectOptions(screen.getByLabelText('Appearance'), 'Dark');
    expect(services.bridge.inputsOf('preferences.set')).toEqual([{ theme: 'dark' }]);
  });
});

describe('settings of the app', () => {
  it('start with the computer, hidden on request', async () => {
    const { services, user } = open('general', {
      'login.set': ({ atLogin, hidden }) => ({ isPossible: true, atLogin, hidden }),
    });
    await user.click(await screen.findByRole('switch', { name: 'Start when I sign in' }));
    await user.click(await screen.findByRole('switch', { name: 'Start without the window' }));
    expect(services.bridge.inputsOf('login.set')).toEqual([
      { atLogin: true, hidden: false },
      { atLogin: true, hidden: true },
    ]);
  });

  it('name each language in itself', async () => {
    open('general');
    const options = within(await screen.findByLabelText('Language')).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'As the system',
      'English',
      'Nederlands',
      '简体中文',
    ]);
  });

  it('change one part of the notifications and keep the others', async () => {
    const { services, user } = open('notifications', { 'notifications.try': { isPossible: false } });
    await user.click(await screen.findByRole('switch', { name: 'Quiet hours' }));
    await user.click(screen.getByRole('switch', { name: 'Show notifications' }));
    const usual = { afterMinutes: 2, recovered: true, updates: true, quiet: { from: 1320, to: 420 } };
    expect(services.bridge.inputsOf('preferences.set')).toEqual([
      { notifications: { ...usual, off: false } },
      { notifications: { ...usual, off: true } },
    ]);
    await user.click(screen.getByRole('button', { name: 'Show one' }));
    expect(await screen.findByText('This system shows no notifications of apps.')).toBeVisible();
  });
});

describe('Find a setting', () => {
  it('looks through names, descriptions and choices of all parts, and Esc ends it', async () => {
    const { user } = open('general');
    const find = screen.getByRole('searchbox', { name: 'Find a setting' });
    await user.type(find, 'bandwidth');
    expect(await screen.findByRole('textbox', { name: 'Bandwidth of one connection' })).toBeVisible();
    expect(screen.queryByLabelText('Appearance')).toBeNull();
    await user.clear(find);
    await user.type(find, 'prometheus');
    expect(await screen.findByRole('textbox', { name: 'Monitoring address' })).toBeVisible();
    await user.clear(find);
    await user.type(find, 'quit');
    expect(await screen.findByLabelText('Closing the window')).toBeVisible();
    await user.clear(find);
    await user.type(find, 'nederlands');
    expect(await screen.findByLabelText('Language')).toBeVisible();
    await user.type(find, ' zzz');
    expect(await screen.findByText('No setting is called that, and none is about it.')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await screen.findByLabelText('Appearance')).toBeVisible();
  });
});
