/** English texts of the tray: its menu, and the counts of its tooltip. */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

export const trayTexts = localised({
  /** `{lines}`: the counts, or the host's sentence. */
  tooltip: '{product}\n{lines}',
  /** A connection and its state. */
  connection: '{name}: {status}',
  between: ', ',
  open: 'Open Hybrid Connection Manager',
  startAll: 'Start all',
  stopAll: 'Stop all',
  settings: 'Settings',
  quit: 'Quit',
  starting: 'Looking for the host',
  couldNot: 'Not every connection followed. The window shows which.',
} as const);

export const trayCountTexts = localised({
  working: { one: '{count} working', other: '{count} working' },
  recovering: { one: '{count} recovering', other: '{count} recovering' },
  attention: { one: '{count} needs attention', other: '{count} need attention' },
  off: { one: '{count} off', other: '{count} off' },
  stopQuestion: {
    one: 'Stop all connections and close {count} session?',
    other: 'Stop all connections and close {count} sessions?',
  },
} as const satisfies Record<string, CountedText>);

export const stopAllTexts = localised({
  detail:
    'Apps in Azure can’t reach the endpoints through this host until the connections are started again.',
  stop: 'Stop all',
  keepRunning: 'Keep running',
} as const);
