import { describe, expect, it } from 'vitest';
import { desktopProxy, readProxyList } from './desktop-proxy.ts';

const plain = { secure: false, user: '', password: '' };

describe('the desktop’s proxy', () => {
  it.each([
    ['DIRECT', [{ kind: 'direct' }]],
    ['', [{ kind: 'direct' }]],
    ['PROXY proxy.corp:8080', [{ kind: 'proxy', proxy: { ...plain, host: 'proxy.corp', port: 8080 } }]],
    [
      'PROXY a:1; HTTPS b:2;SOCKS5 c:3 ; DIRECT',
      [
        { kind: 'proxy', proxy: { ...plain, host: 'a', port: 1 } },
        { kind: 'proxy', proxy: { ...plain, secure: true, host: 'b', port: 2 } },
        { kind: 'unsupported' },
        { kind: 'direct' },
      ],
    ],
    ['HTTPS b', [{ kind: 'proxy', proxy: { ...plain, secure: true, host: 'b', port: 443 } }]],
    ['SOCKS c:3', [{ kind: 'unsupported' }]],
    ['PROXY [fd00::1]:8080', [{ kind: 'proxy', proxy: { ...plain, host: 'fd00::1', port: 8080 } }]],
    ['QUIC x:1; PROXY a:1', [{ kind: 'proxy', proxy: { ...plain, host: 'a', port: 1 } }]],
    ['PROXY ', [{ kind: 'direct' }]],
  ])('reads %j', (text, choices) => {
    expect(readProxyList(text)).toEqual(choices);
  });

  it('is asked with the relay’s address, and how long its list may be is bounded', async () => {
    const asked: string[] = [];
    const resolve = desktopProxy((url) => {
      asked.push(url);
      return Promise.resolve('PROXY a:1;'.repeat(100));
    });
    expect(await resolve('contoso.servicebus.windows.net', 443)).toHaveLength(8);
    await resolve('::1', 8443);
    expect(asked).toEqual(['https://contoso.servicebus.windows.net:443/', 'https://[::1]:8443/']);
  });
});
