/** What went wrong at Azure, in place, with the way to sign in where that mends it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import { azureAboutTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { useConnectionActions } from '../connection-actions.ts';
import { ErrorCallout } from '../error-callout.tsx';
import { HostButton } from '../host-controls.tsx';
import { callOfDialog } from '../needed-call.ts';
import { isAccountTrouble } from './account-trouble.ts';

export interface AzureErrorProps {
  readonly error: ErrorData;
  /** Further buttons, behind the one to sign in. */
  readonly children?: ReactNode;
}

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function AzureError({ error, children }: AzureErrorProps) {
  const styles = useStyles();
  const actions = useConnectionActions();
  // Where none of the accounts sees it (HCM6050) another one may.
  const canSignIn = isAccountTrouble(error) || error.code === 'HCM6050';
  return (
    <div className={styles.all}>
      <ErrorCallout error={error} />
      {(canSignIn || Boolean(children)) && (
        <div className={styles.buttons}>
          {canSignIn && (
            <HostButton
              needs={callOfDialog.accounts}
              size="small"
              appearance="primary"
              onClick={() => actions.openDialog({ kind: 'accounts' })}
            >
              {azureAboutTexts.signIn}
            </HostButton>
          )}
          {children}
        </div>
      )}
    </div>
  );
}
