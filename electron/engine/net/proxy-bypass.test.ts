import { describe, expect, it } from 'vitest';
import { isBypassed, isOwnComputer } from './proxy-bypass.ts';

const relay = 'contoso.servicebus.windows.net';

describe('a bypass list', () => {
  it.each([
    ['*', relay],
    [relay, relay],
    ['CONTOSO.servicebus.windows.NET', relay],
    ['servicebus.windows.net', relay],
    ['.servicebus.windows.net', relay],
    ['*.servicebus.windows.net', relay],
    [`${relay}:443`, relay],
    [`x, ${relay}`, `${relay}.`],
    ['<local>', 'relay'],
    ['10.0.0.0/8', '10.255.0.1'],
    ['10.1.2.3', '10.1.2.3'],
    ['10.1.2.3/32', '10.1.2.3'],
    ['0.0.0.0/0', '10.1.2.3'],
    ['fd00::/8', 'fd12::1'],
    ['[fd12::1]:443', 'fd12::1'],
    ['*:443', relay],
  ])('%s takes %s past the proxy', (list, host) => {
    expect(isBypassed(list, host, 443)).toBe(true);
  });

  it.each([
    ['', relay],
    ['bus.windows.net', relay],
    [`${relay}:8443`, relay],
    ['<local>', relay],
    ['<local>', '10.1.2.3'],
    ['10.0.0.0/8', relay],
    ['10.0.0.0/8', '11.0.0.1'],
    ['0.0.0.0/0', 'fd12::1'],
    ['::/0', '10.1.2.3'],
    ['<-loopback>', relay],
    ['nonsense/', relay],
  ])('%s leaves %s with the proxy', (list, host) => {
    expect(isBypassed(list, host, 443)).toBe(false);
  });

  it.each(['localhost', 'LOCALHOST.', 'a.localhost', '127.0.0.1', '127.9.9.9', '::1'])(
    '%s is this computer, unless the list asks for a proxy even then',
    (host) => {
      expect(isOwnComputer('', host)).toBe(true);
      expect(isOwnComputer('x <-loopback>', host)).toBe(false);
    },
  );

  it.each([relay, '10.0.0.1', 'notlocalhost', '127.evil.example'])('%s is not this computer', (host) => {
    expect(isOwnComputer('', host)).toBe(false);
  });
});
