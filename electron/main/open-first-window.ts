/** Opens the first window with what Electron has for it. */
import { BrowserWindow, ipcMain, nativeTheme, screen, session as sessions } from 'electron';
import icon from '../../assets/icons/icon-256.png?asset';
import { allowsDevelopment, developmentUrl } from './development.ts';
import { FirstWindow } from './first-window.ts';
import { openPageSession } from './page-session.ts';
import { rememberedLook } from './remembered-look.ts';
import { openingBounds } from './window-bounds.ts';
import { backgroundColor, windowOptions } from './window-options.ts';

export interface FirstWindowFiles {
  /** Folder of the built page. */
  readonly page: string;
  readonly preload: string;
}

/** @param folder the data folder, which remembers how the window was */
export function openFirstWindow({ page, preload }: FirstWindowFiles, folder: string): FirstWindow {
  const { bounds, theme } = rememberedLook(folder);
  nativeTheme.themeSource = theme;
  const pageServer = developmentUrl(process.env);
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const options = windowOptions({
    bounds: openingBounds(
      bounds,
      displays.map(({ workArea }) => workArea),
    ),
    background: backgroundColor(nativeTheme),
    preload,
    icon,
    session: openPageSession(sessions, page, allowsDevelopment(pageServer)),
  });
  return new FirstWindow({
    window: new BrowserWindow(options),
    handle: (channel, listener) => ipcMain.handle(channel, listener),
    developmentUrl: pageServer,
  });
}
