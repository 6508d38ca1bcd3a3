/** Names and values below each other. Where there is little room the value stands below its name. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface ValueRow {
  readonly label: string;
  readonly value: ReactNode;
  /** A second, quiet line. */
  readonly note?: string;
  /** What belongs to the value and may be done with it. */
  readonly below?: ReactNode;
}

const useStyles = makeStyles({
  list: { margin: '0', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalSNudge },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  // The value takes what is left beside it; on a line of its own the label has all of it.
  label: { flex: '1 0 140px', color: tokens.colorNeutralForeground3 },
  value: { flex: '9999 1 220px', minWidth: '0', margin: '0', overflowWrap: 'anywhere' },
  note: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function ValueList({ rows }: { readonly rows: readonly ValueRow[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {rows.map(({ label, value, note, below }) => (
        <div key={label} className={styles.row}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {value}
            {note !== undefined && <span className={styles.note}>{note}</span>}
            {below !== undefined && <div>{below}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
