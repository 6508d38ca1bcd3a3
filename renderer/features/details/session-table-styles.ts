/**
 * Looks of the tables of sessions. Which columns there is room for follows the width of the pane, not of the window: what
 * is read least goes first, and nothing scrolls sideways.
 */
import { makeStyles, tokens } from '@fluentui/react-components';

/** Widths of the pane's content from which a column is there, CSS pixels. */
const withData = '@container (min-width: 420px)';
const withTraffic = '@container (min-width: 560px)';
const withAll = '@container (min-width: 640px)';

export const useSessionTableStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    verticalAlign: 'middle',
  },
  cell: {
    height: '32px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box',
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  address: { overflowWrap: 'anywhere' },
  last: { paddingRight: '0' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  fromData: { display: 'none', [withData]: { display: 'table-cell' } },
  /** Beside what a row does, where there is room for it. */
  withTracking: { display: 'none', [withTraffic]: { display: 'inline-block' } },
  fromTraffic: { display: 'none', [withTraffic]: { display: 'table-cell' } },
  fromAll: { display: 'none', [withAll]: { display: 'table-cell' } },
});
