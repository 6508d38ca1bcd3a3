import { describe, expect, it } from 'vitest';
import { appPlaceOf, planLimitQuestion, planQuestion } from './app-resources.ts';

const group = '/subscriptions/cccccccc-0000-4000-8000-000000000001/resourceGroups/web (eu)';

describe('the id of an app', () => {
  it('becomes a path of encoded segments', () => {
    expect(appPlaceOf(`${group}/providers/Microsoft.Web/sites/shop`)).toMatchObject({
      name: 'shop',
      path: `${group.replace(' ', '%20')}/providers/Microsoft.Web/sites/shop`,
    });
    expect(appPlaceOf(`${group}/providers/microsoft.web/Sites/shop/slots/staging`)).toMatchObject({
      name: 'shop/staging',
      path: `${group.replace(' ', '%20')}/providers/Microsoft.Web/sites/shop/slots/staging`,
    });
  });

  it.each([
    'shop',
    `${group}/providers/Microsoft.Web/serverfarms/shop`,
    `${group}/providers/Microsoft.Web/sites/shop/config/x`,
    `${group}/providers/Microsoft.Web/sites/../x`,
    `${group}/providers/Microsoft.Web/sites/shop?x=1`,
    '/subscriptions/1/resourceGroups/../providers/Microsoft.Web/sites/shop',
    '/subscriptions/1/resourceGroups/a%2F..%2Fb/providers/Microsoft.Web/sites/shop',
    'https://management.example.net/subscriptions/1/resourceGroups/a/providers/Microsoft.Web/sites/shop',
  ])('%s is none', (id) => {
    expect(appPlaceOf(id)).toBeNull();
  });
});

describe('the id of a plan', () => {
  it.each(['', 'basic', '/subscriptions/1/resourceGroups/../providers/Microsoft.Web/serverfarms/basic'])(
    '%s is none, and nothing is asked',
    (id) => {
      expect([planQuestion(id), planLimitQuestion(id)]).toEqual([null, null]);
    },
  );
});
