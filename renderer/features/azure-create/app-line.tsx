/** An app: where it is, what its plan has left, and the one thing that can be done with it. Detaching asks in place. */
import { Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { appObstacleTexts, appsDialogTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { toneColors } from '../../theme/tones.ts';
import { placeWords, planWords } from './plan-words.ts';
import type { AppsOfConnection, ListedApp } from './use-apps-of.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  words: {
    flex: '1 1 240px',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  state: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  sure: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  question: { flex: '1 1 240px' },
});

export interface AppLineProps {
  readonly app: ListedApp;
  readonly found: AppsOfConnection;
}

export function AppLine({ app, found }: AppLineProps) {
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const { isAttached } = app;
  const before = useRef({ isAttached, isAsking });
  // Before whoever looks after a lost focus does.
  useLayoutEffect(() => {
    const isOther = before.current.isAttached !== isAttached || before.current.isAsking !== isAsking;
    before.current = { isAttached, isAsking };
    // The button that was pressed has gone: the focus goes to what can be done next.
    if (isOther && !isAsking && document.activeElement === document.body)
      line.current?.querySelector('button')?.focus();
  }, [isAttached, isAsking]);
  const problem = found.problemOf(app.id);
  return (
    <li ref={line} className={styles.line}>
      <div className={styles.row}>
        <span className={styles.words}>
          <Body1Strong>{app.name}</Body1Strong>
          <Caption1 className={styles.quiet}>{`${placeWords(app)} · ${planWords(app)}`}</Caption1>
          {app.obstacle !== null && app.isAttached !== true && (
            <Caption1>{appObstacleTexts[app.obstacle]}</Caption1>
          )}
        </span>
        {app.isAttached === true && (
          <span className={styles.state}>
            <CheckmarkCircle16Filled aria-hidden primaryFill={toneColors.good.icon} />
            <Caption1>{appsDialogTexts.attached}</Caption1>
          </span>
        )}
        {!isAsking && <AppButtons app={app} found={found} onDetach={() => setAsking(true)} />}
      </div>
      {isAsking && <DetachQuestion app={app} found={found} onOver={() => setAsking(false)} />}
      {problem !== null && <AzureError error={problem} />}
    </li>
  );
}

/** Where it isn't known whether the app uses it, both are offered. */
function AppButtons({ app, found, onDetach }: AppLineProps & { readonly onDetach: () => void }) {
  const { busyId, attach } = found;
  const isBusy = busyId === app.id;
  return (
    <>
      {app.isAttached !== true && (
        <BusyButton
          appearance="secondary"
          busy={isBusy}
          disabled={app.obstacle !== null || busyId !== null}
          label={appsDialogTexts.attach}
          busyLabel={appsDialogTexts.attaching}
          name={fillText(appsDialogTexts.attachApp, { app: app.name })}
          onClick={() => attach(app)}
        />
      )}
      {app.isAttached !== false && (
        <Button
          disabledFocusable={busyId !== null}
          aria-label={fillText(appsDialogTexts.detachApp, { app: app.name })}
          onClick={onDetach}
        >
          {appsDialogTexts.detach}
        </Button>
      )}
    </>
  );
}

function DetachQuestion({ app, found, onOver }: AppLineProps & { readonly onOver: () => void }) {
  const styles = useStyles();
  const { busyId, detach, view } = found;
  const { endpoint } = view.config;
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What takes something away is never the default.
    question.current?.querySelector<HTMLElement>('[data-keep]')?.focus();
  }, []);

  async function detachNow(): Promise<void> {
    if (await detach(app)) onOver();
  }

  return (
    <div
      ref={question}
      role="group"
      aria-label={fillText(appsDialogTexts.detachApp, { app: app.name })}
      className={styles.sure}
    >
      <Body1 className={styles.question}>
        {fillText(appsDialogTexts.sure, {
          app: app.name,
          endpoint: endpoint === null ? '' : formatHostPort(endpoint),
        })}
      </Body1>
      <BusyButton
        appearance="secondary"
        busy={busyId === app.id}
        disabled={busyId !== null}
        label={appsDialogTexts.detachNow}
        busyLabel={appsDialogTexts.detaching}
        onClick={() => void detachNow()}
      />
      <Button data-keep="" appearance="primary" disabledFocusable={busyId === app.id} onClick={onOver}>
        {appsDialogTexts.keep}
      </Button>
    </div>
  );
}
