/** What people read of `hcm version --check`. */
import type { VersionCheck } from '../../contract/answer-schemas.ts';
import { formatBytes, formatMoment, unknownValue } from '../../contract/format.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { versionLabelTexts, versionSentenceTexts } from '../../contract/messages/texts/cli-version.ts';
import { momentWordTexts } from '../../contract/messages/texts/status.ts';
import { printable, renderDetails } from './table.ts';

/** Longer notes are for a page, not for a terminal. */
const maxNotesLines = 60;

export function renderVersionCheck({ version, channel, feed, release }: VersionCheck, now: number): string {
  const labels = versionLabelTexts;
  const about = renderDetails([
    [labels.current, version],
    [labels.newest, release?.version ?? versionSentenceTexts.upToDate],
    ...(release === null ? [] : releaseRows(release, now)),
    [labels.channel, channel],
    [labels.feed, feed ?? unknownValue],
  ]);
  if (release === null) return about;
  const notes = notesLines(release.notes);
  const changes =
    notes.length === 0
      ? []
      : ['', fillText(versionSentenceTexts.notes, { version: release.version }), ...notes];
  return `${about}${[...changes, '', versionSentenceTexts.install].join('\n')}\n`;
}

function releaseRows(
  { published, sizeBytes }: NonNullable<VersionCheck['release']>,
  now: number,
): readonly (readonly [string, string])[] {
  const labels = versionLabelTexts;
  return [
    ...(published === null
      ? []
      : [[labels.published, formatMoment(Date.parse(published), now, momentWordTexts)] as const]),
    ...(sizeBytes === null ? [] : [[labels.size, formatBytes(sizeBytes)] as const]),
  ];
}

/** As they were written: Markdown reads well enough on a terminal. Nothing in them may steer it. */
function notesLines(notes: string): readonly string[] {
  const lines = notes.trim() === '' ? [] : notes.trim().split(/\r?\n/).map(printable);
  return lines.length > maxNotesLines ? [...lines.slice(0, maxNotesLines), '…'] : lines;
}
