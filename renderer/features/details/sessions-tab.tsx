/** Sessions: figures, the open ones once a second, the ended ones with their reasons (design §8, picture 05). */
import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { SessionHistory, SessionView } from '../../../electron/contract/api.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { formatDuration, unknownValue } from '../../../electron/contract/format.ts';
import { sessionTexts } from '../../../electron/contract/messages/texts/sessions.ts';
import { useHostRead } from '../../components/host-read.ts';
import { saveText } from '../../components/save-text.ts';
import { useNow, useServices } from '../../services.tsx';
import { ClosedSessions } from './closed-sessions.tsx';
import { noonOf } from './moment.tsx';
import { OpenSessions } from './open-sessions.tsx';
import { sessionCsv } from './session-csv.ts';
import { SessionFigures, type SessionFiguresProps } from './session-figures.tsx';
import { openSessionsSource } from './session-sources.ts';
import { ReadProblem } from '../../components/read-problem.tsx';
import { useSessionHistory } from './use-session-history.ts';
import { useSessionRates } from './use-session-rates.ts';

const useStyles = makeStyles({
  empty: { margin: '0', color: tokens.colorNeutralForeground3 },
  title: { margin: `${tokens.spacingVerticalM} 0 0` },
});

export function SessionsTab({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const services = useServices();
  const now = useNow();
  const { id } = view.config;
  const open = useHostRead(useMemo(() => openSessionsSource(services.bridge, id), [services.bridge, id]));
  const history = useSessionHistory(id);
  const sessions = useMemo(() => newestFirst(open.value?.sessions ?? []), [open.value]);
  const rateOf = useSessionRates(open.value);
  const ended = history.value?.ended ?? [];
  return (
    <>
      <SessionFigures
        figures={figuresOf(open.value === null ? view.sessions : sessions.length, history.value)}
        canExport={sessions.length + ended.length > 0}
        onExport={() =>
          void saveText(
            services,
            { name: 'hcm-sessions.csv', text: sessionCsv([...sessions, ...ended], Date.now()) },
            { saved: sessionTexts.exported, notSaved: sessionTexts.notExported },
          )
        }
      />
      <ReadProblem problem={open.problem ?? history.problem} text={sessionTexts.notRead} />
      {sessions.length > 0 && <OpenSessions sessions={sessions} rateOf={rateOf} now={now} />}
      {sessions.length === 0 && open.value !== null && (
        <Body1 as="p" block className={styles.empty}>
          {sessionTexts.empty}
        </Body1>
      )}
      {history.value !== null && (
        <section aria-label={sessionTexts.recentlyClosed}>
          <Body1Strong as="h3" block className={styles.title}>
            {sessionTexts.recentlyClosed}
          </Body1Strong>
          {ended.length === 0 ? (
            <Body1 as="p" block className={styles.empty}>
              {sessionTexts.noneClosed}
            </Body1>
          ) : (
            <ClosedSessions sessions={ended} now={noonOf(now)} />
          )}
        </section>
      )}
    </>
  );
}

function newestFirst(sessions: readonly SessionView[]): readonly SessionView[] {
  return [...sessions].sort((one, other) => other.startedAt - one.startedAt);
}

function figuresOf(open: number, history: SessionHistory | null): SessionFiguresProps['figures'] {
  return {
    liveNow: String(open),
    today: String(history?.today ?? unknownValue),
    failedToday: String(history?.failedToday ?? unknownValue),
    typicalConnect: formatDuration(history?.typicalDialMs ?? null),
  };
}
