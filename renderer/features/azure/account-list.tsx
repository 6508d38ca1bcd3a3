/** The accounts, each with what can be done with it. */
import { Avatar, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { AzureAccount } from '../../../electron/contract/azure.ts';
import { formatMoment } from '../../../electron/contract/format.ts';
import {
  azureAccountKindTexts,
  azureAccountTexts,
  azureCloudTexts,
} from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { momentWordTexts } from '../../../electron/contract/messages/texts/status.ts';
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
        <p>{azureAccountTexts.none}</p>
      ) : (
        <ul className={styles.list} aria-label={azureAccountTexts.title}>
          {accounts.map((account) => (
            <AccountItem key={account.id} {...{ account, busy, onSignIn, onSignOut }} />
          ))}
        </ul>
      )}
      <Caption1 className={styles.quiet}>{azureAccountTexts.hint}</Caption1>
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
    azureAccountKindTexts[kind],
    azureCloudTexts[cloud],
    fillText(azureAccountTexts.since, { time: formatMoment(Date.parse(signedInAt), now, momentWordTexts) }),
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
            {azureAccountTexts.mustSignIn}
          </Caption1>
        )}
      </span>
      <span className={styles.buttons}>
        {needsSignIn && (
          <Button
            size="small"
            aria-label={fillText(azureAccountTexts.signInAgainAs, { name })}
            onClick={() => onSignIn(account)}
          >
            {azureAccountTexts.needsSignIn}
          </Button>
        )}
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={fillText(azureAccountTexts.signOutOf, { name })}
          onClick={() => onSignOut(account)}
        >
          {azureAccountTexts.signOut}
        </Button>
      </span>
    </li>
  );
}
