/** The frame of what stands in place of an empty table: the drawing, a title, a sentence, and what can be done. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useEmptyStyles = makeStyles({
  // Centred as long as there is room, from the top when there isn't.
  page: { display: 'flex', flexGrow: 1, width: '100%', height: '100%', minHeight: 0, overflowY: 'auto' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '592px',
    margin: 'auto',
    padding: '16px',
    textAlign: 'center',
  },
  title: {
    margin: `${tokens.spacingVerticalXXXL} 0 0`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    textAlign: 'center',
  },
  text: {
    maxWidth: '496px',
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXXL}`,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
  },
});
