import { describe, expect, it } from 'vitest';
import type { HcmError } from '../../contract/errors.ts';
import { connectTarget, listenUrl, metadataUrl, rejectTarget, rendezvousAddress } from './relay-address.ts';

const azure = { host: 'contoso.servicebus.windows.net', port: 443, entityPath: 'sql' };
const local = { host: 'localhost', port: 9443, entityPath: 'sql' };

describe('rendezvousAddress', () => {
  it.each([
    [
      'the namespace itself',
      'wss://contoso.servicebus.windows.net/$hc/sql?sb-hc-action=accept&sb-hc-id=1',
      azure,
    ],
    ['the namespace with its port', 'wss://Contoso.servicebus.windows.net:443/$hc/sql?x=1', azure],
    ['a gateway', 'wss://g12-prod-am3-010-sb.servicebus.windows.net:443/$hc/sql?x=1', azure],
    ['a gv gateway', 'wss://gv127-prod-am3-010-sb.servicebus.windows.net/$hc/sql?x=1', azure],
    ['a local relay on its own port', 'wss://localhost:9443/$hc/sql?x=1', local],
    ['an IPv6 relay', 'wss://[::1]:9443/$hc/sql?x=1', { ...local, host: '::1' }],
  ])('follows %s', (_name, text, entity) => {
    expect(rendezvousAddress(text, entity).target).toMatch(/^\/\$hc\/sql\?/);
  });

  it.each([
    ['another host', 'wss://evil.example/$hc/sql?x=1', azure],
    ['another suffix that only ends alike', 'wss://evilservicebus.windows.net/$hc/sql', azure],
    ['the bare suffix', 'wss://.servicebus.windows.net/$hc/sql', azure],
    ['another port of a gateway', 'wss://g1-prod-sb.servicebus.windows.net:8443/$hc/sql', azure],
    ['another cloud', 'wss://g1.servicebus.chinacloudapi.cn/$hc/sql', azure],
    ['ws', 'ws://contoso.servicebus.windows.net/$hc/sql', azure],
    ['https', 'https://contoso.servicebus.windows.net/$hc/sql', azure],
    ['user info', 'wss://contoso.servicebus.windows.net@evil.example/$hc/sql', azure],
    ['a user named like the host', 'wss://contoso.servicebus.windows.net:443@evil.example/', azure],
    ['a backslash', 'wss://contoso.servicebus.windows.net\\@evil.example/', azure],
    ['blanks', 'wss://contoso.servicebus.windows.net/a b', azure],
    ['line breaks', 'wss://contoso.servicebus.windows.net/a\r\nHost: x', azure],
    ['a gateway name for a local relay', 'wss://g1-prod-sb.servicebus.windows.net/$hc/sql', local],
    ['another port of a local relay', 'wss://localhost:9444/$hc/sql', local],
    ['no path', 'wss://contoso.servicebus.windows.net', azure],
    ['nothing', '', azure],
    ['too much', `wss://contoso.servicebus.windows.net/${'a'.repeat(20_000)}`, azure],
  ])('refuses %s', (_name, text, entity) => {
    expect(() => rendezvousAddress(text, entity)).toThrow(
      expect.objectContaining({ code: 'HCM2050' }) as HcmError,
    );
  });

  it('keeps path and query as they came', () => {
    const { target } = rendezvousAddress(
      'wss://localhost:9443/$hc/sql/%7Ex?a=%2f&sb-hc-id=a_G1_G2#frag',
      local,
    );
    expect(target).toBe('/$hc/sql/%7Ex?a=%2f&sb-hc-id=a_G1_G2');
  });
});

describe('URLs', () => {
  it('encodes each segment and leaves out the usual port', () => {
    expect(listenUrl({ ...azure, entityPath: 'a b/c' }, 'id')).toBe(
      'wss://contoso.servicebus.windows.net/$hc/a%20b/c?sb-hc-action=listen&sb-hc-id=id',
    );
    expect(metadataUrl({ ...local, host: '::1' })).toBe('https://[::1]:9443/sql?api-version=2016-07');
    expect(connectTarget('sql', 'id')).toBe('/$hc/sql?sb-hc-action=connect&sb-hc-id=id');
  });

  it('appends a rejection', () => {
    expect(rejectTarget('/$hc/sql?x=1', 502, 'no answer: 100%')).toBe(
      '/$hc/sql?x=1&sb-hc-statusCode=502&sb-hc-statusDescription=no%20answer%3A%20100%25',
    );
  });
});
