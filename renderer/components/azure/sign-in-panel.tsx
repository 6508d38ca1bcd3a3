/**
 * Signing in with Azure, from the first button to the account: by this computer's browser, by a code on another device, or
 * as a service or a managed identity under More options.
 */
import { Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { AzureAccount } from '../../../electron/contract/azure.ts';
import { azureSignInPanelTexts } from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { initialFocus } from '../dialog-frame.tsx';
import { ErrorCallout } from '../error-callout.tsx';
import { emptyForm, signInInput, withoutSecrets, wrongFields, type SignInForm } from './sign-in-form.ts';
import { SignInOptions } from './sign-in-options.tsx';
import { SignInWaiting } from './sign-in-waiting.tsx';
import { useSignIn } from './use-sign-in.ts';

export interface SignInPanelProps {
  /** Account that signs in again; null for any. */
  readonly again?: AzureAccount | null;
  /** What it says above the buttons. */
  readonly title?: string;
  /** Back to where it was begun; without it there is nowhere to go back to. */
  readonly onBack?: () => void;
  readonly onSignedIn: (account: AzureAccount) => void;
}

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  problem: { alignSelf: 'stretch' },
});

export function SignInPanel({ again = null, title, onBack, onSignedIn }: SignInPanelProps) {
  const styles = useStyles();
  const { state, actions } = useSignIn(onSignedIn);
  const [form, setForm] = useState(() => emptyForm(again));
  const [isOpen, setOpen] = useState(again?.kind === 'servicePrincipal');
  const [isTold, setTold] = useState(false);
  const change = (part: Partial<SignInForm>): void => setForm((before) => ({ ...before, ...part }));

  function start(byCode: boolean): void {
    setTold(true);
    if (wrongFields(form).length > 0) {
      setOpen(true);
      return;
    }
    actions.start(signInInput(form, again, byCode));
    change(withoutSecrets);
    setTold(false);
  }

  if (state.phase !== 'idle') return <SignInWaiting state={state} actions={actions} />;
  const ownTitle =
    again === null
      ? azureSignInPanelTexts.title
      : fillText(azureSignInPanelTexts.again, { name: again.name });
  return (
    <div className={styles.panel}>
      {state.problem !== null && (
        <div className={styles.problem}>
          <ErrorCallout error={state.problem} />
        </div>
      )}
      <Body1Strong>{title ?? ownTitle}</Body1Strong>
      {isOpen && (
        <SignInOptions
          form={form}
          wrong={isTold ? wrongFields(form) : []}
          isAgain={again !== null}
          onChange={change}
        />
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => start(false)} {...initialFocus}>
          {azureSignInPanelTexts.signIn}
        </Button>
        {form.as === 'user' && (
          <Button onClick={() => start(true)}>{azureSignInPanelTexts.deviceCode}</Button>
        )}
        {onBack && (
          <Button appearance="subtle" onClick={onBack}>
            {azureSignInPanelTexts.back}
          </Button>
        )}
        <Button
          appearance="subtle"
          iconPosition="after"
          icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {azureSignInPanelTexts.moreOptions}
        </Button>
      </div>
    </div>
  );
}
