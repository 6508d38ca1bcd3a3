import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

function roles(items: readonly MenuItemConstructorOptions[]): (string | undefined)[] {
  return items.flatMap(({ role, submenu }) => [role, ...(Array.isArray(submenu) ? roles(submenu) : [])]);
}

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'] as const)(
    'has keys for editing, zoom and quitting on %s',
    (platform) => {
      const has = roles(menuTemplate(platform, false));
      expect(has).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom']));
      expect(has.includes('quit') || has.includes('appMenu')).toBe(true);
    },
  );

  it('leaves the page’s own keys alone, and has no tools of developers', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const has = roles(menuTemplate(platform, false)).map((role) => role?.toLowerCase());
      for (const role of ['reload', 'forcereload', 'toggledevtools', 'viewmenu'])
        expect(has).not.toContain(role);
    }
    expect(roles(menuTemplate('linux', true))).toContain('toggleDevTools');
  });
});
