/** English texts of the host's log as it is shown. The lines themselves are for whoever helps and stay as they are. */
import { localised } from '../localised.ts';
import type { LogLevel } from '../../default-settings.ts';

export const logTexts = localised({
  level: 'Lines to show',
  lines: 'Log',
  copy: 'Copy',
  save: 'Save…',
  openFolder: 'Open folder',
  saved: 'Log saved.',
  notSaved: 'Couldn’t save the log: {problem}.',
  notOpened: 'Couldn’t open the folder: {problem}.',
  notRead: 'The log can’t be read now: {problem}.',
  empty: 'No lines yet.',
  emptyOfLevel: 'No lines of this kind.',
  paused: 'Paused.',
  jumpToNewest: 'Jump to newest',
} as const satisfies Record<string, string>);

/** The least serious lines that are shown; worse ones always are. Short: they stand beside 3 buttons. */
export const logLevelTexts: Readonly<Record<LogLevel, string>> = localised({
  debug: 'All lines',
  info: 'Info',
  warn: 'Warnings',
  error: 'Errors',
});
