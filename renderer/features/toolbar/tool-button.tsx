/**
 * One button of the toolbar: icon and label, or the icon alone where there is little room. One that does nothing now can
 * still have the focus and says why (design §17).
 */
import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CallName } from '../../../electron/contract/api.ts';
import { useWhyNot } from '../../components/use-why-not.ts';

export interface ToolButtonProps {
  readonly icon: ReactElement;
  readonly label: string;
  /** Name of the key that does the same; null where none does. */
  readonly shortcut: string | null;
  readonly isIconOnly: boolean;
  /** The host's call that it leads to. */
  readonly needs: CallName | null;
  /** Null while it can be pressed by whoever may do it. */
  readonly whyDisabled: string | null;
  readonly onClick: () => void;
}

const useStyles = makeStyles({
  button: { flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal', minWidth: 'auto', height: '32px' },
});

export function ToolButton(props: ToolButtonProps) {
  const { icon, label, shortcut, isIconOnly, needs, onClick } = props;
  const styles = useStyles();
  const whyDisabled = useWhyNot(needs) ?? props.whyDisabled;
  const named = shortcut === null ? label : `${label} (${shortcut})`;
  const hint = whyDisabled === null ? named : `${named}: ${whyDisabled}`;
  return (
    <Tooltip relationship="description" content={hint}>
      <Button
        appearance="subtle"
        className={styles.button}
        icon={icon}
        disabledFocusable={whyDisabled !== null}
        onClick={onClick}
        {...(isIconOnly ? { 'aria-label': label } : {})}
      >
        {isIconOnly ? undefined : label}
      </Button>
    </Tooltip>
  );
}
