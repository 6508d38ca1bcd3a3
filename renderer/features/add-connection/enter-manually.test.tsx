import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Inspection } from '../../../electron/contract/api.ts';
import { sampleView } from '../../testing/sample-views.ts';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import { EnterManually } from './enter-manually.tsx';
import { canaryKey, canaryNamespaceString, canaryString, expectNoCanary } from './testing/canary.ts';
import { freezeTime } from './testing/frozen-time.ts';
import { typingPauseMs } from './use-inspection.ts';
import { heldForMs } from './use-string-form.ts';

const good: Inspection = {
  azure: { endpoint: { host: 'sql03.corp.contoso.com', port: 1433 }, listeners: 1 },
  problem: null,
  reached: { dialMs: 4, problem: null },
  existingId: null,
};
const ledger = sampleView({ number: 11, name: 'ledger-sql' });
const dots = '•'.repeat(16);

freezeTime();

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: UserEvent;
  readonly field: HTMLTextAreaElement;
}

function open(options: Parameters<typeof renderWithServices>[1] = {}): Opened {
  const { services } = renderWithServices(<EnterManually />, {
    ...options,
    answers: {
      'connections.inspect': good,
      'connections.add': { connection: ledger, notices: [] },
      ...options.answers,
    },
  });
  services.ui.openDialog({ kind: 'enterManually' });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime.bind(vi) });
  return { services, user, field: screen.getByLabelText<HTMLTextAreaElement>('Connection string') };
}

function rowText(label: string): string {
  return screen.getByText(label, { selector: 'dt' }).parentElement?.textContent ?? '';
}

function heading(text: string): Promise<HTMLElement> {
  return screen.findByText(text);
}

async function typingPauses(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(typingPauseMs));
}

describe('Enter Manually', () => {
  it('starts in the field and says what to do', async () => {
    const { field } = open();
    await waitFor(() => expect(field).toHaveFocus());
    expect(
      screen.getByRole('dialog', { name: 'Add a Hybrid Connection from its connection string' }),
    ).toBeVisible();
    expect(screen.getByText('Paste a string to see what it adds')).toBeVisible();
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'Hybrid Connection',
      'Namespace',
      'Rule',
      'Key',
      'Endpoint',
      'Listeners',
    ]);
    expect(field).toHaveAccessibleDescription(/^In the Azure portal: your app > Networking/);
    expect(field).toHaveAttribute('spellcheck', 'false');
    expect(field).toHaveAttribute('autocomplete', 'off');
    expect(screen.getByRole('button', { name: 'Add' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('shows what a pasted string adds, and adds it', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryString);
    expect(field).toHaveValue(canaryString.replace(canaryKey, dots));
    expectNoCanary(services);
    await heading('Ready to add');
    expect(rowText('Endpoint')).toContain('Asking Azure…');
    await typingPauses();
    expect(await screen.findByText('sql03.corp.contoso.com:1433')).toBeVisible();
    expect(rowText('Endpoint')).toContain('from Azure, reachable in 4 ms');
    expect(rowText('Listeners')).toContain('1 other host listens too; Azure shares the sessions');
    expect(rowText('Key')).toContain('44 characters, hidden');
    expect(field).toHaveAccessibleDescription(/key hidden/);
    expectNoCanary(services);
    const adding = services.bridge.hold('connections.add');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByRole('button', { name: 'Saving…' })).toHaveAttribute('aria-disabled', 'true');
    expect(field).toHaveAttribute('readonly');
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    // It appears in the list before the answer is there.
    act(() => services.connections.applySnapshot(1, [ledger]));
    expect(screen.queryByText(/already on this host/)).toBeNull();
    expectNoCanary(services);
    adding.release({ connection: ledger, notices: [] });
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.bridge.inputsOf('connections.add')).toEqual([
      { connectionString: canaryString, addedBy: 'm.keller' },
    ]);
    expect(services.toasts.getState().toasts).toMatchObject([
      { intent: 'success', text: 'Added ledger-sql. Connecting…' },
    ]);
    expect([...services.ui.getState().selected]).toEqual([ledger.config.id]);
    expectNoCanary(services);
  });

  it('never shows the key while it is typed, and gives dots when it is copied or cut', async () => {
    const { services, user, field } = open();
    await user.click(field);
    for (const character of `SharedAccessKey=${canaryKey}`) {
      await user.keyboard(character);
      expect(field.value).not.toMatch(/=.*[^•]/);
    }
    expect(field).toHaveValue(`SharedAccessKey=${dots}`);
    expectNoCanary(services);
    await user.keyboard(';EntityPath=a');
    expect(field).toHaveValue(`SharedAccessKey=${dots};EntityPath=a`);
    field.select();
    const copied = await user.copy();
    expect(copied?.getData('text')).toBe(`SharedAccessKey=${dots};EntityPath=a`);
    const cut = await user.cut();
    expect(cut?.getData('text')).toBe(`SharedAccessKey=${dots};EntityPath=a`);
    expect(field).toHaveValue('');
    await user.paste(cut?.getData('text') ?? '');
    await heading('This can’t be added');
    expectNoCanary(services);
  });

  it('keeps the caret where one types, before and behind the dots', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryString);
    const place = field.value.indexOf('-weu');
    field.setSelectionRange(place, place + 4);
    await user.keyboard('-neu');
    expect(field.selectionStart).toBe(place + 4);
    field.setSelectionRange(field.value.length - 3, field.value.length);
    await user.keyboard('api{Backspace}x');
    await typingPauses();
    const expected = canaryString.replace('-weu', '-neu').replace('ledger-sql', 'ledger-apx');
    expect(services.bridge.inputsOf('connections.inspect').at(-1)).toEqual({ connectionString: expected });
    expectNoCanary(services);
  });

  it('an edit in the dots takes the whole key; undo doesn’t bring it back', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryString);
    const place = field.value.indexOf('•') + 5;
    field.setSelectionRange(place, place);
    await user.keyboard('{Backspace}');
    expect(field).toHaveValue(canaryString.replace(canaryKey, ''));
    expect(rowText('Key')).toContain('Empty');
    await heading('1 thing is missing');
    // What a browser would put back are the dots that it knows of.
    fireEvent(field, new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true }));
    fireEvent.change(field, { target: { value: canaryString.replace(canaryKey, dots) } });
    expect(rowText('Key')).not.toContain('hidden');
    await heading('This can’t be added');
    expectNoCanary(services);
  });

  it('lets an input method finish its word', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(`${canaryString};`);
    const before = field.value;
    fireEvent.compositionStart(field);
    fireEvent.input(field, { target: { value: `${before}名` }, isComposing: true });
    expect(field).toHaveValue(`${before}名`);
    fireEvent.compositionEnd(field);
    expect(field).toHaveValue(`${before}名`);
    expect(await screen.findByText(/^Part 5 of the string can’t be read/)).toBeVisible();
    expectNoCanary(services);
  });

  it('takes a drop as it takes a paste', () => {
    const { services, field } = open();
    const dropped = fireEvent.drop(field, { dataTransfer: { getData: () => canaryString } });
    expect(dropped).toBe(false);
    expect(field).toHaveValue(canaryString.replace(canaryKey, dots));
    expectNoCanary(services);
  });

  it('asks once typing pauses, and only the last answer counts', async () => {
    const { services, user, field } = open();
    await user.click(field);
    const first = services.bridge.hold('connections.inspect');
    await user.paste(canaryString);
    await act(() => vi.advanceTimersByTimeAsync(typingPauseMs - 50));
    expect(services.bridge.inputsOf('connections.inspect')).toHaveLength(0);
    await typingPauses();
    expect(services.bridge.inputsOf('connections.inspect')).toHaveLength(1);
    const second = services.bridge.hold('connections.inspect');
    await user.keyboard('2');
    await typingPauses();
    second.release({ ...good, azure: { endpoint: { host: 'second.test', port: 1 }, listeners: 0 } });
    expect(await screen.findByText('second.test:1')).toBeVisible();
    first.release(good);
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(screen.queryByText('sql03.corp.contoso.com:1433')).toBeNull();
    expect(rowText('Listeners')).toContain('0: this host will be the first');
  });

  it('asks for the name of a whole namespace’s string; Enter there adds', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryNamespaceString);
    await heading('1 thing is missing');
    expect(rowText('Endpoint')).toContain('Read from Azure once the name is known');
    await typingPauses();
    expect(services.bridge.inputsOf('connections.inspect')).toHaveLength(0);
    await user.click(screen.getByLabelText('Hybrid Connection name'));
    await user.keyboard('ledger-sql');
    await heading('Ready to add');
    expect(screen.getByLabelText('Hybrid Connection name')).toHaveFocus();
    await typingPauses();
    const asked = { connectionString: canaryNamespaceString, entityPath: 'ledger-sql' };
    expect(services.bridge.inputsOf('connections.inspect')).toEqual([asked]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.bridge.inputsOf('connections.add')).toEqual([{ ...asked, addedBy: 'm.keller' }]);
    expectNoCanary(services);
  });

  it('Ctrl+Enter adds, Enter alone is a line break', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryString);
    await user.keyboard('{Enter}');
    expect(services.bridge.inputsOf('connections.add')).toHaveLength(0);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(services.bridge.inputsOf('connections.add')).toHaveLength(1));
  });

  it('doesn’t add what can’t be added', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste('Endpoint=sb://a/');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(services.bridge.inputsOf('connections.add')).toHaveLength(0);
  });

  it('tells what went wrong in place and keeps the string', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryString);
    services.bridge.refuse('connections.add', 'HCM4003');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('HCM4003')).toBeVisible();
    expect(field).toHaveValue(canaryString.replace(canaryKey, dots));
    expectNoCanary(services);
    services.bridge.answer('connections.add', { connection: ledger, notices: [] });
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.bridge.inputsOf('connections.add').map((input) => input.connectionString)).toEqual([
      canaryString,
      canaryString,
    ]);
  });

  it('offers to replace the key of what is here already', async () => {
    const { services, user, field } = open({ views: [ledger] });
    await user.click(field);
    await user.paste(canaryString);
    expect(await screen.findByText(/^It is already on this host\./)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add' })).toHaveAttribute('aria-disabled', 'true');
    await typingPauses();
    expect(services.bridge.inputsOf('connections.inspect')).toHaveLength(0);
    expectNoCanary(services);
    await user.click(screen.getByRole('button', { name: 'Replace key' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'replaceKey', id: ledger.config.id });
  });

  it('adds a BizTalk string so that it is listed as Discontinued', async () => {
    const retired = sampleView({ number: 12, name: 'orders', config: { kind: 'biztalk' } });
    const { services, user, field } = open({
      answers: { 'connections.add': { connection: retired, notices: [] } },
    });
    await user.click(field);
    await user.paste(`Endpoint=hc://contoso-bts.biztalk.windows.net/orders;SharedAccessKey=${canaryKey}`);
    await heading('This can be added as Discontinued');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(services.toasts.getState().toasts).toHaveLength(1));
    expect(services.toasts.getState().toasts[0]?.text).toBe('Added orders. It is listed as Discontinued.');
  });

  it('explains how to replace a BizTalk connection, and where the endpoint belongs', async () => {
    const { services, user, field } = open({
      answers: {
        'connections.inspect': { ...good, azure: { endpoint: null, listeners: 0 }, reached: null },
        'app.openLink': {},
      },
    });
    await user.click(field);
    await user.paste(canaryString);
    await typingPauses();
    await user.click(await screen.findByRole('button', { name: 'How to fix it' }));
    expect(services.bridge.inputsOf('app.openLink')).toEqual([{ link: 'hybridConnections' }]);
    await heading('This can be added, but it won’t connect yet');
    await user.clear(field);
    await user.paste('Endpoint=hc://contoso-bts.biztalk.windows.net/orders');
    await user.click(await screen.findByRole('button', { name: 'How to replace it' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'howToReplace', ids: [] });
  });

  it('forgets the string after two minutes without a change, and says so', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryNamespaceString);
    await act(() => vi.advanceTimersByTimeAsync(heldForMs - 1_000));
    expect(field.value).toContain(dots);
    await user.click(screen.getByLabelText('Hybrid Connection name'));
    await user.keyboard('ledger-sql');
    await act(() => vi.advanceTimersByTimeAsync(heldForMs - 1_000));
    expect(field.value).toContain(dots);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(field).toHaveValue('');
    expect(screen.getByText(/^Nothing changed for 2 minutes/)).toBeVisible();
    expect(screen.getByText('Paste a string to see what it adds')).toBeVisible();
    await user.click(field);
    await user.paste(canaryString);
    await heading('Ready to add');
    expect(screen.queryByText(/^Nothing changed for 2 minutes/)).toBeNull();
    expectNoCanary(services);
  });

  it('keeps the string while it is being saved, however long that takes', async () => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryString);
    services.bridge.hold('connections.add');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await act(() => vi.advanceTimersByTimeAsync(heldForMs * 2));
    expect(field.value).toContain(dots);
  });

  it.each([
    ['Esc', (user: UserEvent) => user.keyboard('{Escape}')],
    ['Cancel', (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Cancel' }))],
    ['×', (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Close' }))],
  ])('%s closes it', async (_name, close) => {
    const { services, user, field } = open();
    await user.click(field);
    await user.paste(canaryString);
    await close(user);
    expect(services.ui.getState().dialog).toBeNull();
    expectNoCanary(services);
  });
});
