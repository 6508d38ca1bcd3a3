import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HcmError } from '../../contract/errors.ts';
import type { SettingsChange } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import { ManagedSettings } from '../policy/managed-settings.ts';
import { openSettingsStore, type SettingsStore } from './settings.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

async function open(folder: string): Promise<{ store: SettingsStore; problems: HcmError[] }> {
  const problems: HcmError[] = [];
  const store = await openSettingsStore({ folder, report: (problem) => void problems.push(problem) });
  return { store, problems };
}

function stored(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
}

describe('the settings store', () => {
  it('starts with the defaults and stores only what was changed', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    expect(store.settings).toEqual(defaultSettings);
    expect(await store.change({ drainSeconds: 5 })).toEqual({ ...defaultSettings, drainSeconds: 5 });
    expect(stored(folder)).toEqual({ version: 1, settings: { drainSeconds: 5 } });
    expect((await open(folder)).store.settings.drainSeconds).toBe(5);
  });

  it('refuses a value outside its limits and changes none', async () => {
    const { store } = await open(temporaryFolder());
    await store.change({ drainSeconds: 5 });
    await expect(store.change({ halfCloseMinutes: 9, drainSeconds: -1 })).rejects.toMatchObject({
      code: 'HCM1062',
      details: { name: 'drainSeconds' },
    });
    await expect(store.change({ verifyTls: false } as SettingsChange)).rejects.toMatchObject({
      code: 'HCM1062',
    });
    expect(store.settings).toEqual({ ...defaultSettings, drainSeconds: 5 });
  });

  it('reads version 1 and keeps what it does not know', async () => {
    const folder = temporaryFolder();
    copyFileSync(
      join(import.meta.dirname, 'migrations/fixtures/settings-v1.json'),
      join(folder, 'settings.json'),
    );
    const { store, problems } = await open(folder);
    expect(problems).toEqual([]);
    expect(store.settings).toEqual({ ...defaultSettings, drainSeconds: 5, logLevel: 'debug' });
    await store.change({ logLevel: 'warn' });
    expect(stored(folder)).toEqual({
      version: 1,
      settings: { drainSeconds: 5, logLevel: 'warn', fromLater: { kept: true } },
    });
  });

  it('reports a stored value outside its limits, uses the default, and leaves the value alone', async () => {
    const folder = temporaryFolder();
    const content = { version: 1, settings: { drainSeconds: 1e9, logLevel: 'debug' } };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(content));
    const { store, problems } = await open(folder);
    expect(problems.map(({ code, details }) => [code, details['name']])).toEqual([
      ['HCM1062', 'drainSeconds'],
    ]);
    expect(store.settings).toEqual({ ...defaultSettings, logLevel: 'debug' });
    expect(stored(folder)).toEqual(content);
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ version: 1, settings: { drainSeconds: 7 } }),
    );
    expect((await store.reload()).drainSeconds).toBe(7);
  });

  it('puts the organization’s values over the stored ones, and lets nobody change them', async () => {
    const folder = temporaryFolder();
    await (await open(folder)).store.change({ drainSeconds: 5, maxSessions: 9 });
    let document: unknown = { version: 1, by: 'Contoso', settings: { drainSeconds: 30 } };
    const managed = new ManagedSettings({ read: () => Promise.resolve({ from: 'policy', document }) });
    const store = await openSettingsStore({ folder, report: () => undefined, managed });
    expect(store.settings).toEqual({ ...defaultSettings, drainSeconds: 30, maxSessions: 9 });
    expect(store.managed).toEqual([{ name: 'drainSeconds', by: 'Contoso' }]);

    const refusal = { code: 'HCM6101', details: { name: 'drainSeconds', by: 'Contoso' } };
    await expect(store.change({ maxSessions: 8, drainSeconds: 1 })).rejects.toMatchObject(refusal);
    await expect(store.reset(['maxSessions', 'drainSeconds'])).rejects.toMatchObject(refusal);
    expect(stored(folder)).toEqual({ version: 1, settings: { drainSeconds: 5, maxSessions: 9 } });
    expect(await store.change({ maxSessions: 8 })).toMatchObject({ drainSeconds: 30, maxSessions: 8 });

    document = { version: 1, by: 'Contoso', settings: { maxSessions: 8, logLevel: 'warn' } };
    expect(await store.rereadPolicy()).toEqual(['drainSeconds', 'logLevel']);
    expect(store.settings).toMatchObject({ drainSeconds: 5, maxSessions: 8, logLevel: 'warn' });
    document = { version: 1, settings: {} };
    expect(await store.reread()).toEqual(['logLevel']);
    expect(store.managed).toEqual([]);
  });
});
