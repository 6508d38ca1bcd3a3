/** English texts of the sheet of shortcuts and of About (design §7, §9.11). */
export const enShortcutSheet = {
  title: 'Keyboard shortcuts',
  window: 'Everywhere',
  table: 'In the table',
  close: 'Close',
} as const satisfies Record<string, string>;

export const enShortcutTexts = {
  configure: 'Configure another Hybrid Connection',
  enterManually: 'Enter Manually',
  import: 'Import connections',
  filter: 'Filter connections',
  refresh: 'Refresh',
  test: 'Test',
  remove: 'Remove',
  close: 'Close details, then clear the selection',
  nextRegion: 'Next part of the window',
  previousRegion: 'Previous part of the window',
  shortcuts: 'Keyboard shortcuts',
  move: 'Move between rows',
  openDetails: 'Open details',
  select: 'Select a row',
  extend: 'Extend the selection',
  selectAll: 'Select all',
  menu: 'What can be done with a row',
} as const satisfies Record<string, string>;

export const enAbout = {
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
} as const satisfies Record<string, string>;
