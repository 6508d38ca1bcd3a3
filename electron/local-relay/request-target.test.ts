import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequestTarget } from './request-target.ts';

describe('request target', () => {
  it('finds the path with and without /$hc, in any case (row 3)', () => {
    for (const target of [
      '/$hc/h1/sub?x=1',
      '/$HC/h1/sub?x=1',
      '/h1/sub?x=1',
      'https://host:1/h1/sub/?x=1',
    ]) {
      expect(parseRequestTarget(target)).toMatchObject({ path: 'h1/sub', ownQuery: 'x=1' });
    }
    expect(parseRequestTarget('/$hcx/h1')).toMatchObject({ path: '$hcx/h1', isHybridPath: false });
    expect(parseRequestTarget('/$hc')).toMatchObject({ path: '', isHybridPath: true });
  });

  it('removes only name=value pairs of the relay and keeps the rest byte for byte (row 18)', () => {
    const kept = 'a=%20b&sb-hc-undefined&c=d=e&F&%zz=1';
    const target = parseRequestTarget(`/h?sb-hc-token=t&a=%20b&sb-hc-undefined&SB-HC-Id=9&c=d=e&F&%zz=1`);
    expect(target).toMatchObject({ ownQuery: kept, token: 't', id: '9' });
  });

  it('reads tokens and descriptions with blanks as %20 or as plus', () => {
    const target = parseRequestTarget(
      '/h?sb-hc-token=Shared+x%2B&sb-hc-statusDescription=no%20way&sb-hc-statusCode=410',
    );
    expect(target).toMatchObject({ token: 'Shared x+', statusDescription: 'no way', statusCode: '410' });
  });

  it('refuses what is no path', () => {
    for (const target of ['*', 'host:443', '/%zz', '']) expect(parseRequestTarget(target)).toBeUndefined();
  });

  it('never throws and never leaves a relay parameter in the own query', () => {
    const text = fc.string().map((raw) => raw.replace(/[?&]/g, ''));
    fc.assert(
      fc.property(text, text, text, (path, before, after) => {
        const target = parseRequestTarget(`/${path}?${before}&sB-hc-token=secret&${after}`);
        expect(target?.ownQuery ?? '').not.toMatch(/(?:^|&)sb-hc-[^&]*=/i);
      }),
    );
  });
});
