import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHostPort, parseHostPort } from './host-port.ts';

function reasonOf(text: string): unknown {
  const reading = parseHostPort(text);
  expect(reading.ok).toBe(false);
  if (reading.ok) return null;
  expect(reading.problem.code).toBe('HCM1030');
  return reading.problem.details['reason'];
}

describe('parseHostPort', () => {
  it.each([
    ['sql01.corp.contoso.com:1433', 'sql01.corp.contoso.com', 1433, 'name'],
    ['  SQL01:1433\n', 'sql01', 1433, 'name'],
    ['my_host-1.local:65535', 'my_host-1.local', 65_535, 'name'],
    ['localhost.:1', 'localhost', 1, 'name'],
    ['xn--bcher-kva.example:80', 'xn--bcher-kva.example', 80, 'name'],
    ['10.20.8.14:6379', '10.20.8.14', 6379, 'ipv4'],
    ['[::1]:443', '::1', 443, 'ipv6'],
    ['[2001:0DB8:0:0:0:0:0:1]:5432', '2001:db8::1', 5432, 'ipv6'],
    ['[::ffff:10.0.0.1]:80', '::ffff:a00:1', 80, 'ipv6'],
    ['[1:0:0:2:0:0:0:3]:80', '1:0:0:2::3', 80, 'ipv6'],
    ['[0:0:0:0:0:0:0:0]:80', '::', 80, 'ipv6'],
    ['[1:2:3:4:5:6:0:8]:80', '1:2:3:4:5:6:0:8', 80, 'ipv6'],
  ])('reads %j', (text, host, port, kind) => {
    expect(parseHostPort(text)).toMatchObject({ ok: true, host, port, kind });
  });

  it.each([
    ['', 'empty'],
    [':80', 'empty'],
    ['sql01', 'port'],
    ['sql01:', 'port'],
    ['sql01:0', 'port'],
    ['sql01:65536', 'port'],
    ['sql01:+80', 'port'],
    ['sql01:8e1', 'port'],
    ['sql01:80 ', null],
    ['sql01: 80', 'port'],
    ['[::1]', 'port'],
    ['::1:80', 'brackets'],
    ['[sql01]:80', 'brackets'],
    ['[::1:80', 'brackets'],
    ['a:b:80', 'brackets'],
    ['tcp://sql01:80', 'scheme'],
    ['sql 01:80', 'character'],
    ['sql01/x:80', 'character'],
    ['user@sql01:80', 'character'],
    ['bücher.example:80', 'script'],
    ['-sql:80', 'label'],
    ['a..b:80', 'label'],
    [`${'a'.repeat(64)}:80`, 'label'],
    [`${'a.'.repeat(127)}aa:80`, 'length'],
    [`${'a'.repeat(400)}:80`, 'long'],
    ['256.1.1.1:80', 'address'],
    ['010.1.1.1:80', 'address'],
    ['127.1:80', 'address'],
    ['2130706433:80', 'address'],
    ['0x7f000001:80', 'address'],
    ['[1::2::3]:80', 'address'],
    ['[1:2:3]:80', 'address'],
    ['[fe80::1%eth0]:80', 'address'],
    ['[::12345]:80', 'address'],
    ['[1:2:3:4:5:6:7::8]:80', 'address'],
  ])('refuses %j because of: %s', (text, reason) => {
    if (reason === null) expect(parseHostPort(text).ok).toBe(true);
    else expect(reasonOf(text)).toBe(reason);
  });

  it('tells that an address is skipped by some apps, and says nothing about a name', () => {
    const address = parseHostPort('10.20.8.14:6379');
    expect(address.ok && address.notices.map(({ code }) => code)).toEqual(['HCM1130']);
    const name = parseHostPort('sql01:1433');
    expect(name.ok && name.notices).toEqual([]);
  });

  it.each([
    [21, ['HCM1131']],
    [389, ['HCM1132']],
    [636, ['HCM1132']],
    [3268, ['HCM1132']],
    [445, ['HCM1133']],
    [2049, ['HCM1133']],
    [53, ['HCM1134']],
    [1434, ['HCM1134']],
    [22, []],
    [443, []],
    [1433, []],
    [3306, []],
  ])('says of port %i: %j', (port, codes) => {
    const reading = parseHostPort(`files.corp.local:${port}`);
    expect(reading.ok && reading.notices.map(({ code, details }) => [code, details['port']])).toEqual(
      codes.map((code) => [code, port]),
    );
  });

  it('says both of an address and of its port', () => {
    const reading = parseHostPort('10.20.8.14:445');
    expect(reading.ok && reading.notices.map(({ code }) => code)).toEqual(['HCM1130', 'HCM1133']);
  });

  it('reads back what it writes, for every name, address and port', () => {
    const label = fc.stringMatching(/^[a-z_][a-z0-9_]{0,10}$/);
    const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
    const host = fc.oneof(name, fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(host, fc.integer({ min: 1, max: 65_535 }), (written, port) => {
        const reading = parseHostPort(formatHostPort({ host: written, port }));
        if (!reading.ok) throw new Error(`not read: ${written}`);
        expect(reading.port).toBe(port);
        const again = parseHostPort(formatHostPort(reading));
        expect(again).toEqual(reading);
        if (reading.kind !== 'ipv6') expect(reading.host).toBe(written);
      }),
    );
  });

  it('agrees with the URL parser about the meaning of IPv6 addresses', () => {
    fc.assert(
      fc.property(fc.ipV6(), (written) => {
        const reading = parseHostPort(`[${written}]:80`);
        expect(reading.ok && `[${reading.host}]`).toBe(new URL(`http://[${written}]/`).hostname);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void parseHostPort(text)));
  });
});
