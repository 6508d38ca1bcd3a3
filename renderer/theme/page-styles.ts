/** Styles of the page itself: it fills the window, nothing scrolls but its parts, numbers keep their width. */
import { makeStaticStyles } from '@fluentui/react-components';

export const usePageStyles = makeStaticStyles({
  'html, body, #root': { height: '100%', margin: 0, overflow: 'hidden' },
  body: { fontVariantNumeric: 'tabular-nums' },
});
