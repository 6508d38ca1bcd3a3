import { expect, it } from 'vitest';
import { testConfig } from './testing/test-views.ts';
import { viewAtRest, viewBeforeStart } from './view-at-rest.ts';

it('is connecting a moment before its host starts it, unless nobody will', () => {
  const since = 1_700_000_000_000;
  const legOf = (changes: Parameters<typeof testConfig>[0]) =>
    viewBeforeStart(testConfig(changes), since).azure;
  expect(legOf({ enabled: true })).toMatchObject({ status: 'connecting', since });
  expect(legOf({ enabled: false })).toEqual(viewAtRest(testConfig({ enabled: false })).azure);
  expect(legOf({ enabled: true, kind: 'biztalk' })).toMatchObject({ status: 'discontinued' });
});
