import { describe, expect, it } from 'vitest';
import type { ErrorCode } from './errors.ts';
import {
  codes,
  endpoint,
  key,
  name,
  problems,
  read,
  rule,
  secret,
  target,
  whole,
} from './testing/string-parts.ts';

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
