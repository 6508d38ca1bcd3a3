import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatConnectionString, hybridConnectionAddress } from './format-connection-string.ts';
import {
  codes,
  endpoint,
  key,
  name,
  notices,
  read,
  rule,
  secret,
  target,
  whole,
} from './testing/string-parts.ts';

describe('a good string', () => {
  it('is read without a word, in the shape of the portal', () => {
    expect(read(whole)).toEqual({ outcome: 'relay', value: target, notices: [] });
    expect(read(`${whole};`)).toEqual({ outcome: 'relay', value: target, notices: [] });
    expect(read(`  ${whole}\r\n`)).toEqual({ outcome: 'relay', value: target, notices: [] });
  });

  it('is read in any order, case and spacing of its keys', () => {
    const blank = fc.stringMatching(/^[ \t]{0,3}$/);
    const parts = fc.shuffledSubarray([endpoint, rule, secret, name], { minLength: 4 });
    const spelling = fc.tuple(fc.constantFrom('lower', 'upper', 'same'), blank, blank, blank, blank);
    fc.assert(
      fc.property(parts, fc.array(spelling, { minLength: 4, maxLength: 4 }), (shuffled, spellings) => {
        const text = shuffled.map((part, index) => {
          const equals = part.indexOf('=');
          const [spelled, a, b, c, d] = spellings[index]!;
          const written = part.slice(0, equals);
          const cased =
            spelled === 'same'
              ? written
              : spelled === 'lower'
                ? written.toLowerCase()
                : written.toUpperCase();
          return `${a}${cased}${b}=${c}${part.slice(equals + 1)}${d}`;
        });
        expect(read(text.join(';'))).toEqual({ outcome: 'relay', value: target, notices: [] });
      }),
    );
  });

  it('is written and read back the same, for every namespace, port, name, rule and key', () => {
    const hosts = fc.constantFrom('a.servicebus.windows.net', 'localhost', '127.0.0.1', '::1', '2001:db8::7');
    const names = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,20}\/)?[A-Za-z0-9_-]{0,20}[A-Za-z0-9]$/);
    fc.assert(
      fc.property(
        hosts,
        fc.integer({ min: 1, max: 65_535 }),
        names,
        fc.stringMatching(/^listen[A-Za-z0-9._-]{0,30}$/),
        fc.base64String({ minLength: 4, maxLength: 256 }),
        (host, port, entityPath, keyName, anyKey) => {
          const value = { host, port, entityPath, keyName, key: anyKey };
          const parsed = read(formatConnectionString(value));
          expect(parsed).toMatchObject({ outcome: 'relay', value });
        },
      ),
    );
  });

  it.each([
    ['sb://contoso.servicebus.chinacloudapi.cn/', 'contoso.servicebus.chinacloudapi.cn', 443, []],
    ['sb://contoso.servicebus.usgovcloudapi.net', 'contoso.servicebus.usgovcloudapi.net', 443, []],
    ['SB://Contoso.ServiceBus.Windows.Net/', 'contoso.servicebus.windows.net', 443, []],
    ['sb://localhost:9443/', 'localhost', 9443, ['HCM1113']],
    ['sb://127.0.0.1:9443', '127.0.0.1', 9443, ['HCM1112']],
    ['sb://[::1]:9443/', '::1', 9443, ['HCM1112']],
    ['sb://[2001:DB8::1]/', '2001:db8::1', 443, ['HCM1112']],
    [
      'sb://contoso.privatelink.servicebus.windows.net/',
      'contoso.privatelink.servicebus.windows.net',
      443,
      ['HCM1114'],
    ],
  ])('may have the endpoint %s', (text, host, port, expected) => {
    const parsed = read(`Endpoint=${text};${rule};${secret};${name}`);
    expect(parsed).toMatchObject({ outcome: 'relay', value: { host, port } });
    expect(parsed.notices.map(({ code }) => code)).toEqual(expected);
  });

  it('may carry the name in the path of its Endpoint, as earlier hosts stored it', () => {
    const stored = `Endpoint=sb://contoso.servicebus.windows.net/payroll-sql;${rule};${secret}`;
    expect(read(stored)).toMatchObject({ outcome: 'relay', value: target });
    expect(notices(stored)).toEqual(['HCM1107']);
    expect(notices(`${stored};EntityPath=Payroll-SQL`)).toEqual([]);
    expect(codes(`${stored};EntityPath=other`)).toEqual(['HCM1004']);
  });

  it('of a namespace is completed by a name, and only by one that it does not contradict', () => {
    const namespaceString = [endpoint, rule, secret].join(';');
    expect(read(namespaceString, { entityPath: 'payroll-sql' })).toMatchObject({
      outcome: 'relay',
      value: target,
    });
    expect(read(`${namespaceString};EntityPath=`, { entityPath: 'payroll-sql' })).toMatchObject({
      value: target,
    });
    expect(read(whole, { entityPath: 'PAYROLL-sql' })).toMatchObject({ outcome: 'relay', value: target });
    expect(codes(whole, { entityPath: 'erp-api' })).toEqual(['HCM1004']);
    expect(codes(namespaceString, { entityPath: '../x' })).toEqual(['HCM1009']);
  });

  it('has an address', () => {
    expect(hybridConnectionAddress(target)).toBe('sb://contoso.servicebus.windows.net/payroll-sql');
    expect(hybridConnectionAddress({ host: '::1', port: 9443, entityPath: 'x' })).toBe('sb://[::1]:9443/x');
  });
});

describe('what copying leaves round and inside a string is left out and told', () => {
  it.each([
    [`"${whole}"`, ['HCM1101']],
    [`'${whole}'`, ['HCM1101']],
    [`\`${whole}\``, ['HCM1101']],
    [`\u201c${whole}\u201d`, ['HCM1101']],
    [`"${whole}`, ['HCM1101']],
    [`"${whole}";`, ['HCM1101']],
    [`${endpoint};${rule};SharedAccessKey="${key}";${name}`, ['HCM1101']],
    [`"\n${whole}\n"`, ['HCM1102', 'HCM1101']],
    [`${endpoint};Shared\r\n   AccessKeyName=default\nListener;${secret};${name}`, ['HCM1102']],
    [[endpoint, rule, secret, name].join('\n'), ['HCM1102']],
    [[endpoint, rule, secret, name].join(';\r\n'), ['HCM1102']],
    [`\ufeff${whole}`, ['HCM1103']],
    [`${endpoint};Shared\u200bAccessKeyName=default\u200bListener;${secret};${name}\u200b`, ['HCM1103']],
    [`\u00a0${endpoint};\u00a0${rule};${secret};${name}\u00a0`, ['HCM1103']],
    [`ConnectionString="${whole}"`, ['HCM1104', 'HCM1101']],
    [`gatewayConnectionString=${whole}`, ['HCM1104']],
    [`  "gatewayConnectionString": "${whole}",`, ['HCM1104', 'HCM1101']],
    [`{"connectionString":"${whole}"}`, ['HCM1104', 'HCM1101']],
    [`export HCM_CONNECTION_STRING='${whole}'`, ['HCM1104', 'HCM1101']],
    [`Add-HybridConnection -ConnectionString "${whole}"`, ['HCM1104', 'HCM1101']],
    [`${whole};TransportType=Amqp`, ['HCM1105']],
    [
      `${whole};StsEndpoint=https://contoso-sb.accesscontrol.windows.net/;RuntimePort=9354;ManagementPort=9355`,
      ['HCM1105'],
    ],
    [`${whole};OperationTimeout=00:01:00`, ['HCM1106']],
    [`${whole};OperationTimeout=60`, ['HCM1106']],
  ])('%j', (text, expected) => {
    const parsed = read(text);
    expect(parsed).toMatchObject({ outcome: 'relay', value: target });
    expect(parsed.notices.map(({ code }) => code)).toEqual(expected);
  });

  it('names the parts that it left out', () => {
    const parsed = read(`${whole};TransportType=Amqp;RuntimePort=9354`);
    expect(parsed.notices[0]?.details).toEqual({ keys: 'RuntimePort, TransportType' });
  });
});

describe('whatever is pasted', () => {
  const needle = 'S3CRETS3CRETS3CRETS3CRETS3CRETS3CRETS3CRETS=';

  it('truncated at every character, is read or refused without showing the key', () => {
    const text = `${endpoint};SharedAccessKey=${needle};${rule};${name}`;
    for (let length = 0; length <= text.length; length += 1) {
      const parsed = read(text.slice(0, length));
      if (parsed.outcome !== 'refused') continue;
      expect(parsed.problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(parsed)).not.toContain('S3CRET');
    }
  });

  it('never throws and never shows the key', () => {
    const fragment = fc.oneof(
      fc.constantFrom(
        ...[
          endpoint,
          rule,
          name,
          'SharedAccessKey=',
          'SharedAccessKeyName=',
          'SharedAccessKey',
          'EntityPath=',
        ],
        ...[
          'Endpoint=',
          'hc://',
          'sb://',
          'SharedAccessSignature=',
          'SharedSecretValue=',
          ';',
          '=',
          '"',
          '\n',
          ' ',
        ],
        ...['OperationTimeout=', 'TransportType=', 'ConnectionString=', ',', '&sig=', needle, needle, needle],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 14 }),
        fc.constantFrom('listen', 'send'),
        (pieces, purpose) => {
          const parsed = read(pieces.join(''), { purpose });
          expect(JSON.stringify(parsed.notices)).not.toContain('S3CRETS3CRET');
          if (parsed.outcome === 'refused') expect(JSON.stringify(parsed)).not.toContain('S3CRETS3CRET');
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is answered at once, also when it is built to be slow', () => {
    const hostile = [
      '-',
      ' ',
      '"',
      'S',
      'connection',
      '=',
      ';',
      ',',
      '\n',
      '/',
      ':',
      '[',
      '\u200b',
      'Endpoint=sb://a',
      '.',
    ];
    const started = performance.now();
    for (const piece of hostile) {
      const text = piece.repeat(Math.floor(4096 / piece.length));
      read(text);
      read(`Endpoint=sb://${text}`.slice(0, 4096));
      read(`ConnectionString${text}`.slice(0, 4096));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
