/** The sessions that are open now, newest first; each can be closed. */
import { Button, mergeClasses, Tooltip } from '@fluentui/react-components';
import { DismissCircle16Regular } from '@fluentui/react-icons';
import type { SessionView } from '../../../electron/contract/api.ts';
import { formatBytes, formatDuration, unknownValue } from '../../../electron/contract/format.ts';
import { enSessionHeads, enSessions } from '../../../electron/contract/messages/en-sessions.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { useServices } from '../../services.tsx';
import { Moment } from './moment.tsx';
import { useSessionTableStyles } from './session-table-styles.ts';

export interface OpenSessionsProps {
  readonly sessions: readonly SessionView[];
  readonly now: number;
}

export function OpenSessions({ sessions, now }: OpenSessionsProps) {
  const styles = useSessionTableStyles();
  const number = mergeClasses(styles.head, styles.number);
  return (
    <table className={styles.table} aria-label={enSessions.live}>
      <thead>
        <tr>
          <th className={styles.head}>{enSessionHeads.started}</th>
          <th className={styles.head}>{enSessionHeads.peer}</th>
          <th className={number}>{enSessionHeads.openFor}</th>
          <th className={mergeClasses(number, styles.fromTraffic)}>{enSessionHeads.toEndpoint}</th>
          <th className={mergeClasses(number, styles.fromTraffic)}>{enSessionHeads.toApp}</th>
          <th className={mergeClasses(number, styles.fromAll)}>{enSessionHeads.connect}</th>
          <th className={mergeClasses(styles.head, styles.last)}>
            <span className={styles.hidden}>{enSessionHeads.close}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <OpenSession key={session.id} session={session} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function OpenSession({ session, now }: { readonly session: SessionView; readonly now: number }) {
  const styles = useSessionTableStyles();
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <tr>
      <td className={styles.cell}>
        <Moment at={session.startedAt} now={now} />
      </td>
      <td className={mergeClasses(styles.cell, styles.address)}>{session.peer ?? unknownValue}</td>
      <td className={number}>{formatDuration(Math.max(0, now - session.startedAt))}</td>
      <td className={mergeClasses(number, styles.fromTraffic)}>{formatBytes(session.bytesIn)}</td>
      <td className={mergeClasses(number, styles.fromTraffic)}>{formatBytes(session.bytesOut)}</td>
      <td className={mergeClasses(number, styles.fromAll)}>{formatDuration(session.dialMs)}</td>
      <td className={mergeClasses(number, styles.last)}>
        <CloseButton session={session} />
      </td>
    </tr>
  );
}

function CloseButton({ session: { id, peer, startedAt } }: { readonly session: SessionView }) {
  const { ui } = useServices();
  const shown = peer ?? enSessions.unknownPeer;
  return (
    <Tooltip relationship="label" content={fillText(enSessions.close, { peer: shown })}>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissCircle16Regular />}
        onClick={() => ui.openDialog({ kind: 'closeSession', sessionId: id, peer: shown, startedAt })}
      />
    </Tooltip>
  );
}
