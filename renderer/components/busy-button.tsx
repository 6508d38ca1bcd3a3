/** A button that keeps its width while it works: both of its labels lie in the same place, one of them unseen. */
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { initialFocus } from './dialog-frame.tsx';

export interface BusyButtonProps {
  readonly busy: boolean;
  readonly label: string;
  readonly busyLabel: string;
  /** What it is called, where its label alone doesn't say what it is for. */
  readonly name?: string;
  readonly appearance?: 'primary' | 'secondary';
  readonly type?: 'button' | 'submit';
  /** Id of the form that it sends, where it stands outside of it. */
  readonly form?: string;
  readonly onClick?: () => void;
  /** There is nothing that it could do yet. */
  readonly disabled?: boolean;
  /** It has the focus when its dialog opens. */
  readonly isFirst?: boolean;
}

const useStyles = makeStyles({
  labels: { display: 'grid', justifyItems: 'center', alignItems: 'center' },
  label: { gridArea: '1 / 1', display: 'flex', alignItems: 'center', columnGap: '8px' },
  unseen: { gridArea: '1 / 1', visibility: 'hidden' },
});

export function BusyButton(props: BusyButtonProps) {
  const {
    busy,
    label,
    busyLabel,
    appearance = 'primary',
    type = 'button',
    form,
    onClick,
    isFirst = false,
  } = props;
  const { disabled = false, name } = props;
  const styles = useStyles();
  return (
    <Button
      appearance={appearance}
      type={type}
      form={form}
      // Focusable, so that the focus isn't lost when it becomes busy.
      disabledFocusable={busy || disabled}
      onClick={onClick}
      {...(name === undefined ? {} : { 'aria-label': name })}
      {...(isFirst ? initialFocus : {})}
    >
      <span className={styles.labels}>
        {busy ? (
          <span className={styles.label}>
            <Spinner size="tiny" aria-hidden />
            {busyLabel}
          </span>
        ) : (
          <span className={styles.label}>{label}</span>
        )}
        <span aria-hidden className={styles.unseen}>
          {busy ? label : busyLabel}
        </span>
      </span>
    </Button>
  );
}
