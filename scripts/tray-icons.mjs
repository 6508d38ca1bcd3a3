// @ts-check
/**
 * `node scripts/tray-icons.mjs`: draws the tray's icons into `assets/tray`, one for each state and kind of panel. They are
 * kept in the repository; this is for whoever changes them. `--sheet FILE` also paints all of them on both panels, to look at.
 *
 * The state is told by shape and by colour: a tick, a ring with a dot, an exclamation mark; nothing when nothing runs.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron as electron } from '@playwright/test';
import { resolveElectronRuntime } from './electron-runtime.mjs';
import { startScreen } from './virtual-screen.mjs';

const folder = fileURLToPath(new URL('../assets/tray', import.meta.url));
const tones = /** @type {const} */ (['good', 'watch', 'act', 'quiet']);
/** Panels of these colours; macOS colours its own by itself. */
const panels = /** @type {const} */ ({ dark: '#ffffff', light: '#1f1f1f', template: '#000000' });
const badgeColors = { good: '#1fa33a', watch: '#f2a60d', act: '#d92c34', quiet: '#888888' };
const icoSizes = [16, 20, 24, 32, 48];
const pngSizes = { dark: [24, 48], light: [24, 48], template: [16, 32] };

/**
 * On a grid of 24: the product's mark, a way between two places, and the state at its lower right.
 * @param {(typeof tones)[number]} tone
 * @param {keyof typeof panels} panel
 */
function drawing(tone, panel) {
  const ink = panels[panel];
  const isTemplate = panel === 'template';
  const color = isTemplate ? ink : badgeColors[tone];
  const hasBadge = tone !== 'quiet';
  const sign = isTemplate ? 'black' : 'none';
  const mark = `<g mask="url(#gap)" fill="none" stroke="${ink}" opacity="${tone === 'quiet' ? 0.55 : 1}">
    <path d="M6 15.5 C6 9 17.5 14 17.5 7.5" stroke-width="2.2" stroke-linecap="round"/>
    <rect x="1.5" y="15.5" width="9" height="6.5" rx="1.8" fill="${ink}" stroke="none"/>
    <circle cx="17.5" cy="5.5" r="4.5" fill="${ink}" stroke="none"/>
  </g>`;
  const signs = {
    good: '<path d="M14.7 17.6 L16.7 19.6 L20.4 15.6" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke="SIGN"/>',
    watch: '<circle cx="17.5" cy="17.5" r="3.7" fill="none" stroke="SIGN" stroke-width="2"/>',
    act: '<path d="M17.5 14 V17.9" stroke-width="2.1" stroke-linecap="round" stroke="SIGN"/><circle cx="17.5" cy="20.8" r="1.2" fill="SIGN"/>',
    quiet: '',
  };
  const hole = `<mask id="sign"><rect width="24" height="24" fill="white"/>${signs[tone].replaceAll('SIGN', sign === 'none' ? 'white' : 'black')}</mask>`;
  const onTop = isTemplate ? '' : signs[tone].replaceAll('SIGN', tone === 'watch' ? '#3a2800' : '#ffffff');
  const badge = hasBadge
    ? `<circle cx="17.5" cy="17.5" r="6.2" fill="${color}" ${isTemplate ? 'mask="url(#sign)"' : ''}/>${onTop}`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">
  <mask id="gap"><rect width="24" height="24" fill="white"/>${hasBadge ? '<circle cx="17.5" cy="17.5" r="7.6" fill="black"/>' : ''}</mask>
  ${isTemplate ? hole : ''}
  ${mark}
  ${badge}
</svg>
`;
}

/**
 * An icon file of Windows: each size as a PNG.
 * @param {readonly { readonly size: number, readonly png: Buffer }[]} images
 */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

const runtime = await resolveElectronRuntime('tests', { say: (line) => console.error(line) });
if ('problem' in runtime) throw new Error(runtime.problem);
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder;
const screen = await startScreen();
const profile = join(fileURLToPath(new URL('../out/tray-icons', import.meta.url)));
await mkdir(profile, { recursive: true });
await writeFile(join(profile, 'package.json'), '{"name":"tray-icons","main":"main.cjs"}');
await writeFile(
  join(profile, 'main.cjs'),
  "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow({ width: 900, height: 520 }).loadURL('data:text/html,<body></body>'));",
);
const app = await electron.launch({
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), profile],
  env: { ...process.env, DISPLAY: screen.display },
});
try {
  const page = await app.firstWindow();
  /** @param {string} svg @param {number} size */
  const paint = async (svg, size) => {
    /** @type {string} */
    const url = await page.evaluate(`(async (text, side) => {
      const image = new Image();
      image.src = 'data:image/svg+xml,' + encodeURIComponent(text);
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = side;
      canvas.getContext('2d').drawImage(image, 0, 0, side, side);
      return canvas.toDataURL('image/png');
    })(${JSON.stringify(svg)}, ${size})`);
    return Buffer.from(url.split(',')[1] ?? '', 'base64');
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  /** @type {{ panel: string, size: number, url: string }[]} */
  const pictures = [];
  for (const tone of tones) {
    for (const panel of /** @type {(keyof typeof panels)[]} */ (Object.keys(panels))) {
      const svg = drawing(tone, panel);
      const name = join(folder, `${tone}-${panel}`);
      await writeFile(`${name}.svg`, svg);
      for (const size of pngSizes[panel]) await writeFile(`${name}-${size}.png`, await paint(svg, size));
      if (panel !== 'template') {
        const images = [];
        for (const size of icoSizes) images.push({ size, png: await paint(svg, size) });
        await writeFile(`${name}.ico`, ico(images));
      }
      for (const size of [16, 24, 48])
        pictures.push({
          panel,
          size,
          url: `data:image/png;base64,${(await paint(svg, size)).toString('base64')}`,
        });
    }
  }
  const sheet = process.argv.indexOf('--sheet');
  if (sheet > 0) {
    await page.setContent(
      ['dark', 'light', 'template']
        .map((panel) => {
          const images = pictures.filter((one) => one.panel === panel);
          const all = images.map(
            ({ url, size }) =>
              `<img src="${url}" width="${size}"><img src="${url}" width="${size * 3}" style="image-rendering:pixelated">`,
          );
          return `<p style="margin:0;padding:8px;background:${panel === 'dark' ? '#1b1b1f' : '#e9e9ee'}">${all.join(' ')}</p>`;
        })
        .join(''),
    );
    await page.screenshot({ path: process.argv[sheet + 1] ?? 'tray-icons.png' });
  }
} finally {
  await app.close();
  await screen.stop();
  await rm(profile, { recursive: true, force: true });
}
