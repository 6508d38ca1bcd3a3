/** One picture of `hcm status --watch`: the host, its bars, the table, as far as the terminal has room. Pure. */
import type { HostInfo } from '../../contract/api.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { cliSentenceTexts } from '../../contract/messages/texts/cli.ts';
import { statusCountTexts, statusSentenceTexts } from '../../contract/messages/texts/cli-status.ts';
import { hostSentence } from '../../contract/messages/host-sentence.ts';
import { joinLines } from '../../contract/messages/join-texts.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import { runningFor } from '../../contract/messages/running-for.ts';
import type { FollowedState } from '../host-follower.ts';
import type { Paint } from '../paint.ts';
import { cut, printable } from '../render/table.ts';
import { wrapText } from '../render/wrap-text.ts';
import { barLines } from './bar-lines.ts';
import { statusTable, worstFirst } from './status-table.ts';

export interface FrameInput {
  /** Null until it is known whether a host answers. */
  readonly state: FollowedState | null;
  /** The connections that are asked for; `state` tells of all. */
  readonly views: readonly ConnectionView[];
  readonly isOne: boolean;
  readonly rates: ReadonlyMap<string, number>;
  readonly now: number;
  readonly columns: number;
  readonly rows: number;
  /** Rows of the table that are scrolled away at its top. */
  readonly offset: number;
  readonly paint: Paint;
}

export interface Frame {
  readonly lines: readonly string[];
  /** As far as there was something to scroll. */
  readonly offset: number;
}

export function statusFrame(input: FrameInput): Frame {
  const { state, views, rates, now, rows, paint } = input;
  // The last column stays empty: a terminal that has just filled it may begin a new line.
  const width = Math.max(1, input.columns - 1);
  const top = head(state, now).flatMap((line) => wrapText(printable(line), width));
  if (state === null || views.length === 0) {
    const nothing = state === null ? [] : ['', nothingThere(input)];
    return { lines: [...top, ...nothing].map((line) => cut(line, width)).slice(0, rows), offset: 0 };
  }
  const [heads = '', ...body] = statusTable(worstFirst(views), { now, maxWidth: width, paint, rates });
  // The table's heads, the last line, and an empty line on both sides where there is room for more than that.
  const space = rows - top.length < 6 ? [] : [''];
  const room = Math.max(1, rows - top.length - 2 - 2 * space.length);
  const offset = Math.min(input.offset, Math.max(0, body.length - room));
  const shown = body.slice(offset, offset + room);
  const lines = [...top, ...space, heads, ...shown, ...space, lastLine(body.length - shown.length, width)];
  return { lines: lines.slice(0, rows), offset };
}

function head(state: FollowedState | null, now: number): readonly string[] {
  if (state === null) return [statusSentenceTexts.looking];
  const { info, problem, views } = state;
  return [
    hostSentence({ views, reachable: problem === null }).sentence,
    ...(info === null ? [] : [caption(info, problem === null, now)]),
    ...barLines(state),
  ];
}

function caption(info: HostInfo, isThere: boolean, now: number): string {
  if (!isThere) return info.machine;
  const host = info.kind === 'app' ? statusSentenceTexts.desktopApp : runningFor(now - info.startedAt);
  return fillText(statusSentenceTexts.caption, { machine: info.machine, host, version: info.version });
}

function nothingThere({ isOne, state }: FrameInput): string {
  // Nothing is known of the connections of a host that was never there.
  if (state?.problem !== null && state?.info === null) return '';
  return isOne ? statusSentenceTexts.notThere : cliSentenceTexts.noConnections;
}

function lastLine(hidden: number, width: number): string {
  const more = hidden === 0 ? [] : [fillCounted(statusCountTexts.more, hidden)];
  return cut(joinLines([...more, statusSentenceTexts.ends]), width);
}
