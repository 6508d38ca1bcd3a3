import { describe, expect, it } from 'vitest';
import { readHttpAddress } from './http-address.ts';

describe('an address for monitoring', () => {
  it.each([
    ['127.0.0.1:9464', '127.0.0.1', 9464, true],
    [' 127.0.0.1:0 ', '127.0.0.1', 0, true],
    ['127.8.0.1:80', '127.8.0.1', 80, true],
    ['LocalHost:9464', '127.0.0.1', 9464, true],
    ['[::1]:9464', '::1', 9464, true],
    ['[0:0::1]:9464', '::1', 9464, true],
    ['0.0.0.0:9464', '0.0.0.0', 9464, false],
    ['[::]:9464', '::', 9464, false],
    ['10.1.2.3:65535', '10.1.2.3', 65_535, false],
    ['[::ffff:7f00:1]:1', '::ffff:7f00:1', 1, false],
  ])('%j is read', (text, host, port, isLoopback) => {
    expect(readHttpAddress(text)).toEqual({ host, port, isLoopback });
  });

  it.each([
    ...[
      '',
      ':',
      '9464',
      ':9464',
      '127.0.0.1',
      '127.0.0.1:',
      '127.0.0.1:65536',
      '127.0.0.1:-1',
      '127.0.0.1:1e3',
    ],
    ...['::1:9464', '[127.0.0.1]:9464', '[::1]', '127.1:80', '0x7f.1:80', '2130706433:80', 'server01:9464'],
    ...['http://127.0.0.1:9464', '127.0.0.1:9464/', 'localhost.evil.example:80', '127.0.0.1 :80'],
  ])('%j is refused', (text) => {
    expect(readHttpAddress(text)).toBeNull();
  });
});
