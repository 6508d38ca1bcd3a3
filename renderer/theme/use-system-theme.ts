/** Fluent's light or dark theme, as the system (or the person, through the main process) wants it (design §15). */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useMediaQuery } from '../components/use-media-query.ts';

export function useSystemTheme(): Theme {
  return useMediaQuery('(prefers-color-scheme: dark)') ? webDarkTheme : webLightTheme;
}
