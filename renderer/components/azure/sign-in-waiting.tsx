/** What a person does until a sign-in is through: the page in the browser, or a code on any device. */
import { Body1, Body1Strong, Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { copyButtonTexts } from '../../../electron/contract/messages/texts/details.ts';
import { azureWaitingTexts } from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import type { SignInStep } from '../../../electron/contract/azure.ts';
import { useNow } from '../../services.tsx';
import { useConnectionActions } from '../connection-actions.ts';
import { ErrorCallout } from '../error-callout.tsx';
import type { SignInActions, SignInState } from './use-sign-in.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
  },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  address: { overflowWrap: 'anywhere', userSelect: 'text' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    letterSpacing: '2px',
    fontVariantLigatures: 'none',
    userSelect: 'text',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface SignInWaitingProps {
  readonly state: Exclude<SignInState, { readonly phase: 'idle' }>;
  readonly actions: SignInActions;
}

export function SignInWaiting({ state, actions }: SignInWaitingProps) {
  const styles = useStyles();
  return (
    <div className={styles.box} role="status">
      {state.phase === 'starting' ? (
        <Line text={azureWaitingTexts.starting} />
      ) : (
        <Step step={state.step} actions={actions} />
      )}
      {state.phase === 'waiting' && state.problem !== null && <ErrorCallout error={state.problem} />}
      <Button appearance="subtle" onClick={actions.cancel}>
        {azureWaitingTexts.cancel}
      </Button>
    </div>
  );
}

function Line({ text, hint }: { readonly text: string; readonly hint?: string }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <Spinner size="tiny" aria-hidden />
      <div className={styles.words}>
        <Body1Strong>{text}</Body1Strong>
        {hint !== undefined && <Body1 className={styles.quiet}>{hint}</Body1>}
      </div>
    </div>
  );
}

function Step({ step, actions }: { readonly step: SignInStep; readonly actions: SignInActions }) {
  const styles = useStyles();
  const shared = useConnectionActions();
  if (step.kind === 'none') return <Line text={azureWaitingTexts.none} />;
  if (step.kind === 'browser')
    return (
      <>
        <Line text={azureWaitingTexts.browser} hint={azureWaitingTexts.browserHint} />
        <div className={styles.buttons}>
          <Button onClick={actions.openPage}>{azureWaitingTexts.openAgain}</Button>
          <Button onClick={() => shared.copy(step.url)}>{azureWaitingTexts.copyAddress}</Button>
        </div>
      </>
    );
  return (
    <>
      <Line text={azureWaitingTexts.device} />
      <Text className={styles.address} data-device-page>
        {step.verificationUrl}
      </Text>
      <Text className={styles.code} data-device-code>
        {step.userCode}
      </Text>
      <div className={styles.buttons}>
        <Button onClick={() => shared.copy(step.userCode)}>
          {fillText(copyButtonTexts.copy, { what: azureWaitingTexts.code })}
        </Button>
        <Button onClick={() => shared.copy(step.verificationUrl)}>
          {fillText(copyButtonTexts.copy, { what: azureWaitingTexts.address })}
        </Button>
        <Button onClick={actions.openPage}>{azureWaitingTexts.openHere}</Button>
      </div>
      <TimeLeft expiresAt={step.expiresAt} />
    </>
  );
}

/** Not read out each time that it changes. */
function TimeLeft({ expiresAt }: { readonly expiresAt: string }) {
  const styles = useStyles();
  const left = Math.floor((Date.parse(expiresAt) - useNow()) / 60_000);
  return (
    <Body1 className={styles.quiet} aria-live="off">
      {left < 1 ? azureWaitingTexts.lastMinute : fillCounted(azureWaitingTexts.minutesLeft, left)}
    </Body1>
  );
}
