/** English texts of the window's frame and of its table (design §2, §5, §7, §9.9, §11, §17). */
import { localised } from '../localised.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const headerTexts = localised({
  group: 'Connections by state',
  help: 'Help',
  settings: 'Settings',
  shortcuts: 'Keyboard shortcuts',
  viewLogs: 'View Logs',
  about: 'About',
  caption: '{machine} · {host}',
  inThisApp: 'running in this app',
  starting: 'Starting',
  background: 'background host',
} as const satisfies Record<string, string>);

/** How long the background host has been running. */
export const runningForTexts = localised({
  days: {
    one: 'background host running for {count} day',
    other: 'background host running for {count} days',
  },
  hours: {
    one: 'background host running for {count} hour',
    other: 'background host running for {count} hours',
  },
  minutes: {
    one: 'background host running for {count} minute',
    other: 'background host running for {count} minutes',
  },
} as const satisfies Record<string, CountedText>);

export const tableTexts = localised({
  label: 'Connections',
  selectAll: 'Select all',
  select: 'Select {name}',
  /** Name of a row for screen readers. */
  row: '{name}, {status}, {why}, {endpoint}, {sessions}',
  endpoint: ['endpoint {status}, {why}', 'endpoint {status}'] as const,
  notLookedUp: 'Not looked up',
  notResolved: 'Not resolved',
  noMatch: 'No connection matches “{filter}”.',
  noneInGroup: 'No connection matches.',
  clearFilter: 'Clear filter',
  loading: 'Loading connections',
  traffic: 'Last 5 minutes: at most {rate}, now {now}',
} as const satisfies Record<string, MessageText>);

export const rowSessionTexts: CountedText = localised({ one: '{count} session', other: '{count} sessions' });

export const barTexts = localised({
  /** For screen readers. */
  label: 'Messages',
  notAnswering: 'The background host isn’t answering. Connections may still be running.',
  ended: 'The background host has ended, so no connection runs.',
  /** There was none since the window opened. */
  noHost: 'No host runs on this computer, so no connection does.',
  problem: '{title}. {next}',
  runHere: 'Run here',
  showLog: 'Show log',
} as const satisfies Record<string, string>);

/** The strip for retired connections: each shorter form drops what a narrow window has no room for, never the date. */
export const endOfLifeTexts = localised({
  ended: 'BizTalk Hybrid Connections reached end of life on 31 May 2018',
  date: 'BizTalk Hybrid Connections reached end of life on 31 May 2018.',
  one: ', so {name} can’t connect.',
  replace: 'Replace it with an App Service Hybrid Connection.',
  replaceSeveral: 'Replace them with App Service Hybrid Connections.',
  howToReplace: 'How to replace it',
} as const satisfies Record<string, string>);

export const endOfLifeSeveralTexts: CountedText = localised({
  one: ', so {count} connection can’t connect.',
  other: ', so {count} connections can’t connect.',
});

/** A part of the page that can't be drawn. */
export const partTexts = localised({
  broken: 'This part couldn’t be shown.',
  tryAgain: 'Try again',
  copyDetails: 'Copy details',
} as const satisfies Record<string, string>);
