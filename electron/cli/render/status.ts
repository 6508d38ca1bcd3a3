/** `hcm status` for people: the host, what is wrong with it, and its connections. Same words as the window. */
import type { HostInfo } from '../../contract/api.ts';
import { formatMoment } from '../../contract/format.ts';
import { cliControlTexts } from '../../contract/messages/texts/cli-control.ts';
import { cliSentenceTexts } from '../../contract/messages/texts/cli.ts';
import {
  statusCountTexts,
  statusKindTexts,
  statusLabelTexts,
} from '../../contract/messages/texts/cli-status.ts';
import { momentWordTexts } from '../../contract/messages/texts/status.ts';
import { describeHealth } from '../../contract/messages/describe-health.ts';
import { hostSentence } from '../../contract/messages/host-sentence.ts';
import { joinList } from '../../contract/messages/join-texts.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import type { CliIo } from '../cli-io.ts';
import { paintFor } from '../paint.ts';
import { barLines } from '../status/bar-lines.ts';
import { stateCounts, type StatusFacts } from '../status/status-report.ts';
import { statusTable, worstFirst } from '../status/status-table.ts';
import { renderConnectionDetails } from './connection-list.ts';
import { renderDetails } from './table.ts';

export function renderStatus(io: CliIo, facts: StatusFacts, now: number): string {
  const { views } = facts;
  const bars = facts.info === null ? [] : barLines({ ...facts, problem: null });
  // Into a file or a pipe nothing has to fit.
  const maxWidth = io.output.isTerminal ? io.screen.columns : Infinity;
  const table =
    views.length === 0
      ? [cliSentenceTexts.noConnections]
      : statusTable(worstFirst(views), { now, maxWidth, paint: paintFor(io) });
  return [hostDetails(facts, now), ...asBlock(bars), ...asBlock(table)].filter(Boolean).join('\n');
}

/** One connection, and what is wrong with it. */
export function renderOneStatus(io: CliIo, { views, items }: StatusFacts, now: number): string {
  const details = views.map((view) => renderConnectionDetails(view, now, paintFor(io)));
  const health = items.map((item) => {
    const { title, cause, next } = describeHealth(item);
    return asBlock([`${title} (${item.code})`, `  ${cause}`, `  ${next}`]).join('');
  });
  return [...details, ...health].join('\n');
}

/** Empty without a host. */
function hostDetails({ info, views }: StatusFacts, now: number): string {
  if (info === null) return '';
  const labels = statusLabelTexts;
  const counts = [...stateCounts(views)].map(([status, count]) =>
    fillCounted(statusCountTexts.state, count, { status }),
  );
  return renderDetails([
    [labels.host, hostSentence({ views, reachable: true }).sentence],
    [labels.kind, kindText(info)],
    [labels.version, info.version],
    [labels.processId, String(info.processId)],
    [labels.since, formatMoment(info.startedAt, now, momentWordTexts)],
    [labels.dataFolder, info.dataFolder],
    [labels.connections, counts.length === 0 ? '0' : joinList(counts)],
  ]);
}

function kindText({ kind, machine, role }: HostInfo): string {
  const host = fillText(statusKindTexts[kind], { machine });
  return role === 'viewer' ? fillText(cliControlTexts.asViewer, { host }) : host;
}

function asBlock(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `${line}\n`).join('')];
}
