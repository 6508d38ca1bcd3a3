import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HcmError } from '../../../electron/contract/errors.ts';
import { maxImportBytes, type ImportRow, type OpenedImport } from '../../../electron/contract/import-view.ts';
import { sampleView } from '../../testing/sample-views.ts';
import { sampleImportRow } from '../../testing/sample-import.ts';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import type { Answers } from '../../testing/test-bridge.ts';
import { ImportDialog } from './import-dialog.tsx';

const payroll = sampleImportRow(0, { name: 'payroll' });
const orders = sampleImportRow(1, { name: 'orders' });
const ledger = sampleImportRow(2, { name: 'ledger', action: 'differs', differs: ['endpoint'] });
const legacy = sampleImportRow(3, { name: 'legacy', kind: 'biztalk' });
const here = sampleImportRow(4, { name: 'here', action: 'unchanged' });
const broken = sampleImportRow(5, {
  name: '',
  host: '',
  kind: null,
  action: 'refused',
  problem: { code: 'HCM1083', details: { key: 'connectionString' } },
});
const rows = [payroll, orders, ledger, legacy, here, broken];

const opened: OpenedImport = { outcome: 'opened', file: 'Listener.exe.config', format: 'oldManager', rows };

function checked(
  row: ImportRow,
  state: ImportRow['check']['state'],
  problem: ImportRow['check']['problem'] = null,
) {
  return { ...row, check: { state, problem } };
}

const verified = [
  checked(payroll, 'answered'),
  checked(orders, 'refused', { code: 'HCM2020', details: {} }),
  ledger,
  legacy,
  here,
  broken,
];

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: UserEvent;
}

function open(answers: Answers = {}): Opened {
  const { services } = renderWithServices(<ImportDialog />, {
    answers: {
      'import.choose': opened,
      'import.verify': { rows: verified },
      'import.stopVerifying': {},
      'import.close': {},
      ...answers,
    },
  });
  services.ui.openDialog({ kind: 'import' });
  return { services, user: userEvent.setup() };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

function line(name: string): HTMLElement {
  return screen.getByRole('row', { name: new RegExp(name, 'u') });
}

function tick(name: string): HTMLElement {
  return screen.getByRole('checkbox', { name: `Import ${name}` });
}

async function preview({ user }: Opened): Promise<void> {
  await user.click(button('Choose a file…'));
  await screen.findByText('4 of 6 entries can be imported.');
}

async function verify(all: Opened): Promise<void> {
  await preview(all);
  await all.user.click(button('Verify'));
  await screen.findByText('Verified 1 of 2 connections.');
}

describe('Import…', () => {
  it('says where the old managers keep their files, and begins at the button', async () => {
    open();
    await waitFor(() => expect(button('Choose a file…')).toHaveFocus());
    expect(screen.getByRole('dialog', { name: 'Import connections' })).toBeVisible();
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'Microsoft.HybridConnectionManager.Listener.exe.config',
    );
    expect(screen.getByRole('dialog')).toHaveTextContent('connections.json');
    expect(screen.getByText('1. Choose a file').closest('li')).toHaveAttribute('aria-current', 'step');
  });

  it('shows what each entry does; what is new is ticked, what differs waits for a yes', async () => {
    const all = open();
    await preview(all);
    expect(screen.getByRole('status')).toHaveFocus();
    expect(line('payroll')).toHaveTextContent('contoso');
    expect(tick('payroll')).toBeChecked();
    expect(tick('legacy')).toBeChecked();
    expect(line('legacy')).toHaveTextContent('Add as Discontinued');
    expect(tick('ledger')).not.toBeChecked();
    expect(line('ledger')).toHaveTextContent('Other on this host: endpoint. Tick it to overwrite.');
    expect(line('here')).toHaveTextContent('Already there');
    expect(line('Entry without a name')).toHaveTextContent(/Can’t be used.*connectionString.*HCM1083/u);
    expect(screen.getAllByRole('checkbox')).toHaveLength(5);
    await all.user.click(tick('ledger'));
    expect(line('ledger')).toHaveTextContent('Overwrite');
    const every = screen.getByRole('checkbox', { name: 'All that can be imported' });
    expect(every).toBeChecked();
    await all.user.click(every);
    expect(tick('payroll')).not.toBeChecked();
    expect(button('Verify')).toHaveAttribute('aria-disabled', 'true');
  });

  it('verifies what is ticked, live, and unticks what Azure refuses', async () => {
    const all = open();
    const asking = all.services.bridge.hold('import.verify');
    await preview(all);
    await all.user.click(button('Verify'));
    expect(all.services.bridge.inputsOf('import.verify')).toEqual([{ rows: [0, 1, 3] }]);
    act(() => {
      const asked = [checked(payroll, 'answered'), checked(orders, 'asking')];
      all.services.bridge.emit('import.rowsChanged', { rows: asked });
    });
    expect(await screen.findByText('Verified 1 of 2.')).toBeVisible();
    expect(line('payroll')).toHaveTextContent('Azure answers');
    expect(line('orders')).toHaveTextContent('Asking…');
    expect(tick('orders')).toBeDisabled();
    await all.user.click(button('Stop'));
    expect(all.services.bridge.inputsOf('import.stopVerifying')).toHaveLength(1);
    asking.release({ rows: verified });
    expect(await screen.findByText('Verified 1 of 2 connections.')).toBeVisible();
    expect(line('orders')).toHaveTextContent(/Not verified.*HCM2020/u);
    expect(tick('orders')).not.toBeChecked();
    expect(tick('payroll')).toBeChecked();
    expect(tick('legacy')).toBeChecked();
  });

  it('imports what is ticked, says what is left to do, and shows how it connects', async () => {
    const all = open();
    await verify(all);
    // Unverified, and ticked all the same.
    await all.user.click(tick('orders'));
    expect(screen.getByText(/1 of them isn’t verified\./u)).toBeVisible();
    await all.user.click(tick('ledger'));
    expect(screen.getByText(/1 of them overwrites what is on this host\./u)).toBeVisible();
    const done = verified.map((row): ImportRow => {
      if (row.row === 1) return { ...row, action: 'failed', problem: { code: 'HCM4003', details: {} } };
      return row.row === 2
        ? { ...row, action: 'updated' }
        : row.row < 4
          ? { ...row, action: 'imported' }
          : row;
    });
    all.services.bridge.answer('import.apply', { rows: done });
    await all.user.click(button('Import 4 connections'));
    expect(await screen.findByText('3 connections are imported. 2 entries aren’t.')).toBeVisible();
    expect(all.services.bridge.inputsOf('import.apply')[0]?.rows.toSorted()).toEqual([0, 1, 2, 3]);
    expect(screen.getByRole('dialog')).toHaveTextContent('Stop-Service HybridConnectionManager');
    expect(line('orders')).toHaveTextContent(/Not imported.*HCM4003/u);
    expect(line('payroll')).toHaveTextContent('Imported');
    const view = sampleView({ number: 21, name: 'payroll' });
    const live = { ...view, config: { ...view.config, host: payroll.host } };
    act(() => all.services.connections.applySnapshot(1, [live]));
    expect(line('payroll')).toHaveTextContent('Imported: Connected');
    await all.user.click(
      within(screen.getByRole('dialog')).getAllByRole('button', { name: 'Close' }).at(-1)!,
    );
    expect(all.services.ui.getState().dialog).toBeNull();
  });

  it('asks for the passphrase of an export, and again after a wrong one', async () => {
    const all = open({ 'import.choose': { outcome: 'locked', file: 'move.json' } });
    await all.user.click(button('Choose a file…'));
    const field = await screen.findByLabelText('Passphrase');
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute('type', 'password');
    all.services.bridge.refuse('import.unlock', 'HCM1086');
    await all.user.type(field, 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('HCM1086');
    expect(field).toHaveValue('');
    all.services.bridge.answer('import.unlock', opened);
    await all.user.type(field, 'correct');
    await all.user.click(button('Open'));
    expect(await screen.findByText('4 of 6 entries can be imported.')).toBeVisible();
    expect(all.services.bridge.inputsOf('import.unlock')).toEqual([
      { passphrase: 'wrong' },
      { passphrase: 'correct' },
    ]);
  });

  it('takes a file that is dropped, and the text of one that is pasted', async () => {
    const all = open({ 'import.read': opened });
    const zone = document.querySelector('[data-drop-zone]')!;
    const file = new File(['{}'], 'connections.json');
    const files = Object.assign([file], { item: (index: number) => [file][index] ?? null });
    fireEvent.drop(zone, { dataTransfer: { files, getData: () => '' } });
    await screen.findByText('4 of 6 entries can be imported.');
    const [read] = all.services.bridge.inputsOf('import.read');
    expect(read?.file).toBe('connections.json');
    expect(new TextDecoder().decode(read?.bytes)).toBe('{}');

    await all.user.click(button('Another file…'));
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
    const none = Object.assign([], { item: () => null });
    const pasted = { files: none, getData: () => '[{"KeyValue":"x"}]' };
    fireEvent.paste(button('Choose a file…'), { clipboardData: pasted });
    await screen.findByText('4 of 6 entries can be imported.');
    expect(all.services.bridge.inputsOf('import.read')[1]?.file).toBe('pasted text');
  });

  it('never sends more than a file may have, and says why a file is refused', async () => {
    const all = open({ 'import.read': opened });
    const huge = Object.assign(new File([], 'huge.json'), {});
    Object.defineProperty(huge, 'size', { value: maxImportBytes + 1 });
    const files = Object.assign([huge], { item: () => huge });
    fireEvent.drop(document.querySelector('[data-drop-zone]')!, {
      dataTransfer: { files, getData: () => '' },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('HCM1082');
    expect(all.services.bridge.inputsOf('import.read')).toEqual([]);
    all.services.bridge.refuse('import.choose', 'HCM1080');
    await all.user.click(button('Choose a file…'));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('HCM1080'));
    all.services.bridge.answer('import.choose', { outcome: 'cancelled' });
    await all.user.click(button('Choose a file…'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('begins anew when the keys were forgotten, and forgets them when it closes', async () => {
    const all = open();
    await verify(all);
    all.services.bridge.answer('import.apply', () => {
      throw new HcmError('HCM1097');
    });
    await all.user.click(button('Import 2 connections'));
    expect(await screen.findByRole('alert')).toHaveTextContent('HCM1097');
    expect(button('Choose a file…')).toBeVisible();
  });

  it('ends the import when the dialog goes', () => {
    const { services, unmount } = renderWithServices(<ImportDialog />, { answers: { 'import.close': {} } });
    unmount();
    expect(services.bridge.inputsOf('import.close')).toHaveLength(1);
  });
});
