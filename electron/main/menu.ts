/**
 * The application menu: nobody sees it but on macOS, and everybody uses its keys. Electron's own labels speak English only,
 * so each item has one of ours. Reload, Ctrl+R and the like belong to the page, whose keys come before the menu's.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { menuTexts } from '../contract/messages/texts/menu.ts';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import type { WantedPage } from '../contract/shell-api.ts';

export interface MenuWishes {
  readonly platform: NodeJS.Platform;
  /** Adds the tools of developers. */
  readonly isDevelopment: boolean;
  /** Something of the page's was chosen. */
  readonly onPage: (page: WantedPage) => void;
}

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

const separator: Item = { type: 'separator' };

export function menuTemplate(wishes: MenuWishes): Item[] {
  const { platform } = wishes;
  const menus = [fileMenu(wishes), editMenu(), viewMenu(wishes)];
  return platform === 'darwin'
    ? [appMenu(wishes), ...menus, windowMenu(), helpMenu(wishes)]
    : [...menus, helpMenu(wishes)];
}

function fileMenu({ platform, onPage }: MenuWishes): Item {
  const isMac = platform === 'darwin';
  const own = (label: string, accelerator: string, page: WantedPage): Item => ({
    label,
    accelerator,
    click: () => onPage(page),
  });
  return {
    label: menuTexts.file,
    submenu: [
      own(menuTexts.configure, 'CommandOrControl+N', 'configure'),
      own(menuTexts.enterManually, 'CommandOrControl+Shift+N', 'enterManually'),
      own(menuTexts.import, 'CommandOrControl+O', 'import'),
      separator,
      ...(isMac ? [] : [settingsItem(onPage), separator]),
      item('close', menuTexts.close),
      ...(isMac ? [] : [item('quit', menuTexts.quit)]),
    ],
  };
}

function editMenu(): Item {
  return {
    label: menuTexts.edit,
    submenu: [
      item('undo', menuTexts.undo),
      item('redo', menuTexts.redo),
      separator,
      item('cut', menuTexts.cut),
      item('copy', menuTexts.copy),
      item('paste', menuTexts.paste),
      item('delete', menuTexts.delete),
      separator,
      item('selectAll', menuTexts.selectAll),
    ],
  };
}

function viewMenu({ isDevelopment }: MenuWishes): Item {
  return {
    label: menuTexts.view,
    submenu: [
      item('resetZoom', menuTexts.actualSize),
      item('zoomIn', menuTexts.zoomIn),
      // Ctrl+= is what most keyboards give without Shift.
      { ...item('zoomIn', menuTexts.zoomIn), accelerator: 'CommandOrControl+=', visible: false },
      item('zoomOut', menuTexts.zoomOut),
      separator,
      item('togglefullscreen', menuTexts.fullScreen),
      ...(isDevelopment ? [item('toggleDevTools', menuTexts.developerTools)] : []),
    ],
  };
}

function helpMenu({ platform, onPage }: MenuWishes): Item {
  return {
    label: menuTexts.help,
    role: 'help',
    submenu: [
      { label: menuTexts.help, click: () => onPage('help') },
      { label: menuTexts.shortcuts, click: () => onPage('shortcuts') },
      ...(platform === 'darwin' ? [] : [separator, aboutItem(onPage)]),
    ],
  };
}

/** Of macOS, and its first. */
function appMenu({ onPage }: MenuWishes): Item {
  return {
    label: shellTexts.productName,
    submenu: [
      aboutItem(onPage),
      separator,
      settingsItem(onPage),
      separator,
      item('services', menuTexts.services),
      separator,
      item('hide', menuTexts.hideApp),
      item('hideOthers', menuTexts.hideOthers),
      item('unhide', menuTexts.showAll),
      separator,
      item('quit', menuTexts.quit),
    ],
  };
}

function windowMenu(): Item {
  return {
    label: menuTexts.window,
    role: 'window',
    submenu: [
      item('minimize', menuTexts.minimize),
      item('zoom', menuTexts.zoom),
      separator,
      item('front', menuTexts.bringToFront),
    ],
  };
}

function item(role: Role, label: string): Item {
  return { role, label };
}

function aboutItem(onPage: MenuWishes['onPage']): Item {
  return { label: menuTexts.about, click: () => onPage('about') };
}

function settingsItem(onPage: MenuWishes['onPage']): Item {
  return { label: menuTexts.settings, accelerator: 'CommandOrControl+,', click: () => onPage('settings') };
}
