/** A name and what it means, in a `dl`: side by side, in a narrow window below each other. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { belowNarrow } from '../theme/media.ts';

export interface DefinitionRowProps {
  readonly name: ReactNode;
  /** Its meaning. */
  readonly children: ReactNode;
}

export function DefinitionRow({ name, children }: DefinitionRowProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.meaning}>{children}</dd>
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '176px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [belowNarrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0 },
});
