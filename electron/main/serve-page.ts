/** Answers the page's requests from the built files. Everything that isn't one of them is 404, whatever the reason. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pageFile } from './page-address.ts';
import { pagePolicy } from './page-policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Stands in `index.html` where the nonce of each load goes. */
const noncePlaceholder = '__STYLE_NONCE__';

/** @param folder where the built page lies */
export function servePage(folder: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    const file = pageFile(method, url);
    const type = file === null ? undefined : types[extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      const content = await readFile(join(folder, file));
      return extname(file) === '.html' ? page(content.toString('utf8'), type) : asset(content, type);
    } catch {
      return notFound();
    }
  };
}

function page(html: string, type: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replace(noncePlaceholder, nonce), {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': pagePolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

function asset(content: Buffer, type: string): Response {
  return new Response(new Uint8Array(content), {
    headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
  });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: { 'X-Content-Type-Options': 'nosniff' } });
}
