/** Styles that all cells of the table share: one or two lines, cut with an ellipsis, in the type of design §3. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { reducedMotion } from '../../../theme/media.ts';

export const useCellStyles = makeStyles({
  cell: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    minWidth: 0,
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  figure: { alignItems: 'flex-end', textAlign: 'right' },
  leg: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  fadesIn: {
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: tokens.durationFast,
    [reducedMotion]: { animationName: 'none' },
  },
  /** In the middle of the first line, which is 20 high. */
  icon: { display: 'flex', flexShrink: 0, paddingTop: '2px' },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: {
    ...typographyStyles.body1,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  },
  mark: { marginLeft: tokens.spacingHorizontalXS, verticalAlign: 'text-bottom' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  second: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});
