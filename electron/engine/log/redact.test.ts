import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';
import { SecretRegister } from './secret-register.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';
const sas =
  'SharedAccessSignature sr=http%3A%2F%2Fa%2Fb%2F&sig=7kMEtWsjbk%2BWI%3D&se=1700000000&skn=listenRule';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL3JlbGF5In0.c2lnbmF0dXJl_-x';

const pem = (end: string): string =>
  ['-----BEGIN PRIVATE KEY-----', 'MIIEvQ+/abc', 'def=', '-----END PRIVATE KEY-----'].join(end);

describe('redact, without knowing the secrets', () => {
  it.each([
    [
      `Endpoint=sb://a/;SharedAccessKeyName=r;SharedAccessKey=${key};EntityPath=x`,
      'Endpoint=sb://a/;SharedAccessKeyName=r;SharedAccessKey=***;EntityPath=x',
    ],
    ['sharedaccesskey = short;x', 'sharedaccesskey = ***;x'],
    ['SharedAccessKey%3Dabc%3D%3BEntityPath', 'SharedAccessKey%3D***'],
    ['{"SharedAccessKey":"abc","b":1}', '{"SharedAccessKey":"***","b":1}'],
    [
      '{"text":"{\\"SharedAccessKey\\":\\"abc\\",\\"b\\":1}"}',
      '{"text":"{\\"SharedAccessKey\\":\\"***\\",\\"b\\":1}"}',
    ],
    [`token ${sas} end`, 'token SharedAccessSignature *** end'],
    [`SharedAccessSignature=${sas};x`, 'SharedAccessSignature=SharedAccessSignature ***;x'],
    ['sr=a&sig=abc%3D&se=1', 'sr=a&sig=***&se=1'],
    [
      `wss://a/$hc/b?sb-hc-action=listen&sb-hc-token=${encodeURIComponent(sas)}&sb-hc-id=7`,
      'wss://a/$hc/b?sb-hc-action=listen&sb-hc-token=***&sb-hc-id=7',
    ],
    [
      'https://a/b?sb-hc-sas-key-name=r&sb-hc-sas-key=abc',
      'https://a/b?sb-hc-sas-key-name=r&sb-hc-sas-key=***',
    ],
    [`ServiceBusAuthorization: ${sas}\r\nHost: a`, 'ServiceBusAuthorization: ***\r\nHost: a'],
    [`Authorization: Bearer ${jwt}`, 'Authorization: ***'],
    [
      '{"headers":{"authorization":"Basic dTpw","host":"a"}}',
      '{"headers":{"authorization":"***","host":"a"}}',
    ],
    [
      '{"rawHeaders":["Proxy-Authorization","Basic dTpw","Host","a"]}',
      '{"rawHeaders":["Proxy-Authorization","***","Host","a"]}',
    ],
    [
      '{"authorization":"Digest username=\\"bob\\", response=\\"abc\\"","b":1}',
      '{"authorization":"***","b":1}',
    ],
    ['{"t":"{\\"authorization\\":\\"Basic dTpw\\"}"}', '{"t":"{\\"authorization\\":\\"***\\"}"}'],
    [
      '{"authorization":["Basic dTpw"],"password":["abc"],"b":1}',
      '{"authorization":["***"],"password":["***"],"b":1}',
    ],
    [
      '{"password":1234,"accountKey":null,"authorization":{"a":1}}',
      '{"password":0,"accountKey":null,"authorization":{"a":1}}',
    ],
    [`a ${jwt} b`, 'a *** b'],
    [`a ${pem('\n')} b`, 'a *** b'],
    [JSON.stringify({ pem: `${pem('\r\n')}\n`, b: 1 }), '{"pem":"***\\n","b":1}'],
    [JSON.stringify({ t: JSON.stringify({ pem: pem('\n') }) }), '{"t":"{\\"pem\\":\\"***\\"}"}'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow+/cut off', '***'],
    ['-----BEGIN CERTIFICATE-----\nMIIE', '-----BEGIN CERTIFICATE-----\nMIIE'],
    ['client_assertion=abc.def&client_assertion_type=urn', 'client_assertion=***&client_assertion_type=urn'],
    [`a%20${jwt}%20b`, 'a%20***%20b'],
    [JSON.stringify(`a\n${jwt}\n`), '"a\\n***\\n"'],
    [`renewToken ${jwt.split('.').slice(0, 2).join('.')}`, 'renewToken ***'],
    [`key ${key}!`, 'key ***!'],
    ['client_secret=abc&x=1', 'client_secret=***&x=1'],
  ])('%j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'SharedAccessKeyName=defaultListener;EntityPath=payroll-sql',
    'AuthorizationFailed for rule defaultListener',
    'TrackingId:9f8e7d6c-5b4a-4c3d-9e2f-1a0b9c8d7e6f_G12, SystemTracker:contoso.servicebus.windows.net:payroll-sql',
    'wss://g12-prod-am3-001.servicebus.windows.net/$hc/payroll-sql?sb-hc-action=accept&sb-hc-id=7',
    'design.sigma=5 and the eyJ',
  ])('leaves %j alone', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('keeps JSON readable, whatever stands in it', () => {
    const pieces = fc.constantFrom(
      ...[
        'SharedAccessKey',
        '=',
        ':',
        '"',
        '\\',
        'sig=',
        'abc',
        key,
        ' ',
        'Authorization',
        ',',
        sas,
        'eyJ',
        '.',
        '\n',
        '%3D',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
        const shown = redact(
          JSON.stringify({
            text: all.join(''),
            [all.join('')]: [all],
            password: all,
            [`${all.join('')}Key`]: 7,
          }),
        );
        expect(() => JSON.parse(shown) as unknown).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a time that grows with the length only', () => {
    const started = performance.now();
    for (const piece of [
      'eyJ',
      'eyJaaaaaaaaa.',
      'A',
      'SharedAccessKey ',
      'Authorization ',
      '\\',
      ' ',
      'sig=',
      '%3D',
    ]) {
      redact(piece.repeat(65_536 / piece.length));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('redact, knowing the secrets', () => {
  it('hides them wherever they stand', () => {
    const secrets = new SecretRegister();
    secrets.add('correct horse');
    expect(redact('it is correct%20horse, "correct horse"', secrets)).toBe('it is ***, "***"');
  });
});
