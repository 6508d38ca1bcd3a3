// @ts-check
/** As little as an Electron app can be: one window with one line. What Electron itself takes to come up. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1200, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  await window.loadFile(join(import.meta.dirname, 'index.html'));
});
