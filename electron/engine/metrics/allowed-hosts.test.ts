import { describe, expect, it } from 'vitest';
import { allowedHosts, isAllowedHost } from './allowed-hosts.ts';

describe('who is answered', () => {
  const loopback = allowedHosts({ host: '127.0.0.1' }, []);
  const loopback6 = allowedHosts({ host: '::1' }, []);
  const everywhere = allowedHosts({ host: '0.0.0.0' }, ['Server01', 'hcm.corp.example']);
  const one = allowedHosts({ host: '10.1.2.3' }, ['server01']);

  it.each([
    [loopback, '127.0.0.1'],
    [loopback, '127.0.0.1:9464'],
    [loopback, '127.0.0.1:1'],
    [loopback, 'LOCALHOST:9464'],
    [loopback, 'localhost.'],
    [loopback6, '[::1]:9464'],
    [loopback6, '[0:0:0:0:0:0:0:1]'],
    [everywhere, '10.9.8.7:9464'],
    [everywhere, '[fd00::7]:9464'],
    [everywhere, 'server01:9464'],
    [everywhere, 'hcm.corp.example'],
    [one, '10.1.2.3:9464'],
    [one, 'server01'],
  ])('%o: %s', (allowed, header) => {
    expect(isAllowedHost(header, allowed)).toBe(true);
  });

  it.each([
    [loopback, undefined],
    [loopback, ''],
    [loopback, 'evil.example'],
    [loopback, 'evil.example:9464'],
    [loopback, '127.0.0.1.evil.example'],
    [loopback, 'localhost.evil.example'],
    [loopback, '127.0.0.2'],
    [loopback, '[::1]'],
    [loopback, '127.0.0.1:'],
    [loopback, '127.0.0.1:9464:1'],
    [loopback, 'user@127.0.0.1'],
    [loopback, '127.0.0.1, evil.example'],
    [loopback6, '::1'],
    [everywhere, 'evil.example'],
    [everywhere, 'server01.evil.example'],
    [one, '10.1.2.4'],
  ])('%o: never %s', (allowed, header) => {
    expect(isAllowedHost(header, allowed)).toBe(false);
  });
});
