import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { updateStateTexts } from '../../../electron/contract/messages/texts/updates.ts';
import type { UpdateState } from '../../../electron/contract/updates.ts';
import { renderWithServices, testServices } from '../../testing/render-with-services.tsx';
import { sampleViewerHost } from '../../testing/sample-host.ts';
import { sampleRelease, sampleUpdate } from '../../../electron/contract/testing/sample-update.ts';
import { UpdateStatus } from './update-status.tsx';

function shown(update: UpdateState, checked: UpdateState = update) {
  const services = testServices({ answers: { 'update.check': { state: checked } } });
  services.shell.setState({ update });
  renderWithServices(<UpdateStatus />, { services });
  return services;
}

describe('UpdateStatus', () => {
  it.each<[string, Partial<UpdateState>]>([
    [updateStateTexts.notChecked, {}],
    [updateStateTexts.upToDate, { checkedAt: 1 }],
    [updateStateTexts.off, { phase: 'off' }],
    ['Version 2.4.0 is available.', { phase: 'available', release: sampleRelease }],
    ['Version 2.4.0 is being downloaded.', { phase: 'downloading', release: sampleRelease }],
    ['Version 2.4.0 is ready to install.', { phase: 'ready', release: sampleRelease }],
    ['2.3.0 can be put back.', { goBackTo: '2.3.0' }],
  ])('says: %s', (words, update) => {
    shown(sampleUpdate(update));
    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(screen.getByText(/Channel: Stable/)).toBeVisible();
  });

  it('checks now, and says what came of it', async () => {
    const services = shown(sampleUpdate(), sampleUpdate({ checkedAt: 5 }));
    expect(screen.getByText(/Never checked/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: updateStateTexts.checkNow }));
    expect(services.bridge.inputsOf('update.check')).toHaveLength(1);
    expect(await screen.findByText(updateStateTexts.upToDate)).toBeVisible();
  });

  it('says why a check brought nothing, with its code, and doesn’t call this version the newest', () => {
    shown(sampleUpdate({ checkedAt: 1, problem: { code: 'HCM5106', details: {} } }));
    expect(screen.getByRole('status')).toHaveTextContent(updateStateTexts.notKnown);
    expect(screen.getByRole('alert')).toHaveTextContent('HCM5106');
  });

  it('checks nothing while none is looked for', () => {
    shown(sampleUpdate({ phase: 'off' }));
    expect(screen.queryByRole('button', { name: updateStateTexts.checkNow })).toBeNull();
  });

  it('offers no check to who may not have the host ask', () => {
    const services = testServices({ host: sampleViewerHost() });
    services.shell.setState({ update: sampleUpdate() });
    renderWithServices(<UpdateStatus />, { services });
    expect(screen.getByRole('status')).toHaveTextContent(updateStateTexts.notChecked);
    expect(screen.queryByRole('button', { name: updateStateTexts.checkNow })).toBeNull();
  });

  it('opens the popup for what is there', async () => {
    const services = shown(sampleUpdate({ phase: 'available', release: sampleRelease }));
    await userEvent.click(screen.getByRole('button', { name: updateStateTexts.show }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'upgrade' });
  });
});
