/** English texts of `hcm sessions`. */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

export const sessionsUsageTexts = localised({
  sessions: 'List the open sessions of one connection or of all, or end some',
  ended: 'the ones that have ended instead, newest first',
  limit: 'how many ended ones at the most, 1 to 1000',
  kill: 'end the sessions with these ids; the beginning of an id is enough where it is the only one',
  killAll: 'end all open sessions of a connection',
  yes: 'end them without asking',
} as const);

export const sessionsWordTexts = localised({
  noneOpen: 'No open sessions.',
  noneEnded: 'No session has ended yet.',
  noHost: 'No host runs, so no session is open.',
  notKilled: 'No session is ended.',
  killQuestion: 'End {what}? [y/N]',
  killAllQuestion: 'End all open sessions of {name}? [y/N]',
  oneSession: '{id}, {connection} from {peer}',
  unknownPeer: 'an unknown app',
} as const satisfies Record<string, string>);

export const sessionsCountTexts = localised({
  questioned: { one: '{count} session ({list})', other: '{count} sessions ({list})' },
  killed: { one: '{count} session was ended.', other: '{count} sessions were ended.' },
  gone: { one: '{count} had ended by itself.', other: '{count} had ended by themselves.' },
} as const satisfies Record<string, CountedText>);

export const sessionTableHeadTexts = localised({
  id: 'ID',
  connection: 'CONNECTION',
  peer: 'APP ADDRESS',
  endpoint: 'ENDPOINT',
  openFor: 'OPEN FOR',
  ended: 'ENDED',
  toEndpoint: 'TO ENDPOINT',
  toApp: 'TO APP',
  why: 'WHY',
} as const satisfies Record<string, string>);
