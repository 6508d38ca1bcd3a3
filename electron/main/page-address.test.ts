import { describe, expect, it } from 'vitest';
import { isPageUrl, pageFile } from './page-address.ts';

describe('pageFile', () => {
  it.each([
    ['hcm-app://app/', 'index.html'],
    ['hcm-app://app/index.html', 'index.html'],
    ['hcm-app://app/index.html?x=1#y', 'index.html'],
    ['hcm-app://app/assets/index-DV_8a.js', 'assets/index-DV_8a.js'],
    ['hcm-app://app/assets/inter.v2.woff2', 'assets/inter.v2.woff2'],
  ])('finds %s', (url, file) => expect(pageFile('GET', url)).toBe(file));

  it.each([
    'hcm-app://app/../package.json',
    'hcm-app://app/assets/../../main/index.js',
    'hcm-app://app/assets/..',
    'hcm-app://app/..%2fmain/index.js',
    'hcm-app://app/%2e%2e/main/index.js',
    'hcm-app://app/assets%2findex.js',
    'hcm-app://app/..\\main\\index.js',
    'hcm-app://app//etc/passwd',
    'hcm-app://app/.env',
    'hcm-app://app/assets/.hidden.js',
    'hcm-app://app/C:/windows/win.ini',
    'hcm-app://app/index.html\0.png',
    'hcm-app://app/assets/',
    'hcm-app://app',
    'hcm-app://app.evil/index.html',
    'hcm-app://app@evil/index.html',
    'hcm-app://app:80/index.html',
    'hcm-app://evil/index.html',
    'hcm-app:///index.html',
    'https://app/index.html',
    'file:///etc/passwd',
    '',
  ])('finds nothing at %s', (url) => expect(pageFile('GET', url)).toBeNull());

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS', 'get'])('answers no %s', (method) => {
    expect(pageFile(method, 'hcm-app://app/index.html')).toBeNull();
  });
});

describe('isPageUrl', () => {
  it.each([
    ['hcm-app://app/index.html', true],
    ['hcm-app://app', true],
    ['hcm-app://application/index.html', false],
    ['hcm-app://app.evil/', false],
    ['about:blank', false],
    ['https://app/', false],
    ['', false],
  ])('%s: %s', (url, expected) => expect(isPageUrl(url)).toBe(expected));
});
