/** A newer version: the popup in each of its states, and About. */
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { UpdateState } from '../../../electron/contract/updates.ts';
import { sampleHostInfo } from '../sample-host.ts';
import { sampleRelease, sampleUpdate } from '../../../electron/contract/testing/sample-update.ts';
import type { Scene } from '../scene.ts';

function updateScene(name: string, update: UpdateState, isAbout = false): Scene {
  return {
    name,
    bridge: (now) => ({
      host: { mode: 'app', info: { ...sampleHostInfo(now), kind: 'app' } },
      answers: {
        'settings.get': { settings: defaultSettings, changed: [], managed: [] },
        'update.get': { state: update },
        'update.later': { state: { ...update, isQuiet: true } },
        'update.skip': { state: { ...update, isQuiet: true } },
      },
    }),
    prepare: ({ ui }) => ui.openDialog({ kind: isAbout ? 'about' : 'upgrade' }),
  };
}

const found = sampleUpdate({ phase: 'available', release: sampleRelease, keepsPackage: true });

export const scenes: readonly Scene[] = [
  updateScene('upgrade', found),
  updateScene('upgrade-downloading', {
    ...found,
    phase: 'downloading',
    received: 41_000_000,
    total: 96_300_000,
  }),
  updateScene('upgrade-ready', { ...found, phase: 'ready' }),
  updateScene('upgrade-installing', { ...found, phase: 'installing' }),
  updateScene('upgrade-failed', { ...found, problem: { code: 'HCM5116', details: { version: '2.4.0' } } }),
  updateScene('upgrade-by-package', { ...found, obstacle: 'package' }),
  updateScene('upgrade-go-back', sampleUpdate({ current: '2.4.0', goBackTo: '2.3.1' })),
  updateScene('about-newest', sampleUpdate({ checkedAt: Date.UTC(2025, 2, 14, 12) }), true),
];
