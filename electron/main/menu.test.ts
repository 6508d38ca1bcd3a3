import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../contract/languages.ts';
import { speak } from '../contract/messages/language.ts';
import { menuTexts } from '../contract/messages/texts/menu.ts';
import { wantedPages, type WantedPage } from '../contract/shell-api.ts';
import { menuTemplate } from './menu.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;

function allItems(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((one) => [one, ...(Array.isArray(one.submenu) ? allItems(one.submenu) : [])]);
}

function itemsOf(platform: NodeJS.Platform, isDevelopment = false) {
  const chosen: WantedPage[] = [];
  const menus = menuTemplate({ platform, isDevelopment, onPage: (page) => chosen.push(page) });
  return { items: allItems(menus), chosen };
}

describe('menuTemplate', () => {
  afterEach(() => speak('en'));

  it.each(platforms)('has keys for editing, zoom and quitting on %s', (platform) => {
    const roles = itemsOf(platform).items.map(({ role }) => role);
    expect(roles).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'quit']),
    );
  });

  it('leaves the page’s own keys alone, and has no tools of developers', () => {
    for (const platform of platforms) {
      const roles = itemsOf(platform).items.map(({ role }) => role?.toLowerCase());
      for (const role of ['reload', 'forcereload', 'toggledevtools', 'viewmenu'])
        expect(roles).not.toContain(role);
    }
    expect(itemsOf('linux', true).items.map(({ role }) => role)).toContain('toggleDevTools');
  });

  it.each(platforms)('leads to each thing that the page can show on %s', (platform) => {
    const { items, chosen } = itemsOf(platform);
    for (const { click } of items) (click as (() => void) | undefined)?.();
    expect(new Set(chosen)).toEqual(new Set(wantedPages.filter((page) => page !== 'connections')));
    expect(items.find(({ label }) => label === menuTexts.import)?.accelerator).toBe('CommandOrControl+O');
  });

  it('speaks the language, and leaves no label to Electron', async () => {
    const seen = new Set<string>();
    for (const language of languages) {
      await speak(language);
      for (const platform of platforms) {
        const { items } = itemsOf(platform, true);
        for (const { type, label } of items) if (type !== 'separator') expect(label).toBeTruthy();
      }
      seen.add(menuTexts.selectAll);
    }
    expect(seen.size).toBe(languages.length);
  });
});
