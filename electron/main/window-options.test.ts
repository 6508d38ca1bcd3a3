import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { backgroundColor, windowOptions } from './window-options.ts';

const anySession: unknown = {};
const session = anySession as Session;
const options = windowOptions({
  bounds: { width: 1200, height: 800 },
  background: '#1f1f1f',
  preload: '/app/preload/index.cjs',
  icon: '/app/icon.png',
  session,
});

describe('windowOptions', () => {
  it('makes a window whose page has no power of its own', () => {
    // Exactly these: an option that isn't here (webSecurity, allowRunningInsecureContent …) keeps its safe default.
    expect(options.webPreferences).toEqual({
      preload: '/app/preload/index.cjs',
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
    });
  });

  it('shows nothing before its page has something to show, and the right colour then', () => {
    expect(options).toMatchObject({
      ...{ show: false, paintWhenInitiallyHidden: false, backgroundColor: '#1f1f1f' },
      ...{ minWidth: 400, minHeight: 480 },
    });
  });

  it('is the only way in which windows are made', () => {
    const folder = join(import.meta.dirname);
    const makers = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) =>
        [
          ...readFileSync(join(folder, file), 'utf8').matchAll(
            /new (BrowserWindow|BaseWindow|WebContentsView)\((.*)\)/g,
          ),
        ].map(([, name, argument]) => `${file}: ${name ?? ''}(${argument ?? ''})`),
      );
    expect(makers).toEqual(['open-first-window.ts: BrowserWindow(options)']);
  });
});

describe('backgroundColor', () => {
  it.each([
    [false, false, '#fafafa'],
    [true, false, '#1f1f1f'],
    [true, true, '#000000'],
    [false, true, '#ffffff'],
  ])('dark %s, high contrast %s: %s', (shouldUseDarkColors, shouldUseHighContrastColors, expected) => {
    expect(backgroundColor({ shouldUseDarkColors, shouldUseHighContrastColors })).toBe(expected);
  });
});
