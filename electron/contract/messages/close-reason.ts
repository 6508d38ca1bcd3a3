/** Why a session ended, as one cell of a table: who closed it in order, else what went wrong and its code. Pure. */
import type { SessionView } from '../api.ts';
import { errorTable, isErrorCode, type ErrorCode } from '../errors.ts';
import type { Tone } from '../status.ts';
import { describeError } from './describe-error.ts';
import { closedByTexts, closedHereTexts, closeReasonTexts, notClosedTexts } from './texts/sessions.ts';
import { fillText } from './message-text.ts';

export interface CloseReason {
  readonly text: string;
  /** `act` and `watch` colour the words; an ordinary end is quiet. */
  readonly tone: Tone;
  /** Shown behind the words; null where nobody needs to look it up. */
  readonly code: ErrorCode | null;
}

type Ended = Pick<SessionView, 'closedBy' | 'code' | 'detail' | 'startedAt' | 'endedAt'>;

export function closeReason(session: Ended): CloseReason {
  const { closedBy, code } = session;
  if (code === 'HCM3123') return { text: closedHere(session.detail), tone: 'quiet', code: null };
  // A newer host may know codes that this version doesn't.
  if (code === null || !isErrorCode(code)) {
    return {
      text: closedBy === null ? notClosedTexts.stillOpen : closedByTexts[closedBy],
      tone: 'quiet',
      code: null,
    };
  }
  const { severity } = errorTable[code];
  const text = code === 'HCM3121' && closedBy === 'relay' ? notClosedTexts.dropped : closeReasonTexts[code];
  return {
    text:
      text === undefined
        ? describeError({ code, details: {} }).title
        : fillText(text, { seconds: secondsWaited(session) }),
    tone: severity === 'info' ? 'quiet' : severity,
    code: severity === 'info' ? null : code,
  };
}

/** `Endpoint didn’t answer within 20 s · HCM3104`. */
export function closeReasonText(session: Ended): string {
  const { text, code } = closeReason(session);
  return code === null ? text : `${text} · ${code}`;
}

/** What the engine notes when it ends a session itself. */
const hostDetails: Readonly<Record<string, keyof typeof closedHereTexts>> = {
  'closed by hand': 'byHand',
  'connection stopped': 'stopped',
  removed: 'removed',
  'host stopped': 'hostStopped',
  'time to finish is over': 'timeOver',
};

const byNamePrefix = 'closed by ';

/** Other details are words of programs, not of people. */
function closedHere(detail: string): string {
  const known = Object.hasOwn(hostDetails, detail) ? hostDetails[detail] : undefined;
  if (known !== undefined) return closedHereTexts[known];
  if (!detail.startsWith(byNamePrefix)) return closedByTexts.host;
  return fillText(closedHereTexts.byName, { name: detail.slice(byNamePrefix.length) });
}

/** A session whose endpoint never answered lasted as long as this host waited for it. Empty when it isn't known. */
function secondsWaited({ startedAt, endedAt }: Ended): number | '' {
  const seconds = endedAt === null ? 0 : Math.floor((endedAt - startedAt) / 1000);
  return seconds > 0 ? seconds : '';
}
