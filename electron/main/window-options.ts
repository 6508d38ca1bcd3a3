/** How every window of ours is made. Pure, so that a test can hold it to the rules. */
import type { BrowserWindowConstructorOptions, Session } from 'electron';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import { minimumSize, type Rectangle } from './window-bounds.ts';

export interface WindowLook {
  readonly bounds: Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'>;
  readonly background: string;
  readonly preload: string;
  readonly icon: string;
  readonly session: Session;
}

export function windowOptions({
  bounds,
  background,
  preload,
  icon,
  session,
}: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: shellTexts.productName,
    icon,
    backgroundColor: background,
    // Shown when the page has something to show: no white flash.
    show: false,
    // Till then it needs no frames, and waits for no graphics process.
    paintWhenInitiallyHidden: false,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  };
}

/** Fluent's colorNeutralBackground2, which the header and the toolbar have, too. */
export function backgroundColor(theme: {
  readonly shouldUseDarkColors: boolean;
  readonly shouldUseHighContrastColors: boolean;
}): string {
  if (theme.shouldUseHighContrastColors) return theme.shouldUseDarkColors ? '#000000' : '#ffffff';
  return theme.shouldUseDarkColors ? '#1f1f1f' : '#fafafa';
}
