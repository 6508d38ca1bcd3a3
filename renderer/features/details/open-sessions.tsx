/** The sessions that are open now; each can be closed. A click on a head sorts them. */
import { Button, mergeClasses, Tooltip } from '@fluentui/react-components';
import { DismissCircle16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SessionView } from '../../../electron/contract/api.ts';
import { formatBytes, formatDuration, formatRate, unknownValue } from '../../../electron/contract/format.ts';
import { sessionHeadTexts, sessionTexts } from '../../../electron/contract/messages/texts/sessions.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { callOfDialog } from '../../components/needed-call.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { useServices } from '../../services.tsx';
import { Moment } from './moment.tsx';
import { SessionHead } from './session-head.tsx';
import { inOrder, newestFirst, sortedBy, type SortColumn } from './session-order.ts';
import { useSessionTableStyles } from './session-table-styles.ts';

export interface OpenSessionsProps {
  readonly sessions: readonly SessionView[];
  /** Both ways summed, bytes per second; null while it isn't known. */
  readonly rateOf: (id: string) => number | null;
  readonly now: number;
}

export function OpenSessions({ sessions, rateOf, now }: OpenSessionsProps) {
  const styles = useSessionTableStyles();
  const [order, setOrder] = useState(newestFirst);
  const head = {
    order,
    onSort: (column: SortColumn) => setOrder((before) => sortedBy(column, before, sessions, rateOf)),
  };
  return (
    <table className={styles.table} aria-label={sessionTexts.live}>
      <thead>
        <tr>
          <SessionHead {...head} column="started" />
          <SessionHead {...head} column="peer" />
          <th className={mergeClasses(styles.head, styles.number)}>{sessionHeadTexts.openFor}</th>
          <SessionHead {...head} column="rate" className={styles.number} />
          <SessionHead
            {...head}
            column="toEndpoint"
            className={mergeClasses(styles.number, styles.fromTraffic)}
          />
          <SessionHead {...head} column="toApp" className={mergeClasses(styles.number, styles.fromTraffic)} />
          <SessionHead {...head} column="connect" className={mergeClasses(styles.number, styles.fromAll)} />
          <th className={mergeClasses(styles.head, styles.last)}>
            <span className={styles.hidden}>{sessionHeadTexts.close}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(sessions, order).map((session) => (
          <OpenSession key={session.id} session={session} rate={rateOf(session.id)} now={now} />
        ))}
      </tbody>
    </table>
  );
}

interface OpenSessionProps {
  readonly session: SessionView;
  readonly rate: number | null;
  readonly now: number;
}

function OpenSession({ session, rate, now }: OpenSessionProps) {
  const styles = useSessionTableStyles();
  const number = mergeClasses(styles.cell, styles.number);
  const peer = session.peer ?? sessionTexts.unknownPeer;
  return (
    <tr>
      <td className={styles.cell}>
        <Moment at={session.startedAt} now={now} />
      </td>
      <td className={mergeClasses(styles.cell, styles.address)}>{session.peer ?? unknownValue}</td>
      <td className={number}>{formatDuration(Math.max(0, now - session.startedAt))}</td>
      <td className={number}>{formatRate(rate)}</td>
      <td className={mergeClasses(number, styles.fromTraffic)}>{formatBytes(session.bytesIn)}</td>
      <td className={mergeClasses(number, styles.fromTraffic)}>{formatBytes(session.bytesOut)}</td>
      <td className={mergeClasses(number, styles.fromAll)}>{formatDuration(session.dialMs)}</td>
      <td className={mergeClasses(number, styles.last)}>
        <span className={styles.withTracking}>
          <CopyButton text={session.trackingId} what={fillText(sessionTexts.trackingIdOf, { peer })} />
        </span>
        <CloseButton session={session} />
      </td>
    </tr>
  );
}

function CloseButton({ session: { id, peer, startedAt } }: { readonly session: SessionView }) {
  const { ui } = useServices();
  const whyNot = useWhyNot(callOfDialog.closeSession);
  const shown = peer ?? sessionTexts.unknownPeer;
  const label = fillText(sessionTexts.close, { peer: shown });
  return (
    <Tooltip
      relationship={whyNot === null ? 'label' : 'description'}
      content={whyNot === null ? label : `${label}: ${whyNot}`}
    >
      <Button
        appearance="subtle"
        size="small"
        aria-label={label}
        disabledFocusable={whyNot !== null}
        icon={<DismissCircle16Regular />}
        onClick={() => ui.openDialog({ kind: 'closeSession', sessionId: id, peer: shown, startedAt })}
      />
    </Tooltip>
  );
}
