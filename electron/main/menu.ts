/**
 * The application menu: nobody sees it but on macOS, and everybody uses its keys. Only what the page can't do itself; reload,
 * Ctrl+R and the like belong to the page.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { enShell } from '../contract/messages/en-shell.ts';

/** @param isDevelopment adds the tools of developers */
export function menuTemplate(
  platform: NodeJS.Platform,
  isDevelopment: boolean,
): MenuItemConstructorOptions[] {
  const zoom: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // Ctrl+= is what most keyboards give without Shift.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const tools: MenuItemConstructorOptions[] = isDevelopment ? [{ role: 'toggleDevTools' }] : [];
  const view: MenuItemConstructorOptions = { label: enShell.viewMenu, submenu: [...zoom, ...tools] };
  if (platform === 'darwin') return [{ role: 'appMenu' }, { role: 'editMenu' }, view, { role: 'windowMenu' }];
  return [{ role: 'fileMenu', submenu: [{ role: 'close' }, { role: 'quit' }] }, { role: 'editMenu' }, view];
}
