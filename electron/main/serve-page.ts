/** Answers the page's requests from the built files. Everything that isn't one of them is 404, whatever the reason. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/** As Electron's older kind of handlers answers: the newer one makes a Request and a Response of Node's fetch of each. */
export interface PageAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/** @param folder where the built page lies */
export function servePage(folder: string): (request: Pick<Request, 'method' | 'url'>) => PageAnswer {
  return ({ method, url }) => {
    const file = pageFile(method, url);
    const type = file === null ? undefined : types[extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      // At once: each of the four turns that it takes otherwise waits behind what else the app reads while it starts.
      const content = readFileSync(join(folder, file));
      return extname(file) === '.html' ? page(content.toString('utf8'), type) : asset(content, type);
    } catch {
      return notFound();
    }
  };
}

function page(html: string, type: string): PageAnswer {
  const nonce = randomBytes(16).toString('base64');
  return {
    statusCode: 200,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': pagePolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    data: Buffer.from(html.replace(noncePlaceholder, nonce)),
  };
}

function asset(data: Buffer, type: string): PageAnswer {
  return {
    statusCode: 200,
    headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
    data,
  };
}

function notFound(): PageAnswer {
  return {
    statusCode: 404,
    headers: { 'X-Content-Type-Options': 'nosniff' },
    data: Buffer.alloc(0),
  };
}
