import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../engine/store/testing/temporary-folder.ts';
import { NativeDialogs, tellProblem } from './native-dialogs.ts';

const visible = { isVisible: () => true, isMinimized: () => false };
const minimized = { isVisible: () => true, isMinimized: () => true };

function answering(answer: object, window: Pick<BrowserWindow, 'isVisible' | 'isMinimized'> = visible) {
  const shown: Record<string, unknown>[] = [];
  const parents: unknown[] = [];
  const show = (...words: readonly Record<string, unknown>[]): Promise<object> => {
    shown.push(words.at(-1) ?? {});
    parents.push(words.length === 2 ? words[0] : null);
    return Promise.resolve(answer);
  };
  const dialog = { showMessageBox: show, showSaveDialog: show, showOpenDialog: show } as unknown as Dialog;
  return { shown, parents, dialogs: new NativeDialogs(dialog, window as unknown as BrowserWindow) };
}

describe('NativeDialogs', () => {
  it.each([
    [1, 'Quit and close 1 session?'],
    [46, 'Quit and close 46 sessions?'],
  ])('asks before %i sessions close, with the safe answer first', async (sessions, message) => {
    const { shown, dialogs } = answering({ response: 0 });
    expect(await dialogs.mayQuit(sessions)).toBe(true);
    expect(shown).toMatchObject([{ message, buttons: ['Quit', 'Keep running'], defaultId: 1, cancelId: 1 }]);
    expect(await answering({ response: 1 }).dialogs.mayQuit(sessions)).toBe(false);
  });

  it('asks before all connections stop, and is seen when the window isn’t', async () => {
    const { shown, parents, dialogs } = answering({ response: 1 }, { ...visible, isVisible: () => false });
    expect(await dialogs.mayStopAll(3)).toBe(false);
    expect(shown).toMatchObject([
      { message: 'Stop all connections and close 3 sessions?', defaultId: 1, cancelId: 1 },
    ]);
    expect(parents).toEqual([null]);
    const inSight = answering({ response: 0 });
    expect(await inSight.dialogs.mayStopAll(1)).toBe(true);
    expect(inSight.parents).toEqual([visible]);
    const inTaskbar = answering({ response: 0 }, minimized);
    await inTaskbar.dialogs.mayStopAll(1);
    expect(inTaskbar.parents).toEqual([null]);
  });

  it('asks that once at a time, however often it is clicked', async () => {
    const { shown, dialogs } = answering({ response: 0 });
    expect(await Promise.all([dialogs.mayStopAll(3), dialogs.mayStopAll(3)])).toEqual([true, true]);
    expect(shown).toHaveLength(1);
    await dialogs.mayStopAll(3);
    expect(shown).toHaveLength(2);
  });

  it('asks before connections end with the window, where the page can’t', async () => {
    const { shown, dialogs } = answering({ response: 0 });
    expect(await dialogs.mayEnd()).toBe(true);
    expect(shown).toMatchObject([
      { message: 'Closing the window stops the connections', buttons: ['Quit', 'Keep open'], cancelId: 1 },
    ]);
    expect(await answering({ response: 1 }).dialogs.mayEnd()).toBe(false);
  });

  it('asks before a connection string is copied: who can do what with it, Cancel first', async () => {
    const asked = { name: 'payroll-sql', namespace: 'contoso', broadRule: null };
    const { shown, dialogs } = answering({ response: 0 });
    expect(await dialogs.mayCopyGatewayString(asked)).toBe(true);
    const texts = expect.stringContaining('The clipboard is cleared in 60 seconds.') as unknown;
    expect(shown).toMatchObject([
      {
        type: 'question',
        message: 'Copy the connection string of payroll-sql?',
        detail: texts,
        buttons: ['Copy', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      },
    ]);
    expect(await answering({ response: 1 }).dialogs.mayCopyGatewayString(asked)).toBe(false);
  });

  it('warns of a key that may manage the namespace', async () => {
    const { shown, dialogs } = answering({ response: 1 });
    const broadRule = 'RootManageSharedAccessKey';
    expect(await dialogs.mayCopyGatewayString({ name: 'payroll-sql', namespace: 'contoso', broadRule })).toBe(
      false,
    );
    const texts = expect.stringContaining(
      'The rule RootManageSharedAccessKey may manage the whole namespace contoso',
    ) as unknown;
    expect(shown).toMatchObject([{ type: 'warning', detail: texts, buttons: ['Copy it anyway', 'Cancel'] }]);
  });

  it('asks what to do about a page that keeps ending', async () => {
    expect(await answering({ response: 0 }).dialogs.showPageAgain()).toBe(true);
    expect(await answering({ response: 1 }).dialogs.showPageAgain()).toBe(false);
  });

  it('asks for a file to import, of any name', async () => {
    const { shown, dialogs } = answering({ canceled: false, filePaths: ['/old/connections.json'] });
    expect(await dialogs.chooseImport()).toBe('/old/connections.json');
    const anyFile: unknown = expect.objectContaining({ extensions: ['*'] });
    expect(shown).toMatchObject([{ filters: expect.arrayContaining([anyFile]) as unknown }]);
    expect(await answering({ canceled: true, filePaths: [] }).dialogs.chooseImport()).toBeNull();
  });

  it('saves for the owner only, also over a file that others could read', async () => {
    const folder = temporaryFolder();
    const filePath = join(folder, 'log.txt');
    await writeFile(filePath, 'old', { mode: 0o644 });
    const { shown, dialogs } = answering({ canceled: false, filePath });
    expect(await dialogs.saveText(folder, 'hcm-log.txt', 'new')).toBe(true);
    expect(shown).toEqual([{ defaultPath: join(folder, 'hcm-log.txt') }]);
    expect(await readFile(filePath, 'utf8')).toBe('new');
    if (process.platform !== 'win32') expect((await stat(filePath)).mode & 0o777).toBe(0o600);
  });

  it('saves nothing when the person thinks better of it, and says why it can’t', async () => {
    const folder = temporaryFolder();
    const cancelled = answering({ canceled: true, filePath: '' });
    expect(await cancelled.dialogs.saveText(folder, 'hcm-log.txt', 'x')).toBe(false);
    const impossible = answering({ canceled: false, filePath: join(folder, 'no', 'where.txt') });
    await expect(impossible.dialogs.saveText(folder, 'hcm-log.txt', 'x')).rejects.toMatchObject({
      code: 'HCM4005',
      details: { file: 'where.txt' },
    });
  });
});

describe('tellProblem', () => {
  it('says what happened, why, what to do, and the code', () => {
    const shown: string[][] = [];
    const dialog = { showErrorBox: (...parts: string[]) => shown.push(parts) } as unknown as Dialog;
    tellProblem(dialog, 'Title', { code: 'HCM4004', details: { file: 'data folder' } });
    expect(shown).toEqual([
      [
        'Title',
        'No permission for data folder. This account may not read or change it. ' +
          'Use the account that owns it, or give this one the permission.\n\nHCM4004',
      ],
    ]);
  });
});
