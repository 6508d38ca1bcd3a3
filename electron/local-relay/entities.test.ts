import { describe, expect, it } from 'vitest';
import {
  gatewayConnectionString,
  namespaceConnectionString,
  sendConnectionString,
} from './connection-strings.ts';
import { createEntity, createNamespaceRules, EntityMap } from './entities.ts';

describe('entities', () => {
  it('are born with random keys of 32 bytes, a Listen and a Send rule', () => {
    const one = createEntity('hc1', { endpoint: 'db.internal:1433', now: () => 0 });
    const other = createEntity('hc1');
    expect(one.rules.map(({ name, rights }) => [name, rights])).toEqual([
      ['defaultListener', ['Listen']],
      ['defaultSender', ['Send']],
    ]);
    const keys = [...one.rules, ...other.rules, ...createNamespaceRules()].flatMap((rule) => [
      rule.primaryKey,
      rule.secondaryKey,
    ]);
    expect(new Set(keys).size).toBe(10);
    for (const key of keys) expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(one).toMatchObject({
      requiresClientAuthorization: true,
      userMetadata: '[{"key":"endpoint","value":"db.internal:1433"}]',
      createdAt: '1970-01-01T00:00:00.000Z',
    });
  });

  it('have connection strings of the portal’s shape', () => {
    const entity = createEntity('a/b');
    const [listen, send] = entity.rules;
    const url = 'sb://localhost:9443/';
    expect(gatewayConnectionString(url, entity)).toBe(
      `Endpoint=${url};SharedAccessKeyName=defaultListener;SharedAccessKey=${listen!.primaryKey};EntityPath=a/b`,
    );
    expect(sendConnectionString(url, entity)).toBe(
      `Endpoint=${url};SharedAccessKeyName=defaultSender;SharedAccessKey=${send!.primaryKey};EntityPath=a/b`,
    );
    const [root] = createNamespaceRules();
    expect(namespaceConnectionString(url, root!)).toBe(
      `Endpoint=${url};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=${root!.primaryKey}`,
    );
  });

  it('row 3: are found by their longest prefix of whole segments, without regard to case', () => {
    const map = new EntityMap();
    for (const name of ['a', 'a/b', 'Long.Name-1']) map.add(createEntity(name));
    const found = (path: string) => map.find(path)?.name;
    expect([found('a'), found('A/x'), found('a/B/c/d'), found('a/bc'), found('long.name-1')]).toEqual([
      'a',
      'a',
      'a/b',
      'a',
      'Long.Name-1',
    ]);
    expect([found(''), found('ab'), found('b/a'), found('/a')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuse names that no hybrid connection has, a taken name, and too much metadata', () => {
    const map = new EntityMap();
    map.add(createEntity('taken'));
    for (const name of ['', '/a', 'a/', 'a b', 'é', '-a', 'a'.repeat(261), 'TAKEN', '$hc', '__proto__']) {
      expect(() => map.add(createEntity(name))).toThrow(RangeError);
    }
    map.add(createEntity('a'.repeat(260)));
    const metadata = { ...createEntity('m'), userMetadata: 'x'.repeat(1025) };
    expect(() => map.add(metadata)).toThrow(RangeError);
    expect(() => map.replace(createEntity('absent'))).toThrow(RangeError);
  });
});
