/** Where the page lives: a scheme of our own, so that nothing else is ever of the same origin. Pure. */

export const pageScheme = 'hcm-app';
const pageHost = 'app';

export const pageOrigin = `${pageScheme}://${pageHost}`;
export const pageUrl = `${pageOrigin}/index.html`;

/**
 * `standard`: has an origin, so that 'self' in the policy means something. No fetch, no CORS, no bypass of the policy:
 * the page loads its own files and nothing else.
 */
export const pagePrivileges = [{ scheme: pageScheme, privileges: { standard: true, secure: true } }];

const fileName = /^\/(?:[\w-]+\/)*[\w-][\w.-]*$/;

/**
 * The file that a request means, below the page's folder and with slashes; null for everything else. Looks at the text as
 * it came, because parsing would already have climbed: our own names need no dot folders and no escapes.
 */
export function pageFile(method: string, url: string): string | null {
  if (method !== 'GET' || !url.startsWith(`${pageOrigin}/`)) return null;
  const [path = ''] = url.slice(pageOrigin.length).split(/[?#]/);
  if (path === '/') return 'index.html';
  return fileName.test(path) && !path.includes('..') ? path.slice(1) : null;
}

/** Of a frame's or a request's URL. */
export function isPageUrl(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}
