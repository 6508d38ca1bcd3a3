/** The part of the details that scrolls. Its width is what the columns inside follow. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const usePaneBodyStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    rowGap: tokens.spacingVerticalM,
    minHeight: '0',
    padding: '16px 20px',
    overflowY: 'auto',
    overflowX: 'hidden',
    containerType: 'inline-size',
    outlineOffset: '-2px',
  },
  /** Parts keep their height: it is the body that scrolls. */
  scrolls: { '& > *': { flexShrink: '0' } },
});
