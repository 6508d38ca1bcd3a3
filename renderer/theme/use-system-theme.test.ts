import { expect, it } from 'vitest';
import { fontsOf } from './use-system-theme.ts';

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', ['fontFamilyBase', 'fontFamilyMonospace']],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', []],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36', []],
])('%s has fonts of its own where Fluent names none of its', (userAgent, own) => {
  expect(Object.keys(fontsOf(userAgent))).toEqual(own);
});
