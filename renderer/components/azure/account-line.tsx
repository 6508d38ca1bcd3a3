/** Who is signed in, and the way to another account. */
import {
  Avatar,
  Button,
  Field,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import type { AzureAccount } from '../../../electron/contract/azure.ts';
import { azurePickerTexts } from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { useServices } from '../../services.tsx';

export interface AccountLineProps {
  readonly accounts: readonly AzureAccount[];
  readonly account: AzureAccount;
  /** Its directory's name; empty where it isn't known. */
  readonly directory: string;
  readonly disabled: boolean;
  readonly onChoose: (account: AzureAccount) => void;
  readonly onAdd: () => void;
}

const useStyles = makeStyles({
  field: { minWidth: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    minWidth: 0,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  directory: { color: tokens.colorNeutralForeground3 },
  change: { flexShrink: 0 },
});

export function AccountLine({ accounts, account, directory, disabled, onChoose, onAdd }: AccountLineProps) {
  const styles = useStyles();
  const { ui } = useServices();
  return (
    <Field label={azurePickerTexts.account} className={styles.field}>
      <div className={styles.line} role="group">
        <Avatar name={account.name} size={28} color="neutral" aria-hidden />
        <span className={styles.name}>
          {account.name}
          {directory !== '' && <span className={styles.directory}>{` · ${directory}`}</span>}
        </span>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="transparent" size="small" className={styles.change} disabled={disabled}>
              {azurePickerTexts.change}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {accounts.map((one) => (
                <MenuItem key={one.id} disabled={one.id === account.id} onClick={() => onChoose(one)}>
                  {one.name}
                </MenuItem>
              ))}
              <MenuDivider />
              <MenuItem onClick={onAdd}>{azurePickerTexts.anotherAccount}</MenuItem>
              <MenuItem onClick={() => ui.openDialog({ kind: 'accounts' })}>
                {azurePickerTexts.accounts}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </Field>
  );
}
