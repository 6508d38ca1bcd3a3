import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { HostState } from '../../../electron/contract/shell-api.ts';
import { closingTexts } from '../../../electron/contract/messages/texts/closing.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleHost, sampleHostInfo } from '../../testing/sample-host.ts';
import { ClosingDialog } from './closing-dialog.tsx';

const inThisApp: HostState = { mode: 'app', info: { ...sampleHostInfo(), kind: 'app' } };

function shown(hasTray: boolean, host: HostState) {
  return renderWithServices(<ClosingDialog hasTray={hasTray} />, { host, answers: { 'app.hide': {} } })
    .services;
}

describe('ClosingDialog', () => {
  it('says that connections go on, and closes the window when that was read', async () => {
    const services = shown(true, inThisApp);
    expect(screen.getByRole('dialog', { name: closingTexts.title })).toHaveTextContent(closingTexts.stays);
    await userEvent.click(screen.getByRole('checkbox', { name: closingTexts.dontShowAgain }));
    await userEvent.click(screen.getByRole('button', { name: closingTexts.ok }));
    expect(services.bridge.inputsOf('app.hide')).toEqual([{ wasRead: true, dontShowAgain: true }]);
    expect(services.ui.getState().dialog).toBeNull();
  });

  it('says who goes on running them', () => {
    shown(true, sampleHost());
    expect(screen.getByRole('dialog')).toHaveTextContent(closingTexts.staysBackground);
  });

  it('without a tray says that they stop, and stays open by itself', async () => {
    const services = shown(false, inThisApp);
    expect(screen.getByRole('dialog', { name: closingTexts.titleQuits })).toBeVisible();
    const keep = screen.getByRole('button', { name: closingTexts.keepOpen });
    expect(keep).toHaveFocus();
    await userEvent.click(keep);
    expect(services.bridge.inputsOf('app.hide')).toEqual([]);
  });
});
