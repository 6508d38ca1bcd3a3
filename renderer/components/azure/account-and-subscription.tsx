/**
 * Where in Azure: an account, signed in right here if nobody is, and one of its subscriptions. What one directory refuses stands
 * beside the others' results.
 */
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { AzureAccount, AzureSubscription } from '../../../electron/contract/azure.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import {
  azurePickerTexts,
  azureSignInPanelTexts,
} from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { belowNarrow } from '../../theme/media.ts';
import { AccountLine } from './account-line.tsx';
import { DirectoryProblems, NoSubscriptions, PlaceProblem } from './directory-problems.tsx';
import { SignInPanel } from './sign-in-panel.tsx';
import { SubscriptionField } from './subscription-field.tsx';
import { useAzurePlace, type PlaceState } from './use-azure-place.ts';

type Found = NonNullable<PlaceState['found']>;

/** A subscription as an account sees it. */
export interface ChosenPlace {
  readonly account: AzureAccount;
  readonly subscription: AzureSubscription;
}

export interface AccountAndSubscriptionProps {
  /** While the dialog works nothing else can be chosen. */
  readonly disabled: boolean;
  /** What the chosen account met later, which another sign-in or a fresh look mends. */
  readonly trouble?: ErrorData | null;
  /** Null while nothing is chosen, also when another choice begins. */
  readonly onPlace: (place: ChosenPlace | null) => void;
}

const useStyles = makeStyles({
  loading: { justifyContent: 'flex-start' },
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    [belowNarrow]: { gridTemplateColumns: '1fr' },
  },
});

/** A sign-in inside of the dialog: as anybody, or as an account again. */
interface SigningIn {
  readonly again: AzureAccount | null;
}

export function AccountAndSubscription({ disabled, trouble = null, onPlace }: AccountAndSubscriptionProps) {
  const styles = useStyles();
  const { state, actions } = useAzurePlace();
  const [signingIn, setSigningIn] = useState<SigningIn | null>(null);
  const { accounts, account, found, subscription, problem } = state;
  usePlace(signingIn === null ? account : null, subscription, onPlace);

  if (accounts === null)
    return problem === null ? (
      <Spinner size="tiny" label={azurePickerTexts.loadingAccounts} className={styles.loading} />
    ) : (
      <PlaceProblem problem={problem} onAgain={actions.readAgain} />
    );
  if (account === null || signingIn !== null) {
    const isAnother = signingIn?.again === null;
    return (
      <SignInPanel
        // Another account begins with empty fields.
        key={signingIn?.again?.id ?? ''}
        again={signingIn?.again ?? null}
        {...(isAnother ? { title: azureSignInPanelTexts.another } : {})}
        {...(account === null ? {} : { onBack: () => setSigningIn(null) })}
        onSignedIn={(signedIn) => {
          setSigningIn(null);
          actions.signedIn(signedIn);
        }}
      />
    );
  }
  const own = found?.subscriptions.find(({ tenantId }) => tenantId === account.tenantId);
  const signInAgain = (): void => setSigningIn({ again: account });
  const whole = problem ?? (found === null ? null : ofWholeAccount(found)) ?? trouble;
  return (
    <div className={styles.all}>
      <div className={styles.fields}>
        <AccountLine
          accounts={accounts}
          account={account}
          directory={own?.tenantName ?? ''}
          disabled={disabled}
          onChoose={actions.chooseAccount}
          onAdd={() => setSigningIn({ again: null })}
        />
        <SubscriptionField
          subscriptions={found?.subscriptions ?? (problem === null ? null : [])}
          chosen={subscription}
          disabled={disabled}
          onChoose={actions.chooseSubscription}
        />
      </div>
      {whole !== null && <PlaceProblem problem={whole} onAgain={actions.readAgain} onSignIn={signInAgain} />}
      {found !== null && found.problems.length > 0 && ofWholeAccount(found) === null && (
        <DirectoryProblems problems={found.problems} onSignIn={signInAgain} onAgain={actions.readAgain} />
      )}
      {found !== null && found.problems.length === 0 && found.subscriptions.length === 0 && (
        <NoSubscriptions />
      )}
    </div>
  );
}

/** Not one directory could even be named: then the summary of directories would say less than the reason. */
function ofWholeAccount({ subscriptions, problems }: Found): ErrorData | null {
  const [only] = problems;
  const isWhole = subscriptions.length === 0 && problems.length === 1 && only?.tenantName === '';
  return isWhole ? only.problem : null;
}

/** Tells each choice once. */
function usePlace(
  account: AzureAccount | null,
  subscription: AzureSubscription | null,
  onPlace: AccountAndSubscriptionProps['onPlace'],
): void {
  const tell = useRef(onPlace);
  useEffect(() => {
    tell.current = onPlace;
  });
  useEffect(() => {
    tell.current(account === null || subscription === null ? null : { account, subscription });
  }, [account, subscription]);
}
