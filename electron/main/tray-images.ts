/** The tray's icons, as each system wants them: an icon file on Windows, a template on macOS, two sizes elsewhere. */
import { readFileSync } from 'node:fs';
import { nativeImage, type NativeImage, type NativeTheme } from 'electron';
import type { Tone } from '../contract/status.ts';

type Panel = 'dark' | 'light' | 'template';

const files = import.meta.glob<string>('../../assets/tray/*.{png,ico}', {
  query: '?asset',
  import: 'default',
  eager: true,
});

export function trayImage(
  tone: Tone,
  platform: NodeJS.Platform,
  theme: NativeTheme,
  environment: Readonly<Record<string, string | undefined>>,
): NativeImage | string {
  if (platform === 'win32') return fileOf(`${tone}-${panelOf(theme)}.ico`);
  if (platform === 'darwin') {
    const image = joined(tone, 'template', [16, 32]);
    image.setTemplateImage(true);
    return image;
  }
  // GNOME’s panel is dark in both of its themes.
  const isGnome = environment['XDG_CURRENT_DESKTOP']?.toLowerCase().includes('gnome') === true;
  return joined(tone, isGnome ? 'dark' : panelOf(theme), [24, 48]);
}

/** Windows keeps a color of its own for the taskbar; older runtimes don't tell it. */
function panelOf(theme: NativeTheme): Panel {
  const ofSystem: unknown = Reflect.get(theme, 'shouldUseDarkColorsForSystemIntegratedUI');
  return (typeof ofSystem === 'boolean' ? ofSystem : theme.shouldUseDarkColors) ? 'dark' : 'light';
}

function joined(tone: Tone, panel: Panel, sizes: readonly [number, number]): NativeImage {
  const image = nativeImage.createEmpty();
  for (const size of sizes)
    image.addRepresentation({
      scaleFactor: size / sizes[0],
      buffer: readFileSync(fileOf(`${tone}-${panel}-${size}.png`)),
    });
  return image;
}

function fileOf(name: string): string {
  const file = files[`../../assets/tray/${name}`];
  if (file === undefined) throw new Error(`no icon ${name}`);
  return file;
}
