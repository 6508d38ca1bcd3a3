/** What stands for the rows until the first answer: nothing for 200 ms, then six of them (design §11). */
import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import { rowHeight } from './table-row.tsx';

const showAfterMs = 200;
const skeletonRows = 6;

export function TableSkeleton() {
  const styles = useStyles();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), showAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.rows} aria-busy aria-label={tableTexts.loading} role="status">
      {isShown && (
        <Skeleton>
          {Array.from({ length: skeletonRows }, (_unused, row) => (
            <div key={row} className={styles.row}>
              <SkeletonItem size={16} />
              <SkeletonItem size={16} />
              <SkeletonItem size={16} />
            </div>
          ))}
        </Skeleton>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  rows: { flexGrow: 1, minHeight: 0, overflow: 'hidden' },
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr 2fr',
    columnGap: tokens.spacingHorizontalXXL,
    alignItems: 'center',
    height: `${rowHeight}px`,
    paddingInline: tokens.spacingHorizontalXXL,
  },
});
