import { describe, expect, it } from 'vitest';
import { connectionConfigSchema, connectionKey } from './connection.ts';
import { testConfig } from './testing/test-views.ts';

const config = testConfig({ azure: { createdOn: '2026-11-01T09:00:00Z', lastUpdated: null } });

describe('connectionConfigSchema', () => {
  it('accepts a whole config, with and without what may be unknown', () => {
    expect(connectionConfigSchema.parse(config)).toEqual(config);
    const bare = {
      ...config,
      endpoint: null,
      azure: null,
      addedBy: null,
      host: '::1',
      kind: 'biztalk',
      keyName: '',
    };
    expect(connectionConfigSchema.parse(bare)).toEqual(bare);
  });

  it.each([
    ['a key', { key: 'MDEyMzQ1' }],
    ['an id that is none', { id: '1' }],
    ['an upper-case host', { host: 'Contoso.servicebus.windows.net' }],
    ['a host in brackets', { host: '[::1]' }],
    ['port 0', { port: 0 }],
    ['a name that URLs fold away', { name: 'a/../b' }],
    ['an endpoint without a source', { endpoint: { host: 'sql01', port: 1 } }],
    ['a CA that is none', { caPem: 'hello' }],
    ['a date that is none', { createdAt: 'yesterday' }],
  ])('refuses %s', (_what, change) => {
    expect(connectionConfigSchema.safeParse({ ...config, ...change }).success).toBe(false);
  });
});

describe('connectionKey', () => {
  it('is the same for one Hybrid Connection however its name is written', () => {
    expect(connectionKey(config)).toBe(connectionKey({ ...config, name: 'Payroll-SQL' }));
    expect(connectionKey(config)).not.toBe(connectionKey({ ...config, port: 9443 }));
    expect(connectionKey(config)).not.toBe(connectionKey({ ...config, name: 'payroll' }));
  });
});
