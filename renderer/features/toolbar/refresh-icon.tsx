/** Turns while Refresh runs; stands still where the person asked for less motion. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { reducedMotion } from '../../theme/media.ts';

const useStyles = makeStyles({
  turning: {
    animationName: { to: { transform: 'rotate(360deg)' } },
    animationDuration: '1s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    [reducedMotion]: { animationName: 'none' },
  },
});

export function RefreshIcon({ isTurning }: { readonly isTurning: boolean }) {
  const styles = useStyles();
  return <ArrowClockwiseRegular aria-hidden className={mergeClasses(isTurning && styles.turning)} />;
}
