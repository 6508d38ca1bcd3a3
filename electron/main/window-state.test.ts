import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultPreferences } from '../contract/default-preferences.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { errno, faultyFileSystem } from '../engine/store/testing/faulty-file-system.ts';
import { temporaryFolder } from '../engine/store/testing/temporary-folder.ts';
import { openWindowStore } from './window-state.ts';

const log = silentLogger;
const bounds = { x: 10, y: 20, width: 1000, height: 700 };

describe('WindowStore', () => {
  it('begins with the defaults and finds again what was changed', async () => {
    const folder = temporaryFolder();
    const store = await openWindowStore({ folder, log });
    expect(store.state).toEqual({
      bounds: null,
      maximized: false,
      hiddenAtLogin: false,
      preferences: defaultPreferences,
    });
    store.change({ bounds, maximized: true });
    const preferences = store.changePreferences({ theme: 'dark', density: undefined });
    expect(preferences).toEqual({ ...defaultPreferences, theme: 'dark' });
    await store.saved();
    const again = await openWindowStore({ folder, log });
    expect(again.state).toEqual({ bounds, maximized: true, hiddenAtLogin: false, preferences });
  });

  it('takes what it can’t read for unset, and keeps the rest', async () => {
    const folder = temporaryFolder();
    const stored = {
      version: 1,
      bounds: { x: 'left' },
      maximized: true,
      preferences: { ...defaultPreferences, theme: 'pink', detailsWidth: 500, fromTomorrow: 1 },
      other: 1,
    };
    await writeFile(join(folder, 'window.json'), JSON.stringify(stored));
    const store = await openWindowStore({ folder, log });
    expect(store.state).toEqual({
      bounds: null,
      maximized: true,
      hiddenAtLogin: false,
      preferences: { ...defaultPreferences, detailsWidth: 500 },
    });
  });

  it('begins anew with a damaged file, and keeps that', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'window.json'), '{');
    const store = await openWindowStore({ folder, log });
    store.changePreferences({ density: 'compact' });
    await store.saved();
    expect(JSON.parse(await readFile(join(folder, 'window.json'), 'utf8'))).toMatchObject({
      preferences: { density: 'compact' },
    });
  });

  it('keeps a change in force on a full disk, and says once that it can’t be saved', async () => {
    const warnings: string[] = [];
    const store = await openWindowStore({
      folder: temporaryFolder(),
      log: { ...log, warn: (message) => void warnings.push(message) },
      fileSystem: faultyFileSystem((operation) => {
        if (operation === 'create') throw errno('ENOSPC');
      }),
    });
    store.changePreferences({ theme: 'light' });
    store.change({ bounds });
    await store.saved();
    expect(store.state).toMatchObject({ bounds, preferences: { theme: 'light' } });
    expect(warnings).toEqual(['window file trouble']);
  });
});
