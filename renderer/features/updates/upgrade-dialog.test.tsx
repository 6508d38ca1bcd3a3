import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { errorTexts } from '../../../electron/contract/messages/texts/errors.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { upgradeTexts } from '../../../electron/contract/messages/texts/updates.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { UpdateState } from '../../../electron/contract/updates.ts';
import { useUi } from '../../services.tsx';
import { renderWithServices, testServices } from '../../testing/render-with-services.tsx';
import { sampleHost, sampleHostInfo } from '../../testing/sample-host.ts';
import { sampleRelease, sampleUpdate } from '../../../electron/contract/testing/sample-update.ts';
import { sampleViews } from '../../testing/sample-views.ts';
import { UpgradeDialog } from './upgrade-dialog.tsx';
import { useUpgradeOpens } from './use-upgrade-opens.ts';

const found: UpdateState = sampleUpdate({ phase: 'available', release: sampleRelease });
const downloading: UpdateState = { ...found, phase: 'downloading', received: 24_000_000, total: 96_300_000 };
const ready: UpdateState = { ...found, phase: 'ready', received: 96_300_000, total: 96_300_000 };
const app = { mode: 'app', info: { ...sampleHostInfo(), kind: 'app' } } as const;

function shown(update: UpdateState, host: typeof app | ReturnType<typeof sampleHost> = app) {
  const answer = (state: UpdateState) => () => ({ state });
  const services = testServices({
    host,
    views: sampleViews(),
    answers: {
      'settings.get': { settings: defaultSettings, changed: [], managed: [] },
      'update.download': answer(downloading),
      'update.cancel': answer(found),
      'update.install': answer({ ...ready, phase: 'installing' }),
      'update.later': answer({ ...update, isQuiet: true }),
      'update.skip': answer({ ...update, isQuiet: true }),
      'update.goBack': answer(update),
    },
  });
  services.shell.setState({ update });
  services.ui.openDialog({ kind: 'upgrade' });
  renderWithServices(<Shown />, { services });
  return services;
}

function Opens() {
  useUpgradeOpens();
  return null;
}

/** As the page shows it: while it is the open dialog. */
function Shown() {
  return useUi(({ dialog }) => dialog?.kind === 'upgrade') ? <UpgradeDialog /> : null;
}

const button = (name: string) => screen.getByRole('button', { name });
const recorded = ({ bridge }: ReturnType<typeof shown>) =>
  bridge.recorded.map(({ name }) => name).filter((name) => name.startsWith('update.'));

describe('UpgradeDialog', () => {
  it('says what is new, when it came, how much it is, and what it means for open sessions', () => {
    shown(found);
    const dialog = screen.getByRole('dialog', { name: 'Version 2.4.0 is available' });
    expect(dialog).toHaveTextContent('You have 2.3.1.');
    expect(dialog).toHaveTextContent('14 Mar 2025');
    expect(dialog).toHaveTextContent('96 MB to download.');
    const notes = within(dialog).getByRole('region', { name: upgradeTexts.whatsNew });
    expect(within(notes).getAllByRole('listitem')).toHaveLength(3);
    expect(within(notes).getByText('faster').tagName).toBe('STRONG');
    expect(dialog).toHaveTextContent('sessions are open.');
    expect(dialog).toHaveTextContent('They get 60 seconds to finish, then close.');
    expect(dialog).not.toHaveTextContent('can be put back');
  });

  it('says that the version before can come back where its package is kept', () => {
    shown({ ...found, keepsPackage: true });
    expect(screen.getByRole('dialog')).toHaveTextContent('If 2.4.0 doesn’t come up, 2.3.1 can be put back.');
  });

  it('breaks no session of a background host', () => {
    shown(found, sampleHost());
    expect(screen.getByRole('dialog')).toHaveTextContent('The background host goes on meanwhile.');
    expect(screen.getByRole('dialog')).not.toHaveTextContent('sessions are open');
  });

  it('downloads after one yes, shows how far it is, and installs when it has come', async () => {
    const services = shown(found);
    const download = services.bridge.hold('update.download');
    await userEvent.click(button(upgradeTexts.install));
    act(() => services.shell.setState({ update: downloading }));
    const bar = await screen.findByRole('progressbar', { name: upgradeTexts.downloading });
    expect(bar).toHaveAttribute('aria-valuetext', '24 MB of 96 MB');
    expect(button(upgradeTexts.cancel)).toBeVisible();
    act(() => download.release({ state: ready }));
    await waitFor(() => expect(recorded(services)).toEqual(['update.download', 'update.install']));
    expect(await screen.findByRole('dialog', { name: 'Installing version 2.4.0' })).toHaveTextContent(
      upgradeTexts.installing,
    );
    expect(button(upgradeTexts.later)).toBeDisabled();
  });

  it('installs nothing after a cancel', async () => {
    const services = shown(found);
    const download = services.bridge.hold('update.download');
    await userEvent.click(button(upgradeTexts.install));
    act(() => services.shell.setState({ update: downloading }));
    await userEvent.click(await screen.findByRole('button', { name: upgradeTexts.cancel }));
    await screen.findByRole('button', { name: upgradeTexts.install });
    act(() => download.release({ state: found }));
    await waitFor(() => expect(button(upgradeTexts.install)).not.toHaveAttribute('aria-disabled', 'true'));
    expect(recorded(services)).toEqual(['update.download', 'update.cancel']);
  });

  it('installs nothing when it was closed meanwhile, although it comes back by itself', async () => {
    const services = shown(found);
    renderWithServices(<Opens />, { services });
    const download = services.bridge.hold('update.download');
    await userEvent.click(button(upgradeTexts.install));
    act(() => services.shell.setState({ update: downloading }));
    await userEvent.click(button('Close'));
    act(() => download.release({ state: ready }));
    await screen.findByRole('dialog', { name: 'Version 2.4.0 is ready to install' });
    expect(recorded(services)).toEqual(['update.download']);
  });

  it('says what a failure was, with its code, and lets one try again', async () => {
    const problem = { code: 'HCM5116', details: { version: '2.4.0' } } as const;
    const services = shown(found);
    services.bridge.answer('update.download', { state: { ...found, problem } });
    await userEvent.click(button(upgradeTexts.install));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(fillText(errorTexts.HCM5116.title, { version: '2.4.0' }));
    expect(alert).toHaveTextContent('HCM5116');
    expect(recorded(services)).toEqual(['update.download']);
    expect(button(upgradeTexts.install)).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('installs at once what is there already', async () => {
    const services = shown(ready);
    expect(screen.getByRole('dialog', { name: 'Version 2.4.0 is ready to install' })).toBeVisible();
    await userEvent.click(button(upgradeTexts.install));
    await waitFor(() => expect(recorded(services)).toEqual(['update.install']));
  });

  it.each([
    [upgradeTexts.later, 'update.later'],
    [upgradeTexts.skip, 'update.skip'],
    ['Close', 'update.later'],
  ])('%s closes it and is quiet', async (name, call) => {
    const services = shown(found);
    await userEvent.click(button(name));
    expect(services.ui.getState().dialog).toBeNull();
    await waitFor(() => expect(recorded(services)).toEqual([call]));
  });

  it('lets a download go on when it is closed', async () => {
    const services = shown(downloading);
    await userEvent.click(button('Close'));
    expect(services.ui.getState().dialog).toBeNull();
    expect(recorded(services)).toEqual([]);
  });

  it.each([
    ['package', upgradeTexts.byPackage],
    ['development', upgradeTexts.byDevelopment],
  ] as const)(
    'says who upgrades an installation of the kind %s, and offers no install',
    (obstacle, words) => {
      shown({ ...found, obstacle });
      expect(screen.getByRole('dialog')).toHaveTextContent(words);
      expect(screen.queryByRole('button', { name: upgradeTexts.install })).toBeNull();
      expect(button(upgradeTexts.later)).toHaveFocus();
    },
  );

  it('offers the version before when this one doesn’t come up, and keeps this one unless it is asked to', async () => {
    const services = shown(sampleUpdate({ current: '2.4.0', goBackTo: '2.3.1' }));
    expect(screen.getByRole('dialog', { name: 'Version 2.4.0 didn’t come up well' })).toBeVisible();
    expect(button('Keep 2.4.0')).toHaveFocus();
    await userEvent.click(button('Put 2.3.1 back'));
    expect(recorded(services)).toEqual(['update.goBack']);
    await userEvent.click(button('Keep 2.4.0'));
    expect(services.ui.getState().dialog).toBeNull();
  });

  it('closes when the release is gone', () => {
    const services = shown(found);
    act(() => services.shell.setState({ update: sampleUpdate() }));
    expect(services.ui.getState().dialog).toBeNull();
  });
});

describe('useUpgradeOpens', () => {
  it('opens the popup once per version and once when it can be installed, never over another dialog', () => {
    const { services } = renderWithServices(<Opens />);
    const { shell, ui } = services;
    act(() => ui.openDialog({ kind: 'about' }));
    act(() => shell.setState({ update: found }));
    expect(ui.getState().dialog).toEqual({ kind: 'about' });
    act(() => ui.closeDialog());
    expect(ui.getState().dialog).toEqual({ kind: 'upgrade' });
    act(() => ui.closeDialog());
    act(() => shell.setState({ update: { ...found, checkedAt: 5 } }));
    expect(ui.getState().dialog).toBeNull();
    act(() => shell.setState({ update: downloading }));
    expect(ui.getState().dialog).toBeNull();
    act(() => shell.setState({ update: ready }));
    expect(ui.getState().dialog).toEqual({ kind: 'upgrade' });
  });

  it('reminds who wanted to be reminded', () => {
    const { services } = renderWithServices(<Opens />);
    const { shell, ui } = services;
    act(() => shell.setState({ update: found }));
    act(() => ui.closeDialog());
    act(() => shell.setState({ update: { ...found, isQuiet: true } }));
    expect(ui.getState().dialog).toBeNull();
    act(() => shell.setState({ update: found }));
    expect(ui.getState().dialog).toEqual({ kind: 'upgrade' });
  });

  it('stays closed for what the person wants to hear nothing of', () => {
    const { services } = renderWithServices(<Opens />);
    act(() => services.shell.setState({ update: { ...found, isQuiet: true } }));
    expect(services.ui.getState().dialog).toBeNull();
  });
});
