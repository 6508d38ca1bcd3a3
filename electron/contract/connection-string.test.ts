import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from './errors.ts';
import { parseConnectionString, type ParseOptions, type ParsedString } from './connection-string.ts';
import { formatConnectionString, hybridConnectionAddress } from './format-connection-string.ts';
import type { Problem } from './finding.ts';

const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const endpoint = 'Endpoint=sb://contoso.servicebus.windows.net/';
const rule = 'SharedAccessKeyName=defaultListener';
const secret = `SharedAccessKey=${key}`;
const name = 'EntityPath=payroll-sql';
const whole = [endpoint, rule, secret, name].join(';');
const target = {
  host: 'contoso.servicebus.windows.net',
  port: 443,
  entityPath: 'payroll-sql',
  keyName: 'defaultListener',
  key,
};

function read(text: string, options: Partial<ParseOptions> = {}): ParsedString {
  return parseConnectionString(text, { purpose: 'listen', ...options });
}

function problems(text: string, options: Partial<ParseOptions> = {}): readonly Problem[] {
  const parsed = read(text, options);
  if (parsed.outcome !== 'refused') throw new Error(`not refused: ${parsed.outcome}`);
  expect(JSON.stringify(parsed)).not.toContain(key.slice(0, 12));
  return parsed.problems;
}

function codes(text: string, options: Partial<ParseOptions> = {}): readonly ErrorCode[] {
  return problems(text, options).map(({ code }) => code);
}

function notices(text: string, options: Partial<ParseOptions> = {}): readonly string[] {
  return read(text, options).notices.map(({ code }) => code);
}

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

describe('a string that is refused names what is missing or wrong', () => {
  it.each<[string, readonly ErrorCode[]]>([
    ['', ['HCM1001']],
    [' \r\n\t', ['HCM1001']],
    ['""', ['HCM1001']],
    [';;;', ['HCM1001']],
    ['hello', ['HCM1002']],
    ['sb://contoso.servicebus.windows.net/', ['HCM1002']],
    [`${endpoint};${rule};${secret};${name};junk`, ['HCM1002']],
    [`${endpoint};${rule} ${secret};${name}`, ['HCM1002', 'HCM1011', 'HCM1010']],
    [`${whole};HostName=x`, ['HCM1003']],
    [`${whole};Authentication=Basic`, ['HCM1003']],
    [`${whole};${rule}`, ['HCM1004']],
    [`${whole};entitypath=payroll-sql`, ['HCM1004']],
    [`${rule};${secret};${name}`, ['HCM1005']],
    [`Endpoint=contoso.servicebus.windows.net;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb:contoso;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://a b/;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://contoso:0/;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://contoso:/;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://::1/;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://me@contoso/;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://contoso/?x=1;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=sb://contoso\\x/;${rule};${secret};${name}`, ['HCM1006']],
    [`Endpoint=http://contoso/;${rule};${secret};${name}`, ['HCM1007']],
    [`Endpoint=ws://contoso/;${rule};${secret};${name}`, ['HCM1007']],
    [`Endpoint=https://contoso/;${rule};${secret};${name}`, ['HCM1007']],
    [`Endpoint=wss://contoso/;${rule};${secret};${name}`, ['HCM1007']],
    [`Endpoint=amqps://contoso/;${rule};${secret};${name}`, ['HCM1007']],
    [`${endpoint};${rule};${secret}`, ['HCM1008']],
    [`${endpoint};${rule};${secret};EntityPath=-x`, ['HCM1009']],
    [`${endpoint};${rule};${secret};EntityPath=a b`, ['HCM1009']],
    [`${endpoint};${rule};${secret};EntityPath=a/../b`, ['HCM1009']],
    [`${endpoint};${rule};${secret};EntityPath=a//b`, ['HCM1009']],
    [`${endpoint};${rule};${secret};EntityPath=caf\u00e9`, ['HCM1009']],
    [`${endpoint};${rule};${name}`, ['HCM1010']],
    [`${endpoint};${secret};${name}`, ['HCM1011']],
    [`${whole};SharedAccessSignature=SharedAccessSignature sr=x&sig=y&se=1&skn=z`, ['HCM1012']],
    [`${endpoint};${name};SharedAccessSignature=SharedAccessSignature sr=x&sig=y&se=1&skn=z`, ['HCM1013']],
    ['SharedAccessSignature sr=x&sig=y&se=1&skn=z', ['HCM1013']],
    [`${endpoint};${name};Authentication=Managed Identity`, ['HCM1014']],
    [`${endpoint};${name};authentication=managedidentity`, ['HCM1014']],
    [`${whole};Authentication=ManagedIdentity`, ['HCM1014']],
    [`${endpoint};SharedSecretIssuer=owner;SharedSecretValue=${key}`, ['HCM1017', 'HCM1008']],
    [`${endpoint};StsEndpoint=https://contoso-sb.accesscontrol.windows.net/;${name}`, ['HCM1017']],
    [
      `Endpoint=sb://farm/NS;StsEndpoint=https://farm:9355/NS;RuntimePort=9354;ManagementPort=9355`,
      ['HCM1023'],
    ],
    [`Endpoint=sb://farm/NS;RuntimePort=9354;ManagementPort=9355`, ['HCM1023']],
    [`${whole}\u0000`, ['HCM1019']],
    [`${endpoint};SharedAccessKeyName=a b;${secret};${name}`, ['HCM1019']],
    [`${endpoint};SharedAccessKeyName=${key};SharedAccessKey=defaultListener;${name}`, ['HCM1019']],
    [`${endpoint};${rule};SharedAccessKey=MDEy MzQ1;${name}`, ['HCM1019']],
    [`${endpoint};${rule};SharedAccessKey=${'\u2022'.repeat(16)};${name}`, ['HCM1019']],
    [`${endpoint};${rule};SharedAccessKey=****;${name}`, ['HCM1019']],
    [`${whole};OperationTimeout=soon`, ['HCM1020']],
    [`${whole};OperationTimeout=0`, ['HCM1020']],
    [`${whole};OperationTimeout=00:00:00`, ['HCM1020']],
    [`Endpoint=;${rule};${secret};${name}`, ['HCM1024']],
    [`${endpoint};SharedAccessKeyName=;${secret};${name}`, ['HCM1024']],
    [`${endpoint};${rule};SharedAccessKey=;${name}`, ['HCM1024']],
    [`${endpoint};${rule};${secret};EntityPath=`, ['HCM1024']],
    [endpoint, ['HCM1008', 'HCM1011', 'HCM1010']],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('bounds every length', () => {
    const longest = whole.padEnd(4096, ';');
    expect(read(longest).outcome).toBe('relay');
    expect(problems(`${longest};`)[0]).toMatchObject({
      code: 'HCM1018',
      details: { length: 4097, limit: 4096 },
    });
    const tooLong = 'l'.repeat(257);
    expect(codes(`${endpoint};SharedAccessKeyName=${tooLong};${secret};${name}`)).toEqual(['HCM1021']);
    expect(codes(`${endpoint};${rule};SharedAccessKey=${tooLong};${name}`)).toEqual(['HCM1021']);
    expect(codes(`${endpoint};${rule};${secret};EntityPath=${'a'.repeat(261)}`)).toEqual(['HCM1009']);
    expect(read(`${endpoint};${rule};${secret};EntityPath=${'a'.repeat(260)}`).outcome).toBe('relay');
  });

  it('shows what it could read of the rest, but never the key', () => {
    const parsed = read(`${endpoint};${rule};${secret}`);
    expect(parsed).toMatchObject({
      outcome: 'refused',
      seen: { name: null, host: target.host, port: 443, ruleName: 'defaultListener', keyLength: 44 },
    });
    expect(problems(`${endpoint};${rule};${secret}`)[0]?.part).toBe('name');
  });

  it('shows an unknown key only when it is a word, and the one that was meant', () => {
    expect(problems(`${endpoint};${rule};SharedAcessKey=${key};${name}`)[0]).toEqual({
      code: 'HCM1003',
      part: 'string',
      details: { position: 3, key: 'SharedAcessKey', similar: 'SharedAccessKey' },
    });
    expect(problems(`${endpoint};${rule};SharedAccessKey:${key};${name}`)[0]?.details).toEqual({
      position: 3,
    });
  });

  it('says behind which part a semicolon is missing', () => {
    expect(problems(`${endpoint};${rule} ${secret};${name}`)[0]?.details).toEqual({
      position: 2,
      key: 'SharedAccessKeyName',
      before: 'SharedAccessKey',
    });
  });
});

describe('the rule', () => {
  const withRule = (ruleName: string): string =>
    `${endpoint};SharedAccessKeyName=${ruleName};${secret};${name}`;

  it.each([
    'defaultSender',
    'defaultsender',
    'hybridSend',
    'send',
    'Send-rule',
    'app_send',
    'SENDER',
    'SendOnly',
  ])('%s can only send', (ruleName) => {
    expect(problems(withRule(ruleName))).toEqual([
      { code: 'HCM1015', part: 'rule', details: { rule: ruleName } },
    ]);
    expect(read(withRule(ruleName), { purpose: 'send' })).toMatchObject({ outcome: 'relay', notices: [] });
  });

  it.each(['defaultListener', 'listen', 'my-listen-rule', 'HCMListener', 'ListenOnly'])(
    '%s can only listen',
    (ruleName) => {
      expect(codes(withRule(ruleName), { purpose: 'send' })).toEqual(['HCM1022']);
      expect(read(withRule(ruleName))).toMatchObject({ outcome: 'relay', notices: [] });
    },
  );

  it.each(['sendaiOffice', 'weekendListener', 'ListenSend', 'listenAndSend', 'rule1', 'ascender', 'key'])(
    '%s is taken for either',
    (ruleName) => {
      expect(read(withRule(ruleName))).toMatchObject({ outcome: 'relay', notices: [] });
    },
  );

  it.each(['RootManageSharedAccessKey', 'manage', 'hcm-admin', 'rootmanagesharedaccesskey'])(
    '%s may do more than is needed: told, not refused',
    (ruleName) => {
      const parsed = read(withRule(ruleName));
      expect(parsed).toMatchObject({
        outcome: 'relay',
        notices: [{ code: 'HCM1110', part: 'rule', details: { rule: ruleName } }],
      });
    },
  );
});

describe('a key of an unusual length', () => {
  it('is told with its length, not refused', () => {
    const parsed = read(`${endpoint};${rule};SharedAccessKey=${key.slice(0, 31)};${name}`);
    expect(parsed).toMatchObject({
      outcome: 'relay',
      notices: [{ code: 'HCM1111', part: 'key', details: { length: 31 } }],
    });
  });
});

describe('a BizTalk string', () => {
  const biztalk = `Endpoint=hc://Orders.hybrid.biztalk.windows.net/orders-biztalk;${rule};${secret}`;
  const value = {
    service: 'orders',
    host: 'orders.hybrid.biztalk.windows.net',
    name: 'orders-biztalk',
    keyName: 'defaultListener',
    key,
  };

  it('is recognised, so that it can be kept as Discontinued', () => {
    expect(read(biztalk)).toEqual({ outcome: 'biztalk', value, notices: [] });
    expect(read(biztalk.replace('hc://', 'sb://'))).toEqual({ outcome: 'biztalk', value, notices: [] });
    expect(read(biztalk.split(';')[0]!)).toEqual({
      outcome: 'biztalk',
      value: { ...value, keyName: '', key: '' },
      notices: [],
    });
  });

  it('without a name is explained', () => {
    expect(codes(`Endpoint=hc://orders.hybrid.biztalk.windows.net/;${rule};${secret}`)).toEqual(['HCM1016']);
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
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
