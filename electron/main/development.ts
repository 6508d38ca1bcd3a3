/** `electron-vite dev` serves the page itself, and tells where. The product never looks. */
import { isDevelopment } from './build-flags.ts';

export function developmentUrl(environment: Readonly<Record<string, string | undefined>>): string | null {
  return isDevelopment ? (environment['ELECTRON_RENDERER_URL'] ?? null) : null;
}

/** What the development server and its live updates need, besides the page's own files. */
export function allowsDevelopment(url: string | null): (asked: string) => boolean {
  if (url === null) return () => false;
  const { host } = new URL(url);
  return (asked) => URL.canParse(asked) && new URL(asked).host === host;
}
