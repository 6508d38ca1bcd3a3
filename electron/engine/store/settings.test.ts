import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HcmError } from '../../contract/errors.ts';
import { defaultSettings, type SettingsChange } from '../../contract/settings.ts';
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
});
