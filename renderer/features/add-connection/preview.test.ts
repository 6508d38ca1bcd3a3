import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../electron/contract/api.ts';
import { errorCodes, type ErrorCode, type ErrorDetails } from '../../../electron/contract/errors.ts';
import { problem } from '../../../electron/contract/finding.ts';
import { addProblemValueTexts } from '../../../electron/contract/messages/texts/add.ts';
import { sampleView } from '../../testing/sample-views.ts';
import { canAskAzure, existingFor, preview, type Preview } from './preview.ts';
import type { Answer, PreviewInput, PreviewPart, PreviewRow } from './preview-row.ts';
import { rowOf } from './problem-row.ts';
import { emptyReading, readString } from './string-reading.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';
const endpoint = 'Endpoint=sb://contoso-relay-weu.servicebus.windows.net/';
const listener = 'SharedAccessKeyName=defaultListener';
const secret = `SharedAccessKey=${key}`;
const name = 'EntityPath=ledger-sql';
const whole = [endpoint, listener, secret, name].join(';');
const namespaceLevel = [endpoint, listener, secret].join(';');
const payroll = sampleView({ number: 7, name: 'payroll-sql' });

function seen(raw: string, changes: Partial<PreviewInput> & { readonly name?: string } = {}): Preview {
  const reading = readString(raw, changes.name ?? '');
  const input = { reading, existing: null, bound: null, answer: { kind: 'notAsked' }, ...changes } as const;
  return preview(input);
}

function row(shown: Preview, part: PreviewPart): PreviewRow {
  return shown.rows.find((one) => one.part === part)!;
}

function answered(changes: Partial<Inspection>): Answer {
  const inspection = { azure: null, problem: null, reached: null, existingId: null, ...changes };
  return { kind: 'answered', inspection };
}

function azureSays(host: string, changes: Partial<Inspection> = {}, listeners = 0): Answer {
  return answered({ azure: { endpoint: { host, port: 1433 }, listeners }, ...changes });
}

function refused(code: ErrorCode, details: ErrorDetails = {}): Answer {
  return answered({ problem: { code, details } });
}

describe('rows of the string', () => {
  it('a good one', () => {
    const { heading, rows, canSubmit, remark } = seen(whole);
    expect(heading).toBe('Ready to add');
    expect(canSubmit).toBe(true);
    expect(remark).toBeNull();
    expect(rows.map(({ part, tone, value, aside }) => [part, tone, value, aside])).toEqual([
      ['name', 'good', 'ledger-sql', undefined],
      ['namespace', 'good', 'contoso-relay-weu', undefined],
      ['rule', 'good', 'defaultListener', 'listen only'],
      ['key', 'good', '44 characters, hidden', undefined],
      ['endpoint', 'quiet', '–', undefined],
      ['listeners', 'quiet', '–', undefined],
    ]);
  });

  it('nothing yet', () => {
    const { heading, rows, canSubmit } = preview({
      reading: emptyReading,
      existing: null,
      bound: null,
      answer: { kind: 'notAsked' },
    });
    expect(heading).toBe('Paste a string to see what it adds');
    expect(canSubmit).toBe(false);
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ tone }) => tone))).toEqual(new Set(['quiet']));
  });

  it.each([
    [
      'the whole namespace',
      namespaceLevel,
      '1 thing is missing',
      'name',
      'act',
      'Not named',
      'This is the string of the whole namespace. Paste the string of one Hybrid Connection, or type its name.',
    ],
    [
      'no Endpoint',
      [listener, secret, name].join(';'),
      '1 thing is missing',
      'namespace',
      'act',
      'Missing',
      'The string has no Endpoint part. Copy the whole string again.',
    ],
    [
      'no rule and no key',
      [endpoint, name].join(';'),
      '2 things are missing',
      'rule',
      'act',
      'Missing',
      'The string has no rule. Copy the whole string again.',
    ],
    [
      'ACS',
      `${endpoint};SharedSecretIssuer=owner;SharedSecretValue=abc`,
      'This can’t be added',
      'namespace',
      'act',
      'Access Control',
      'This is an ACS string. Copy the shared access (SAS) string instead.',
    ],
    [
      'a sending key',
      whole.replace('defaultListener', 'defaultSender'),
      'This can’t be added',
      'rule',
      'act',
      'defaultSender',
      'This key can only send. Ask for the listen key.',
    ],
    [
      'a broad key',
      whole.replace('defaultListener', 'RootManageSharedAccessKey'),
      'Ready to add',
      'rule',
      'watch',
      'RootManageSharedAccessKey',
      'It may change or delete anything in the namespace. A listen-only rule is safer. You can add this one anyway.',
    ],
    [
      'no key',
      [endpoint, listener, name].join(';'),
      '1 thing is missing',
      'key',
      'act',
      'Missing',
      'The string has no key. Copy the whole string again.',
    ],
    [
      'a short key',
      whole.replace(key, key.slice(0, 31)),
      'Ready to add',
      'key',
      'watch',
      '31 characters, hidden',
      'Azure’s keys have 44. Check that the string is complete.',
    ],
    [
      'a key of another form',
      whole.replace(key, '-'.repeat(44)),
      'Ready to add',
      'key',
      'watch',
      '44 characters, hidden',
      'Azure’s keys look different. Check that the string is complete.',
    ],
    [
      'an odd scheme',
      whole.replace('sb:', 'https:'),
      'This can’t be added',
      'namespace',
      'act',
      'Can’t be read',
      'The Endpoint begins with https://. Copy the whole string again.',
    ],
    [
      'a host that can’t be one',
      whole.replace('contoso-relay-weu', 'contoso*x'),
      'This can’t be added',
      'namespace',
      'act',
      'Can’t be read',
      'Its host contains a character that no host name has. Copy the whole string again.',
    ],
    [
      'an odd name',
      whole.replace('ledger-sql', '-ledger'),
      'This can’t be added',
      'name',
      'act',
      'Can’t be used',
      'It doesn’t begin and end with a letter or digit. Use the name as the Azure portal shows it.',
    ],
    [
      'a token',
      `${endpoint};${name};SharedAccessSignature=SharedAccessSignature sr=a&sig=b`,
      'This can’t be added',
      'key',
      'act',
      'A token',
      'The string has a token instead of a key. Use the string with SharedAccessKeyName and SharedAccessKey.',
    ],
    [
      'two names',
      `${whole};EntityPath=other`,
      'This can’t be added',
      'name',
      'act',
      'There twice',
      'EntityPath is there twice. Copy the string alone, and give no other name beside it.',
    ],
    [
      'two keys',
      `${whole};${secret}`,
      'This can’t be added',
      'key',
      'act',
      'There twice',
      'SharedAccessKey is there twice. Copy the string alone, and give no other name beside it.',
    ],
    [
      'a private link',
      whole.replace('.servicebus', '.privatelink.servicebus'),
      'Ready to add',
      'namespace',
      'watch',
      undefined,
      'contoso-relay-weu.privatelink.servicebus.windows.net is the name of a private link. Use the ordinary name of the namespace.',
    ],
    [
      'a name in the Endpoint',
      `Endpoint=sb://contoso-relay-weu.servicebus.windows.net/ledger-sql;${listener};${secret}`,
      'Ready to add',
      'name',
      'good',
      'ledger-sql',
      'The name of the Hybrid Connection was read from the Endpoint.',
    ],
  ] as const)('%s', (_name, raw, heading, part, tone, value, words) => {
    const shown = seen(raw);
    expect(shown.heading).toBe(heading);
    expect(row(shown, part)).toMatchObject({ tone, words, ...(value === undefined ? {} : { value }) });
    expect(shown.canSubmit).toBe(heading === 'Ready to add');
  });

  it('the endpoint waits for the name only where there is none', () => {
    expect(row(seen(namespaceLevel), 'endpoint').value).toBe('Read from Azure once the name is known');
    expect(row(seen(`${whole};Foo=bar`), 'endpoint').value).toBe('–');
  });

  it('the name that was typed counts for the string of a whole namespace, and only for that', () => {
    const named = seen(namespaceLevel, { name: ' ledger-sql ' });
    expect(named.heading).toBe('Ready to add');
    expect(row(named, 'name')).toMatchObject({ tone: 'good', value: 'ledger-sql', hasNameField: true });
    expect(row(seen(namespaceLevel, { name: 'a b' }), 'name')).toMatchObject({
      tone: 'act',
      hasNameField: true,
      words: expect.stringContaining('It contains something else') as string,
    });
    expect(row(seen(whole, { name: 'left-over' }), 'name')).toEqual({
      part: 'name',
      tone: 'good',
      value: 'ledger-sql',
    });
  });

  it('a BizTalk string can be added to be listed as Discontinued', () => {
    const shown = seen(`Endpoint=hc://contoso-bts.biztalk.windows.net/orders;${listener};${secret}`);
    expect(shown.heading).toBe('This can be added as Discontinued');
    expect(shown.canSubmit).toBe(true);
    expect(row(shown, 'name')).toMatchObject({ value: 'orders' });
    expect(row(shown, 'namespace')).toEqual({
      part: 'namespace',
      tone: 'watch',
      value: 'BizTalk',
      words:
        'This is a BizTalk string (hc://). BizTalk Hybrid Connections ended on 31 May 2018. You can add it; it stays listed as Discontinued.',
      action: 'howToReplace',
    });
    expect(row(shown, 'key')).toMatchObject({ tone: 'quiet', value: 'Not needed' });
  });

  it('a BizTalk string without a name can’t be added', () => {
    const shown = seen(`Endpoint=hc://contoso-bts.biztalk.windows.net/;${listener};${secret}`);
    expect(shown.heading).toBe('This can’t be added');
    expect(shown.canSubmit).toBe(false);
    expect(row(shown, 'namespace')).toMatchObject({
      tone: 'act',
      value: 'BizTalk',
      words: 'This is a BizTalk string (hc://). BizTalk Hybrid Connections ended on 31 May 2018.',
      action: 'howToReplace',
    });
  });

  it.each([
    ['Quotes round the string were left out.', `"${whole}"`],
    ['Line breaks were left out.', whole.replace(';Shared', ';\nShared')],
    ['Unknown parts were left out: TransportType.', `${whole};TransportType=Amqp`],
  ])('%s', (text, raw) => {
    expect(seen(raw).remark).toEqual({ tone: 'quiet', text });
    expect(seen(raw).heading).toBe('Ready to add');
  });

  it.each([
    ['The string has an unknown part: Foo. Copy the whole string again.', `${whole};Foo=bar`],
    ['Part 5 of the string can’t be read. Copy the whole string again.', `${whole};bar`],
    [
      'The text is too long for a connection string. Copy only the connection string.',
      whole.padEnd(5000, 'x'),
    ],
    ['Part 1 of the string can’t be read. Copy the whole string again.', 'hello'],
    ['The string has a token instead of a key. Use', 'SharedAccessSignature sr=a&sig=b', 'key'],
  ])('%s', (text, raw, part?: string) => {
    const shown = seen(raw);
    expect(shown.heading).toBe('This can’t be added');
    const told = part === 'key' ? row(shown, 'key').words : shown.remark?.text;
    expect(told).toContain(text);
  });

  it('every problem of the reader is told somewhere', () => {
    const ofReader = errorCodes.filter(
      (code) => code >= 'HCM1001' && code <= 'HCM1024' && code !== 'HCM1022',
    );
    for (const code of ofReader) {
      for (const part of ['string', 'name', 'namespace', 'rule', 'key'] as const) {
        const found = problem(code, part);
        const reading = { ...emptyReading, outcome: 'refused', problems: [found] } as const;
        const shown = preview({ reading, existing: null, bound: null, answer: { kind: 'notAsked' } });
        const told = rowOf(found) === null ? shown.remark?.tone : row(shown, part as PreviewPart).tone;
        expect([code, part, told]).toEqual([code, part, 'act']);
        expect(shown.canSubmit).toBe(false);
      }
    }
    expect(Object.keys(addProblemValueTexts).every((code) => ofReader.includes(code as ErrorCode))).toBe(
      true,
    );
  });
});

describe('what Azure says', () => {
  it.each<[string, Answer, Partial<PreviewRow>, string]>([
    ['asked', { kind: 'asking' }, { tone: 'quiet', icon: 'busy', value: 'Asking Azure…' }, 'Ready to add'],
    [
      'reachable',
      azureSays('sql03.corp.contoso.com', { reached: { dialMs: 4, problem: null } }),
      { tone: 'good', value: 'sql03.corp.contoso.com:1433', aside: 'from Azure, reachable in 4 ms' },
      'Ready to add',
    ],
    [
      'not tried',
      azureSays('sql03.corp.contoso.com'),
      { tone: 'quiet', value: 'sql03.corp.contoso.com:1433', aside: 'from Azure' },
      'Ready to add',
    ],
    [
      'unreachable',
      azureSays('sql03.corp.contoso.com', {
        reached: { dialMs: null, problem: { code: 'HCM3102', details: {} } },
      }),
      {
        tone: 'watch',
        value: 'sql03.corp.contoso.com:1433',
        words: 'Not reachable from this host: connection refused. You can add it and fix this later.',
      },
      'Ready to add',
    ],
    [
      'no answer',
      azureSays('sql03.corp.contoso.com', {
        reached: { dialMs: null, problem: { code: 'HCM3104', details: { seconds: 20 } } },
      }),
      { words: 'Not reachable from this host: no answer in 20 s. You can add it and fix this later.' },
      'Ready to add',
    ],
    [
      'unreachable for a reason without words',
      azureSays('sql03.corp.contoso.com', {
        reached: { dialMs: null, problem: { code: 'HCM3105', details: {} } },
      }),
      { words: 'Not reachable from this host. You can add it and fix this later.' },
      'Ready to add',
    ],
    [
      'an IP address',
      azureSays('10.20.8.14', { reached: { dialMs: 4, problem: null } }),
      {
        tone: 'watch',
        value: '10.20.8.14:1433',
        words: 'An IP address. Some apps skip it; use a DNS name that this host knows.',
      },
      'Ready to add',
    ],
    [
      'a port of LDAP',
      azureSays('dc01.corp.contoso.com', {
        azure: { endpoint: { host: 'dc01.corp.contoso.com', port: 389 }, listeners: 0 },
        reached: { dialMs: 4, problem: null },
      }),
      {
        tone: 'watch',
        value: 'dc01.corp.contoso.com:389',
        words: 'Port 389 is LDAP: Active Directory needs further ports and UDP, which can’t be tunnelled.',
        action: 'notSupported',
      },
      'Ready to add',
    ],
    [
      'an IPv6 address',
      azureSays('fd00::1', { reached: { dialMs: 4, problem: null } }),
      { tone: 'watch', value: '[fd00::1]:1433' },
      'Ready to add',
    ],
    [
      'no endpoint',
      answered({ azure: { endpoint: null, listeners: 0 } }),
      {
        tone: 'act',
        value: 'None',
        words: 'Azure knows no endpoint for it. Add the “endpoint” metadata, host:port, in Azure.',
        action: 'howToFix',
      },
      'This can be added, but it won’t connect yet',
    ],
    [
      'no endpoint, as a problem',
      refused('HCM2041'),
      { tone: 'act', value: 'None' },
      'This can be added, but it won’t connect yet',
    ],
    [
      'an endpoint that can’t be read',
      refused('HCM2042'),
      { tone: 'act', value: 'Can’t be read' },
      'This can be added, but it won’t connect yet',
    ],
    [
      'couldn’t be asked',
      refused('HCM2003', { host: 'contoso.servicebus.windows.net', seconds: 10 }),
      {
        tone: 'quiet',
        value: 'Couldn’t ask Azure now; read after adding',
        words: expect.any(String) as string,
      },
      'Ready to add',
    ],
    [
      'the host couldn’t do it',
      { kind: 'failed', problem: { code: 'HCM5005', details: {} } },
      { tone: 'quiet', value: 'Couldn’t ask Azure now; read after adding' },
      'Ready to add',
    ],
  ])('endpoint: %s', (_name, answer, expected, heading) => {
    const shown = seen(whole, { answer });
    expect(row(shown, 'endpoint')).toMatchObject(expected);
    expect(shown.heading).toBe(heading);
    expect(shown.canSubmit).toBe(true);
  });

  it.each([
    [0, 'quiet', '0: this host will be the first', undefined],
    [1, 'quiet', '1 other host listens too; Azure shares the sessions', undefined],
    [24, 'quiet', '24 other hosts listen too; Azure shares the sessions', undefined],
    [
      25,
      'act',
      '25, no more are possible',
      'Azure allows 25 listeners for a Hybrid Connection. This host connects when another one stops.',
    ],
  ])('%i listeners', (count, tone, value, words) => {
    const answer = azureSays('sql03.corp.contoso.com', { reached: { dialMs: 4, problem: null } }, count);
    const shown = seen(whole, { answer });
    expect(row(shown, 'listeners')).toMatchObject({ tone, value });
    expect(row(shown, 'listeners').words).toBe(words);
    expect(shown.heading).toBe(count === 25 ? 'This can be added, but it won’t connect yet' : 'Ready to add');
  });

  it('a refused key is told at the key; it may be added all the same', () => {
    const shown = seen(whole, { answer: refused('HCM2020') });
    expect(row(shown, 'key')).toMatchObject({
      tone: 'act',
      value: '44 characters, refused by Azure',
      words: 'Azure refused the key. It was probably regenerated; copy the string again.',
    });
    expect(row(shown, 'endpoint').words).toBeUndefined();
    expect(shown.heading).toBe('This can be added, but it won’t connect yet');
    expect(shown.canSubmit).toBe(true);
    expect(row(seen(whole, { answer: refused('HCM2022') }), 'key').tone).toBe('act');
  });

  it('a name that Azure doesn’t know is told at the name', () => {
    const shown = seen(whole, { answer: refused('HCM2023') });
    expect(row(shown, 'name')).toMatchObject({
      tone: 'act',
      value: 'ledger-sql',
      words: 'Azure has no such Hybrid Connection in this namespace. It was deleted or has another name.',
    });
    expect(shown.heading).toBe('This can be added, but it won’t connect yet');
    expect(shown.canSubmit).toBe(true);
  });
});

describe('what is on this host already', () => {
  const forPayroll = whole.replace('ledger-sql', 'PAYROLL-sql');

  it('is found whatever the case', () => {
    const reading = readString(forPayroll, '');
    expect(existingFor(reading, [sampleView({ number: 1, name: 'x' }), payroll])).toBe(payroll);
    expect(existingFor(readString(whole, ''), [payroll])).toBeNull();
    expect(existingFor(emptyReading, [payroll])).toBeNull();
  });

  it('can’t be added again; its key can be replaced', () => {
    const shown = seen(forPayroll, { existing: payroll });
    expect(shown.heading).toBe('This can’t be added');
    expect(shown.canSubmit).toBe(false);
    expect(row(shown, 'name')).toEqual({
      part: 'name',
      tone: 'act',
      value: 'PAYROLL-sql',
      words: 'It is already on this host. To use a new key, replace its key.',
      action: 'replaceKey',
    });
    expect(canAskAzure({ reading: readString(forPayroll, ''), existing: payroll, bound: null })).toBe(false);
    expect(canAskAzure({ reading: readString(whole, ''), existing: null, bound: null })).toBe(true);
  });
});

describe('replacing a key', () => {
  const forPayroll = whole.replace('ledger-sql', 'payroll-sql');

  it('takes the string of that connection', () => {
    const shown = seen(forPayroll, { existing: payroll, bound: payroll });
    expect(shown.heading).toBe('Ready to replace');
    expect(shown.canSubmit).toBe(true);
    expect(seen('', { bound: payroll }).heading).toBe('Paste the string with the new key');
  });

  it('refuses that of another one', () => {
    const other = seen(whole.replace('ledger-sql', 'erp-api'), { bound: payroll });
    expect(other.heading).toBe('This can’t replace the key');
    expect(other.canSubmit).toBe(false);
    expect(row(other, 'name').words).toBe('This string is for erp-api, not payroll-sql.');
    const elsewhere = seen(forPayroll.replace('relay-weu', 'relay-neu'), { bound: payroll });
    expect(elsewhere.canSubmit).toBe(false);
    expect(row(elsewhere, 'namespace').words).toBe(
      'This string is for the namespace contoso-relay-neu, not contoso-relay-weu.',
    );
  });

  it('says when Azure refuses the new key, too', () => {
    const shown = seen(forPayroll, { existing: payroll, bound: payroll, answer: refused('HCM2020') });
    expect(shown.heading).toBe('Azure doesn’t accept this key');
    expect(row(shown, 'key').tone).toBe('act');
  });

  it('counts the hosts that listen, this one among them', () => {
    const answer = azureSays('sql01.corp.contoso.com', {}, 25);
    const shown = seen(forPayroll, { existing: payroll, bound: payroll, answer });
    expect(row(shown, 'listeners')).toMatchObject({
      tone: 'quiet',
      value: '25 hosts listen; Azure shares the sessions',
    });
  });
});

it('nothing of a reading or a preview holds the key', () => {
  const strings = [
    whole,
    namespaceLevel,
    `${whole};${secret}`,
    `${whole};${key}`,
    `SharedAccessKeyName=${key};${endpoint}`,
    `EntityPath=${key};${namespaceLevel}`,
    `Endpoint=${key};${listener}`,
    `SharedAccesKey=${key}`,
    `${key}=a;${endpoint}`,
    `Endpoint=hc://contoso-bts.biztalk.windows.net/orders;${listener};${secret}`,
    `${endpoint};SharedAccessSignature=${key}`,
    `${endpoint};SharedSecretIssuer=owner;SharedSecretValue=${key}`,
  ];
  for (const raw of strings) {
    const reading = readString(raw, key);
    const everything = JSON.stringify([reading, seen(raw), seen(raw, { bound: payroll })]);
    expect([raw, everything.includes(key.slice(0, 8))]).toEqual([raw, false]);
  }
});
