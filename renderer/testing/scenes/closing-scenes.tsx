/** What closing the window means: with a tray and without one, in this app and with a background host. */
import { sampleHostInfo } from '../sample-host.ts';
import type { Scene } from '../scene.ts';

function closingScene(name: string, hasTray: boolean, isInApp: boolean): Scene {
  return {
    name,
    bridge: (now) => (isInApp ? { host: { mode: 'app', info: sampleHostInfo(now) } } : {}),
    prepare: ({ ui }) => ui.openDialog({ kind: 'closing', hasTray }),
  };
}

export const scenes: readonly Scene[] = [
  closingScene('closing', true, true),
  closingScene('closing-background', true, false),
  closingScene('closing-no-tray', false, true),
];
