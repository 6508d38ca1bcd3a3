import { describe, expect, it } from 'vitest';
import {
  bypassEntries,
  formatProxy,
  isBypassEntry,
  readBypassEntry,
  readProxySetting,
  readProxyUrl,
} from './proxy-setting.ts';

const plain = { secure: false, user: '', password: '' };

describe('the address of a proxy', () => {
  it.each([
    ['http://proxy.corp:8080', { ...plain, host: 'proxy.corp', port: 8080 }],
    ['HTTP://Proxy.Corp:8080/', { ...plain, host: 'proxy.corp', port: 8080 }],
    ['proxy.corp:3128', { ...plain, host: 'proxy.corp', port: 3128 }],
    ['http://proxy.corp', { ...plain, host: 'proxy.corp', port: 80 }],
    ['https://proxy.corp', { ...plain, secure: true, host: 'proxy.corp', port: 443 }],
    ['http://[fe80::1]:8080', { ...plain, host: 'fe80::1', port: 8080 }],
    ['http://10.0.0.9:8080', { ...plain, host: '10.0.0.9', port: 8080 }],
    ['http://m.keller@proxy:8080', { ...plain, host: 'proxy', port: 8080, user: 'm.keller' }],
    [
      'http://CORP%5Ckeller:p%40ss%3Aw%2F@proxy:8080',
      { ...plain, host: 'proxy', port: 8080, user: 'CORP\\keller', password: 'p@ss:w/' },
    ],
    ['http://a:b@c@proxy:1', { ...plain, host: 'proxy', port: 1, user: 'a', password: 'b@c' }],
  ])('reads %s', (text, address) => {
    expect(readProxyUrl(text)).toEqual({ ok: true, address });
  });

  it.each([
    ['', 'empty'],
    ['socks5://proxy:1080', 'scheme'],
    ['http://', 'host'],
    ['http://pro xy:1', 'rest'],
    ['http://proxy:0', 'port'],
    ['http://proxy:70000', 'port'],
    ['http://proxy:1/path', 'rest'],
    ['http://proxy:1?x', 'rest'],
    ['http://fe80::1:8080', 'host'],
    ['http://%zz@proxy:1', 'user'],
    ['http://a%0d%0ab@proxy:1', 'user'],
    ['http://a%3Ab@proxy:1', 'user'],
    [`http://${'a'.repeat(2000)}:1`, 'rest'],
  ])('refuses %j', (text, reason) => {
    expect(readProxyUrl(text)).toEqual({ ok: false, reason });
  });

  it('has no password in the setting', () => {
    expect(readProxySetting('http://a:b@proxy:1')).toEqual({ ok: false, reason: 'password' });
    expect(readProxySetting('http://a@proxy:1').ok).toBe(true);
  });

  it('is shown as host and port alone', () => {
    expect(formatProxy({ host: 'proxy', port: 1 })).toBe('proxy:1');
    expect(formatProxy({ host: '::1', port: 1 })).toBe('[::1]:1');
  });
});

describe('a bypass list', () => {
  it('is split at commas, semicolons and blanks', () => {
    expect(bypassEntries(' a.b, *.corp;10.0.0.0/8  <local>,')).toEqual([
      'a.b',
      '*.corp',
      '10.0.0.0/8',
      '<local>',
    ]);
    expect(bypassEntries('')).toEqual([]);
  });

  it.each([
    ['*', { host: '', prefix: null, port: null }],
    ['Relay.Corp', { host: 'relay.corp', prefix: null, port: null }],
    ['.corp.local', { host: 'corp.local', prefix: null, port: null }],
    ['*.corp', { host: 'corp', prefix: null, port: null }],
    ['relay.corp:443', { host: 'relay.corp', prefix: null, port: 443 }],
    ['10.1.2.3', { host: '10.1.2.3', prefix: null, port: null }],
    ['10.1.2.3:443', { host: '10.1.2.3', prefix: null, port: 443 }],
    ['10.0.0.0/8', { host: '10.0.0.0', prefix: 8, port: null }],
    ['::1', { host: '::1', prefix: null, port: null }],
    ['[::1]:443', { host: '::1', prefix: null, port: 443 }],
    ['fd00::/8', { host: 'fd00::', prefix: 8, port: null }],
  ])('reads %s', (entry, read) => {
    expect(readBypassEntry(entry)).toEqual(read);
    expect(isBypassEntry(entry)).toBe(true);
  });

  it.each(['a b', 'http://x', '10.0.0.0/33', 'x/8', 'host:0', 'ho*st', '<other>', 'fd00::/129'])(
    'refuses %s',
    (entry) => {
      expect(isBypassEntry(entry)).toBe(false);
    },
  );

  it('knows the words of browsers', () => {
    expect(isBypassEntry('<local>')).toBe(true);
    expect(isBypassEntry('<-loopback>')).toBe(true);
  });
});
