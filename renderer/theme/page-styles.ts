/** Styles of the page itself: it fills the window, nothing scrolls but its parts, numbers keep their width. */
import { makeStaticStyles } from '@fluentui/react-components';
import { forcedColors } from './media.ts';

export const usePageStyles = makeStaticStyles([
  {
    // Scroll bars and other parts that the browser draws follow the theme, too.
    ':root': { colorScheme: 'light dark' },
    'html, body, #root': { height: '100%', margin: 0, overflow: 'hidden' },
    body: { fontVariantNumeric: 'tabular-nums' },
  },
  // Links that are buttons lose their colour there, and with it what tells them from text. The class stands twice to
  // count more than the library's own.
  `${forcedColors} { .fui-Link.fui-Link { text-decoration-line: underline; } }`,
]);
