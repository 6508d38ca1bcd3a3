/** The sessions that ended last, newest first, each with the reason. */
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { SessionView } from '../../../electron/contract/api.ts';
import { formatBytes, formatDuration } from '../../../electron/contract/format.ts';
import { closeReason, closeReasonText } from '../../../electron/contract/messages/close-reason.ts';
import { sessionHeadTexts, sessionTexts } from '../../../electron/contract/messages/texts/sessions.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { toneColors } from '../../theme/tones.ts';
import { Moment } from './moment.tsx';
import { useSessionTableStyles } from './session-table-styles.ts';

export interface ClosedSessionsProps {
  readonly sessions: readonly SessionView[];
  /** Any moment of today. */
  readonly now: number;
}

/** Remembered, because 200 rows that can't change any more need no drawing each second. */
export const ClosedSessions = memo(function ClosedSessions({ sessions, now }: ClosedSessionsProps) {
  const styles = useSessionTableStyles();
  const number = mergeClasses(styles.head, styles.number);
  return (
    <table className={styles.table} aria-label={sessionTexts.recentlyClosed}>
      <thead>
        <tr>
          <th className={styles.head}>{sessionHeadTexts.closed}</th>
          <th className={number}>{sessionHeadTexts.openFor}</th>
          <th className={mergeClasses(number, styles.fromData)}>{sessionHeadTexts.data}</th>
          <th className={styles.head}>{sessionHeadTexts.why}</th>
          <th className={mergeClasses(styles.head, styles.last)}>
            <span className={styles.hidden}>{sessionHeadTexts.trackingId}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <ClosedSession key={session.id} session={session} now={now} />
        ))}
      </tbody>
    </table>
  );
});

function ClosedSession({ session, now }: { readonly session: SessionView; readonly now: number }) {
  const styles = useSessionTableStyles();
  const number = mergeClasses(styles.cell, styles.number);
  const endedAt = session.endedAt ?? session.startedAt;
  const { tone } = closeReason(session);
  return (
    <tr>
      <td className={styles.cell}>
        <Moment at={endedAt} now={now} />
      </td>
      <td className={number}>{formatDuration(endedAt - session.startedAt)}</td>
      <td className={mergeClasses(number, styles.fromData)}>
        {formatBytes(session.bytesIn + session.bytesOut)}
      </td>
      <td className={styles.cell} style={{ color: toneColors[tone].text }}>
        {closeReasonText(session)}
      </td>
      <td className={mergeClasses(number, styles.last)}>
        {session.trackingId !== '' && (
          <span className={styles.withTracking}>
            <CopyButton
              text={session.trackingId}
              what={fillText(sessionTexts.trackingIdOf, { peer: session.peer ?? sessionTexts.unknownPeer })}
            />
          </span>
        )}
      </td>
    </tr>
  );
}
