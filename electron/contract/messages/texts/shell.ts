/** English texts of the window's frame: the questions that are asked outside the page. */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

export const shellTexts = localised({
  productName: 'Hybrid Connection Manager',
  importTitle: 'Import connections',
  importFiles: 'Files of connections',
  allFiles: 'All files',
  quit: 'Quit',
  keepRunning: 'Keep running',
  pageStopped: 'The window has stopped several times',
  pageStoppedDetail: 'Connections keep running. Show the window again, or quit.',
  showAgain: 'Show again',
  cantStart: 'Hybrid Connection Manager can’t start',
  fault: 'Hybrid Connection Manager has to close',
  problem: '{title}. {cause} {next}\n\n{code}',
  switchRefused:
    '{name} isn’t allowed: it takes protection away from the keys on this host. Start without it.',
} as const);

export const shellCountTexts = localised({
  quitQuestion: { one: 'Quit and close {count} session?', other: 'Quit and close {count} sessions?' },
} as const satisfies Record<string, CountedText>);
