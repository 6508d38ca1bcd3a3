/** The accounts, each with what can be done with it. */
import { Avatar, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { AzureAccount } from '../../../electron/contract/azure.ts';
import { formatMoment } from '../../../electron/contract/format.ts';
import {
  enAzureAccountKinds,
  enAzureAccounts,
  enAzureClouds,
} from '../../../electron/contract/messages/en-azure-sign-in.ts';
import { enMomentWords } from '../../../electron/contract/messages/en-status.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { useNow } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

export interface AccountListProps {
  /** Null until they are known. */
  readonly accounts: readonly AzureAccount[] | null;
  /** One is being signed out. */
  readonly busy: boolean;
  readonly onSignIn: (account: AzureAccount) => void;
  readonly onSignOut: (account: AzureAccount) => void;
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 220px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  needs: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: toneColors.watch.text,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

export function AccountList({ accounts, busy, onSignIn, onSignOut }: AccountListProps) {
  const styles = useStyles();
  if (accounts === null) return null;
  return (
    <>
      {accounts.length === 0 ? (
        <p>{enAzureAccounts.none}</p>
      ) : (
        <ul className={styles.list} aria-label={enAzureAccounts.title}>
          {accounts.map((account) => (
            <AccountItem key={account.id} {...{ account, busy, onSignIn, onSignOut }} />
          ))}
        </ul>
      )}
      <Caption1 className={styles.quiet}>{enAzureAccounts.hint}</Caption1>
    </>
  );
}

interface AccountItemProps extends Omit<AccountListProps, 'accounts'> {
  readonly account: AzureAccount;
}

function AccountItem({ account, busy, onSignIn, onSignOut }: AccountItemProps) {
  const styles = useStyles();
  const now = useNow();
  const { name, kind, cloud, needsSignIn, signedInAt } = account;
  const facts = [
    enAzureAccountKinds[kind],
    enAzureClouds[cloud],
    fillText(enAzureAccounts.since, { time: formatMoment(Date.parse(signedInAt), now, enMomentWords) }),
  ];
  return (
    <li className={styles.item}>
      <Avatar name={name} color="neutral" aria-hidden />
      <span className={styles.words}>
        <Body1>{name}</Body1>
        <Caption1 className={styles.quiet}>{facts.join(' · ')}</Caption1>
        {needsSignIn && (
          <Caption1 className={styles.needs}>
            <Warning16Filled aria-hidden primaryFill={toneColors.watch.icon} />
            {enAzureAccounts.mustSignIn}
          </Caption1>
        )}
      </span>
      <span className={styles.buttons}>
        {needsSignIn && (
          <Button
            size="small"
            aria-label={fillText(enAzureAccounts.signInAgainAs, { name })}
            onClick={() => onSignIn(account)}
          >
            {enAzureAccounts.needsSignIn}
          </Button>
        )}
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={fillText(enAzureAccounts.signOutOf, { name })}
          onClick={() => onSignOut(account)}
        >
          {enAzureAccounts.signOut}
        </Button>
      </span>
    </li>
  );
}
