/**
 * One button of the toolbar: icon and label, or the icon alone where there is little room. One that does nothing now can
 * still have the focus and says why (design §17).
 */
import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

export interface ToolButtonProps {
  readonly icon: ReactElement;
  readonly label: string;
  /** Name of the key that does the same; null where none does. */
  readonly shortcut: string | null;
  readonly isIconOnly: boolean;
  /** Null while it can be pressed. */
  readonly whyDisabled: string | null;
  readonly onClick: () => void;
}

const useStyles = makeStyles({
  button: { flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal', minWidth: 'auto', height: '32px' },
});

export function ToolButton({ icon, label, shortcut, isIconOnly, whyDisabled, onClick }: ToolButtonProps) {
  const styles = useStyles();
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
