/** What is to be said of a look through a subscription beside its rows: that it goes on, or what couldn't be read. */
import { Body1, Button, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Warning20Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  configureTexts,
  configureCountTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import { azurePickerTexts } from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { isAccountTrouble } from '../../components/azure/account-trouble.ts';
import { Callout } from '../../components/callout.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useNow, useServices } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';
import type { BrowseState } from './use-browse.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

export interface BrowseNoticesProps {
  readonly state: BrowseState;
  readonly onAgain: () => void;
}

/** Without an answer for that long a person wonders. */
const slowAfterMs = 8_000;

/** More stand behind the number. */
const maxShown = 3;

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  stack: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
  },
  // Without anything to say it takes no room.
  status: { display: 'contents' },
  whole: { alignSelf: 'stretch' },
  code: { color: tokens.colorNeutralForeground3 },
});

export function BrowseNotices({ state, onAgain }: BrowseNoticesProps) {
  const styles = useStyles();
  const { problem, problems, connections, isDone, usage } = state;
  // What lies in the account is said beside it.
  const own = problem !== null && !isAccountTrouble(problem) ? problem : null;
  const isEmpty = isDone && problem === null && problems.length === 0 && connections.length === 0;
  return (
    <>
      {/* It is there from the beginning, or screen readers wouldn't notice what comes. */}
      <div role="status" className={styles.status}>
        {/* With each that comes the waiting begins anew. */}
        {!isDone && problem === null && <Loading key={connections.length} count={connections.length} />}
      </div>
      {own !== null && (
        <div className={styles.stack}>
          <div className={styles.whole}>
            <ErrorCallout error={own} />
          </div>
          <Button onClick={onAgain}>{configureTexts.tryAgain}</Button>
        </div>
      )}
      {problems.length > 0 && <NamespaceProblems problems={problems} onAgain={onAgain} />}
      {isEmpty && <Empty />}
      {usage.problem !== null && connections.length > 0 && (
        <Caption1>
          {fillText(configureTexts.appsUnread, { title: describeError(usage.problem).title })}
        </Caption1>
      )}
    </>
  );
}

function Loading({ count }: { readonly count: number }) {
  const styles = useStyles();
  const now = useNow();
  const [since] = useState(now);
  const isSlow = now - since > slowAfterMs;
  const text = count === 0 ? configureTexts.loading : fillText(configureTexts.loadingMore, { count });
  return (
    <div className={styles.line}>
      <Spinner size="tiny" aria-hidden />
      <Body1>{isSlow ? configureTexts.slow : text}</Body1>
    </div>
  );
}

function NamespaceProblems({
  problems,
  onAgain,
}: {
  readonly problems: BrowseState['problems'];
  readonly onAgain: () => void;
}) {
  const styles = useStyles();
  const lines = problems
    .slice(0, maxShown)
    .map(({ namespace, problem }) =>
      fillText(azurePickerTexts.problem, { name: namespace, title: describeError(problem).title }),
    );
  const codes = [...new Set(problems.map(({ problem }) => problem.code))].join(' ');
  return (
    <Callout
      icon={<Warning20Filled aria-hidden primaryFill={toneColors.watch.icon} />}
      title={fillCounted(configureCountTexts.namespaces, problems.length)}
      text={joinSentences(lines)}
      actions={
        <>
          <Button size="small" onClick={onAgain}>
            {configureTexts.tryAgain}
          </Button>
          <Caption1 className={styles.code}>{codes}</Caption1>
        </>
      }
    />
  );
}

function Empty() {
  const styles = useStyles();
  const { ui } = useServices();
  return (
    <div className={styles.stack}>
      <Body1>{configureTexts.empty}</Body1>
      <Button onClick={() => ui.openDialog({ kind: 'createInAzure' })}>{configureTexts.create}</Button>
    </div>
  );
}
