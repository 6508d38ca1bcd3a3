/** English texts of the sheet of shortcuts and of About (design §7, §9.11). */
import { localised } from '../localised.ts';

export const shortcutSheetTexts = localised({
  title: 'Keyboard shortcuts',
  window: 'Everywhere',
  table: 'In the table',
  close: 'Close',
} as const satisfies Record<string, string>);

export const shortcutTexts = localised({
  configure: 'Configure another Hybrid Connection',
  enterManually: 'Enter Manually',
  import: 'Import connections',
  filter: 'Filter connections',
  refresh: 'Refresh',
  test: 'Test',
  remove: 'Remove',
  close: 'Back, close details, or clear the selection',
  nextRegion: 'Next part of the window',
  previousRegion: 'Previous part of the window',
  help: 'Help',
  shortcuts: 'Keyboard shortcuts',
  settings: 'Settings',
  move: 'Move between rows',
  openDetails: 'Open details',
  select: 'Select a row',
  extend: 'Extend the selection',
  selectAll: 'Select all',
  menu: 'What can be done with a row',
} as const satisfies Record<string, string>);

export const aboutTexts = localised({
  title: 'About Hybrid Connection Manager',
  version: 'Version {version}',
  purpose: 'Lets apps in Azure reach services in your network.',
  host: 'Host',
  electron: 'Electron',
  chromium: 'Chromium',
  node: 'Node.js',
  platform: 'System',
  dataFolder: 'Data folder',
  copyDetails: 'Copy details',
  close: 'Close',
} as const satisfies Record<string, string>);
