/**
 * English texts for what can be done with connections (design §4, §6, §12, §13): labels of buttons and menus, short
 * messages, and the details that are copied.
 */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

/** Labels of the actions; the ones with … ask for more. */
export const actionLabelTexts = localised({
  openDetails: 'Open details',
  restart: 'Restart',
  start: 'Start',
  stop: 'Stop',
  retryNow: 'Retry now',
  replaceKey: 'Replace key…',
  closeSessionsNow: 'Close sessions now',
  openInAzure: 'Open in Azure',
  howToReplace: 'How to replace it',
  refresh: 'Refresh',
  test: 'Test',
  copyDetails: 'Copy details',
  remove: 'Remove',
} as const satisfies Record<string, string>);

export const copyMenuTexts = localised({
  copy: 'Copy',
  name: 'Name',
  endpoint: 'Endpoint',
  address: 'Address',
  details: 'Details',
} as const satisfies Record<string, string>);

/** Short messages; each counted text is for several connections at once. */
export const doneTexts = localised({
  restarted: 'Restarted {name}.',
  removed: 'Removed {name}.',
  copied: 'Copied.',
  sessionClosed: 'Closed the session.',
  noEffect: 'That didn’t take effect. The state shown is the true one.',
} as const satisfies Record<string, string>);

export const doneSeveralTexts = localised({
  restarted: { one: 'Restarted {count} connection.', other: 'Restarted {count} connections.' },
  removed: { one: 'Removed {count} connection.', other: 'Removed {count} connections.' },
  sessionsClosed: { one: 'Closed {count} session.', other: 'Closed {count} sessions.' },
} as const satisfies Record<string, CountedText>);

/** `{problem}` is the title of the error; it brings no full stop. */
export const couldNotTexts = localised({
  restart: 'Couldn’t restart {name}: {problem}.',
  start: 'Couldn’t start {name}: {problem}.',
  stop: 'Couldn’t stop {name}: {problem}.',
  retryNow: 'Couldn’t retry {name}: {problem}.',
  refresh: 'Couldn’t refresh {name}: {problem}.',
  remove: 'Couldn’t remove {name}: {problem}.',
  closeSessions: 'Couldn’t close the sessions of {name}: {problem}.',
} as const satisfies Record<string, string>);

/** What isn’t done with a connection. */
export const couldNotAtAllTexts = localised({
  copy: 'Couldn’t copy: {problem}.',
  openAzure: 'Couldn’t open Azure: {problem}.',
} as const satisfies Record<string, string>);

/** In place of `{name}` where several connections failed in the same way. */
export const severalConnectionTexts: CountedText = localised({
  one: '{count} connection',
  other: '{count} connections',
});

/** What is copied for whoever helps: one line each, in this order. */
export const copiedDetailsTexts = localised({
  name: 'Hybrid Connection: {value}',
  namespace: 'Namespace: {value}',
  address: 'Service Bus address: {value}',
  endpoint: 'Endpoint: {value}',
  status: 'Status: {value}',
  endpointStatus: 'Endpoint status: {value}',
  listeners: 'Listeners: {value}',
  sessions: 'Sessions: {value}',
  id: 'Id: {value}',
  withProblem: '{word} ({code}: {problem})',
  /** Azure’s support finds a request by its TrackingId. */
  withTracking: '{word} ({code}: {problem}, TrackingId {trackingId})',
  since: '{value}, since {time}',
  /** Last line. */
  versions: 'Hybrid Connection Manager {app}, host {host}',
} as const satisfies Record<string, string>);
