/**
 * The application menu: nobody sees it but on macOS, and everybody uses its keys. Only what the page can't do itself; reload,
 * Ctrl+R and the like belong to the page.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { enShell } from '../contract/messages/en-shell.ts';

/**
 * @param isDevelopment adds the tools of developers
 * @param onImport opens the page's dialog
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  isDevelopment: boolean,
  onImport: () => void,
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
  // The page has its key, too, and comes first.
  const importItem: MenuItemConstructorOptions = {
    label: enShell.import,
    accelerator: 'CommandOrControl+O',
    click: onImport,
  };
  const file = (end: 'close' | 'quit'): MenuItemConstructorOptions => ({
    label: enShell.fileMenu,
    submenu: [
      importItem,
      { type: 'separator' },
      { role: 'close' },
      ...(end === 'quit' ? [{ role: end }] : []),
    ],
  });
  if (platform === 'darwin')
    return [{ role: 'appMenu' }, file('close'), { role: 'editMenu' }, view, { role: 'windowMenu' }];
  return [file('quit'), { role: 'editMenu' }, view];
}
