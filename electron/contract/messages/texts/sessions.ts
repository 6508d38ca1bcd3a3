/** English texts of the sessions of one connection: figures, columns, why each ended, and the exported list. */
import { localised } from '../localised.ts';
import type { ErrorCode } from '../../errors.ts';
import type { MessageText } from '../message-text.ts';

export const sessionTexts = localised({
  liveNow: 'live now',
  today: 'today',
  failedToday: 'failed today',
  typicalConnect: 'typical connect',
  exportList: 'Export list…',
  exported: 'List saved.',
  notExported: 'Couldn’t save the list: {problem}.',
  live: 'Open sessions',
  empty: 'No open sessions. They appear here as soon as an app connects.',
  recentlyClosed: 'Recently closed',
  noneClosed: 'No session has ended yet.',
  trackingIdOf: 'tracking id of {peer}',
  notRead: 'The sessions can’t be read now: {problem}.',
  close: 'Close session of {peer}',
  unknownPeer: 'an unknown app',
} as const satisfies Record<string, string>);

export const sessionHeadTexts = localised({
  started: 'Started',
  peer: 'App address',
  openFor: 'Open for',
  toEndpoint: 'To endpoint',
  toApp: 'To app',
  rate: 'Rate',
  connect: 'Connect',
  close: 'Close',
  closed: 'Closed',
  data: 'Data',
  why: 'Why',
  trackingId: 'Tracking id',
} as const satisfies Record<string, string>);

/** Where neither a side nor a code says it. */
export const notClosedTexts = localised({
  stillOpen: 'Still open',
  /** It is known that it was Azure, or the way there. */
  dropped: 'Azure or the network dropped it',
} as const satisfies Record<string, string>);

/** Who ended a session in order. */
export const closedByTexts = localised({
  app: 'App closed it',
  endpoint: 'Endpoint closed it',
  relay: 'Azure closed it',
  host: 'This host closed it',
} as const satisfies Record<string, string>);

/** Why this host itself ended one that could have gone on. */
export const closedHereTexts = localised({
  byName: 'Closed by {name}',
  byHand: 'Closed by hand on this host',
  removed: 'Connection was removed',
  stopped: 'Connection was stopped',
  hostStopped: 'This host was stopped',
  timeOver: 'Time to finish was over',
} as const satisfies Record<string, string>);

/** Why a session failed or was cut. Short: it is one cell of a table. */
export const closeReasonTexts: Readonly<Partial<Record<ErrorCode, MessageText>>> = localised({
  HCM2034: 'No sign of life from Azure',
  HCM2041: 'No endpoint is known',
  HCM2050: 'Azure pointed elsewhere, not followed',
  HCM2052: 'App was gone before it began',
  HCM2053: 'Azure wasn’t reached in time',
  HCM3101: 'Endpoint’s name isn’t known',
  HCM3102: 'Endpoint refused the connection',
  HCM3103: 'No route to the endpoint',
  HCM3104: ['Endpoint didn’t answer within {seconds} s', 'Endpoint didn’t answer'],
  HCM3105: 'Endpoint couldn’t be reached',
  HCM3106: 'Endpoint isn’t allowed on this host',
  HCM3107: 'This host had too many open files',
  HCM3110: 'As many sessions were open as allowed',
  HCM3111: 'Connection was stopping',
  HCM3112: 'As many sessions were open as this host allows',
  HCM3120: 'Endpoint dropped it',
  HCM3121: 'App or Azure dropped it',
  HCM3122: 'Half closed and silent, closed by this host',
  HCM3124: 'Traffic was changed on the way',
  HCM3125: 'A fault of this program ended it',
  HCM3126: 'Carried nothing for too long, closed by this host',
});
