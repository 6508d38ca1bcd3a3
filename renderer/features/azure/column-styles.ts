/** Where the columns of the chooser stand, the same for head and rows, and which go where there is little room. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { belowNarrow } from '../../theme/media.ts';

const notNarrow = { [belowNarrow]: { display: 'none' } } as const;

export const useColumnStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'var(--hcm-choose)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    boxSizing: 'border-box',
    paddingInline: `${tokens.spacingHorizontalXS} ${tokens.spacingHorizontalM}`,
  },
  tick: { display: 'flex', alignItems: 'center', justifyContent: 'center' },
  cell: { minWidth: 0 },
  name: {},
  region: { '@media (max-width: 859.98px)': { display: 'none' } },
  namespace: notNarrow,
  endpoint: notNarrow,
  listeners: { textAlign: 'end', justifySelf: 'end', maxWidth: '100%', ...notNarrow },
  apps: notNarrow,
  note: {},
});
