import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servePage } from './serve-page.ts';

let folder: string;
let serve: ReturnType<typeof servePage>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-page-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'outside');
  await writeFile(join(folder, 'renderer', 'index.html'), '<meta content="__STYLE_NONCE__">');
  await writeFile(join(folder, 'renderer', 'assets', 'a.js'), 'export {};');
  await writeFile(join(folder, 'renderer', 'assets', 'a.js.map'), '{}');
  serve = servePage(join(folder, 'renderer'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function ask(url: string, method = 'GET') {
  const { statusCode, headers, data } = serve({ method, url });
  return { status: statusCode, headers: new Headers(headers), text: data.toString('utf8') };
}

describe('servePage', () => {
  it('gives the page its policy, exactly, with a nonce of this load that stands in the page, too', () => {
    const answer = ask('hcm-app://app/');
    const html = answer.text;
    const nonce = /content="([A-Za-z0-9+/]{22}==)"/.exec(html)?.[1] ?? '';
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; ` +
        `font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ` +
        `require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(ask('hcm-app://app/').text).not.toContain(nonce);
  });

  it('gives a script its type', () => {
    const answer = ask('hcm-app://app/assets/a.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.text).toBe('export {};');
  });

  it.each([
    ['a way out of the folder', 'hcm-app://app/../secret.js', 'GET'],
    ['an escaped way out', 'hcm-app://app/%2e%2e/secret.js', 'GET'],
    ['a file that is not there', 'hcm-app://app/assets/b.js', 'GET'],
    ['a kind of file that the page has no use for', 'hcm-app://app/assets/a.js.map', 'GET'],
    ['a folder', 'hcm-app://app/assets', 'GET'],
    ['another host', 'hcm-app://other/index.html', 'GET'],
    ['another method', 'hcm-app://app/index.html', 'POST'],
  ])('answers 404 to %s', (_, url, method) => {
    const answer = ask(url, method);
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('');
  });
});
