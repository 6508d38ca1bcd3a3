import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { enShell } from '../contract/messages/en-shell.ts';
import { menuTemplate } from './menu.ts';

function roles(items: readonly MenuItemConstructorOptions[]): (string | undefined)[] {
  return items.flatMap(({ role, submenu }) => [role, ...(Array.isArray(submenu) ? roles(submenu) : [])]);
}

const none = (): void => undefined;

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'] as const)(
    'has keys for editing, zoom and quitting on %s',
    (platform) => {
      const has = roles(menuTemplate(platform, false, none));
      expect(has).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom']));
      expect(has.includes('quit') || has.includes('appMenu')).toBe(true);
    },
  );

  it('leaves the page’s own keys alone, and has no tools of developers', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const has = roles(menuTemplate(platform, false, none)).map((role) => role?.toLowerCase());
      for (const role of ['reload', 'forcereload', 'toggledevtools', 'viewmenu'])
        expect(has).not.toContain(role);
    }
    expect(roles(menuTemplate('linux', true, none))).toContain('toggleDevTools');
  });

  it.each(['linux', 'win32', 'darwin'] as const)('imports from its File menu on %s', (platform) => {
    let asked = 0;
    const menus = menuTemplate(platform, false, () => (asked += 1));
    const file = menus.find(({ label }) => label === enShell.fileMenu)?.submenu;
    const item = Array.isArray(file) ? file.find(({ label }) => label === enShell.import) : undefined;
    expect(item?.accelerator).toBe('CommandOrControl+O');
    (item?.click as (() => void) | undefined)?.();
    expect(asked).toBe(1);
  });
});
