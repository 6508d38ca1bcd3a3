/** Fluent's light or dark theme, as the system (or the person, through the main process) wants it (design §15). */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useMediaQuery } from '../components/use-media-query.ts';

const own = fontsOf(navigator.userAgent);
const light: Theme = { ...webLightTheme, ...own };
const dark: Theme = { ...webDarkTheme, ...own };

export function useSystemTheme(): Theme {
  return useMediaQuery('(prefers-color-scheme: dark)') ? dark : light;
}

/**
 * Fluent asks for the fonts of Windows and macOS by their names. A Linux desktop has one of its own, and looking for the
 * others first, in each size, takes a good part of the time in which the first page is laid out.
 */
export function fontsOf(userAgent: string): Partial<Theme> {
  return userAgent.includes('Linux')
    ? { fontFamilyBase: 'system-ui, sans-serif', fontFamilyMonospace: 'monospace' }
    : {};
}
