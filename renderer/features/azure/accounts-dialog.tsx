/** Who is signed in with Azure on this host: sign in again, sign out, add one. */
import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { AzureAccount } from '../../../electron/contract/azure.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import {
  azureAccountTexts,
  azurePickerTexts,
  azureSignInPanelTexts,
} from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { PlaceProblem } from '../../components/azure/directory-problems.tsx';
import { SignInPanel } from '../../components/azure/sign-in-panel.tsx';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useServices } from '../../services.tsx';
import { AccountList } from './account-list.tsx';
import { useAccounts } from './use-accounts.ts';

/** A sign-in inside of the dialog: as anybody, or as an account again. */
interface SigningIn {
  readonly again: AzureAccount | null;
}

export function AccountsDialog() {
  const { bridge, toasts, ui } = useServices();
  const { accounts, problem, readAgain } = useAccounts();
  const [signingIn, setSigningIn] = useState<SigningIn | null>(null);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const again = signingIn?.again ?? null;

  function signIn(account: AzureAccount | null): void {
    setFailure(null);
    setSigningIn({ again: account });
  }

  async function signOut({ id, name }: AzureAccount): Promise<void> {
    setFailure(null);
    setLeaving(true);
    try {
      await bridge.call('azure.signOut', { id });
      toasts.show('success', fillText(azureAccountTexts.signedOut, { name }));
    } catch (error) {
      setFailure(toErrorData(error));
    }
    setLeaving(false);
    readAgain();
  }

  return (
    <DialogFrame
      title={azureAccountTexts.title}
      size="form"
      onClose={ui.closeDialog}
      actions={
        <>
          {signingIn === null && (
            <Button appearance="primary" onClick={() => signIn(null)}>
              {azureAccountTexts.add}
            </Button>
          )}
          <Button onClick={ui.closeDialog}>{dialogButtonTexts.close}</Button>
        </>
      }
    >
      {signingIn === null ? (
        <>
          {accounts === null && problem === null && (
            <Spinner
              size="tiny"
              label={azurePickerTexts.loadingAccounts}
              style={{ justifyContent: 'flex-start' }}
            />
          )}
          <AccountList
            accounts={accounts}
            busy={isLeaving}
            onSignIn={signIn}
            onSignOut={(account) => {
              if (!isLeaving) void signOut(account);
            }}
          />
        </>
      ) : (
        <SignInPanel
          again={again}
          {...(again === null ? { title: azureSignInPanelTexts.another } : {})}
          onBack={() => setSigningIn(null)}
          onSignedIn={() => {
            setSigningIn(null);
            readAgain();
          }}
        />
      )}
      {problem !== null && <PlaceProblem problem={problem} onAgain={readAgain} />}
      {failure !== null && <ErrorCallout error={failure} />}
    </DialogFrame>
  );
}
