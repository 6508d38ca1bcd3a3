import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkToken } from './token-check.ts';
import type { TokenQuestion } from './token-check.ts';
import { makeToken } from './testing/tokens.ts';

const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const secondaryKey = 'c2Vjb25kYXJ5';
const rule = { name: 'listenRule', rights: ['Listen'], primaryKey: key, secondaryKey } as const;
const expiry = 1_700_000_000;

const question: TokenQuestion = {
  token: undefined,
  right: 'Listen',
  path: 'hybrid1',
  hosts: ['contoso.servicebus.windows.net'],
  rules: [rule],
  nowMs: expiry * 1000 - 60_000,
  graceMs: 300_000,
};

/** Tokens of the protocol reference, §2.1, word for word. */
const vectors = [
  {
    sr: 'http%3A%2F%2Fcontoso.servicebus.windows.net%2Fhybrid1%2F',
    sig: '7kMEtWsjbkrOeWG58Eypl1Js5mUXufJDJND58eT%2F%2BWI%3D',
  },
  {
    sr: 'http%3a%2f%2fcontoso.servicebus.windows.net%2fhybrid1%2f',
    sig: 'Bcfwd0RW1vZpNeCegOsl7e%2FyDqJ7aN%2F1BuDuUf4CiZI%3D',
  },
];

function token(resource: string, more: Partial<Parameters<typeof makeToken>[0]> = {}): string {
  return makeToken({ resource, rule: 'listenRule', key, expiresAtMs: expiry * 1000, ...more });
}

const base = 'http://contoso.servicebus.windows.net';

describe('token check', () => {
  it.each(vectors)('row 5: accepts the known token, hashing $sr as it stands', ({ sr, sig }) => {
    const text = `SharedAccessSignature sr=${sr}&sig=${sig}&se=${expiry}&skn=listenRule`;
    expect(checkToken({ ...question, token: text })).toEqual({
      ok: true,
      expiresAtMs: expiry * 1000,
      ruleName: 'listenRule',
    });
    const shuffled = `sharedaccesssignature skn=listenRule&se=${expiry}&sig=${sig}&sr=${sr}`;
    expect(checkToken({ ...question, token: shuffled }).ok).toBe(true);
    const recased = text.replace(
      sr,
      sr.replace(/%3a/i, (found) => (found === '%3A' ? '%3a' : '%3A')),
    );
    expect(checkToken({ ...question, token: recased })).toMatchObject({ ok: false, status: 401 });
  });

  it('refuses a signature made with the base64-decoded key', () => {
    const sig = 'FSPQd8jshGKYgttKOna6JJoG0v2miyRUqFKAQ36bbgM%3D';
    const text = `SharedAccessSignature sr=${vectors[0]!.sr}&sig=${sig}&se=${expiry}&skn=listenRule`;
    expect(checkToken({ ...question, token: text })).toMatchObject({ ok: false, status: 401 });
    const decoded = token(`${base}/hybrid1`, { key: Buffer.from(key, 'base64') });
    expect(checkToken({ ...question, token: decoded })).toMatchObject({ ok: false, status: 401 });
  });

  it.each([
    [`${base}/hybrid1/`, '.NET'],
    [`sb://contoso.servicebus.windows.net/hybrid1//`, 'Java listener'],
    ['sb://contoso.servicebus.windows.net:9443', 'Java sender: the namespace'],
    ['http://contoso.servicebus.windows.net:443/hybrid1', 'node'],
    ['https://CONTOSO.servicebus.windows.net/HYBRID1?api=1', 'upper case and a query'],
    ['wss://contoso.servicebus.windows.net/$hc/hybrid1', 'with $hc'],
    ['ws://contoso.servicebus.windows.net/$HC/', '$hc of the namespace'],
  ])('row 5: accepts %s (%s)', (resource) => {
    expect(checkToken({ ...question, token: token(resource) }).ok).toBe(true);
    expect(checkToken({ ...question, token: token(resource, { lowerCaseEscapes: true }) }).ok).toBe(true);
  });

  it.each([
    [`${base}/hybrid`, 'a prefix inside a segment'],
    [`${base}/hybrid1/sub`, 'longer than the path'],
    [`${base}/other`, 'another path'],
    ['http://fabrikam.servicebus.windows.net/hybrid1', 'another host'],
    ['http://contoso.servicebus.windows.net.evil.test/hybrid1', 'a longer host'],
    ['ftp://contoso.servicebus.windows.net/hybrid1', 'another scheme'],
    ['contoso.servicebus.windows.net/hybrid1', 'no scheme'],
    ['', 'nothing'],
  ])('refuses %s (%s) with 403', (resource) => {
    expect(checkToken({ ...question, token: token(resource) })).toMatchObject({ ok: false, status: 403 });
  });

  it('covers paths below its own, by whole segments', () => {
    const deep = { ...question, path: 'Hybrid1/sub/x' };
    expect(checkToken({ ...deep, token: token(`${base}/hybrid1`) }).ok).toBe(true);
    expect(checkToken({ ...deep, token: token(`${base}/hybrid1/sub`) }).ok).toBe(true);
    expect(checkToken({ ...deep, token: token(`${base}/hybrid1/su`) }).ok).toBe(false);
  });

  it('row 6: takes both keys of a rule, and the rule of the entity before one of the same name', () => {
    expect(checkToken({ ...question, token: token(base, { key: secondaryKey }) }).ok).toBe(true);
    const sendOnly = { ...rule, rights: ['Send'] } as const;
    const rules = [sendOnly, rule];
    expect(checkToken({ ...question, rules, token: token(base) })).toMatchObject({ ok: false, status: 403 });
    expect(checkToken({ ...question, right: undefined, rules, token: token(base) }).ok).toBe(true);
  });

  it('never takes an empty key for a key', () => {
    const rules = [{ ...rule, secondaryKey: '' }];
    expect(checkToken({ ...question, rules, token: token(base, { key: '' }) }).ok).toBe(false);
  });

  it('counts a token until its expiry and grace', () => {
    const at = (nowMs: number) => checkToken({ ...question, nowMs, token: token(base) });
    expect(at(expiry * 1000 + 299_999).ok).toBe(true);
    expect(at(expiry * 1000 + 300_000)).toMatchObject({ ok: false, status: 401 });
  });

  it.each([
    undefined,
    '',
    'SharedAccessSignature',
    'SharedAccessSignature sr=a',
    'SharedAccessSignature sr=a&sig=b&se=1&skn=c&sr=d',
    `SharedAccessSignature sr=a&sig=b&se=12e3&skn=listenRule`,
    `SharedAccessSignature sr=a&sig=%zz&se=1&skn=listenRule`,
    'Bearer eyJhbGciOi.J9',
    `SharedAccessSignature sr=${'a'.repeat(9000)}&sig=b&se=1&skn=c`,
  ])('refuses %j with 401 and a text that has the word token', (text) => {
    expect(checkToken({ ...question, token: text })).toMatchObject({
      ok: false,
      status: 401,
      text: expect.stringContaining('token') as string,
    });
  });

  it('refuses any change of any character, and never throws', () => {
    const good = token(`${base}/hybrid1`);
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }), (at, char) => {
        const changed = good.slice(0, at) + char + good.slice(at + 1);
        const meansTheSame =
          changed.toLowerCase() === good.toLowerCase() && at < 'SharedAccessSignature sr'.length;
        const answer = checkToken({ ...question, token: changed });
        // Base64's last character before `=` has two unused bits; lower-case field names mean the same.
        if (changed !== good && !meansTheSame && !isSpareBits(good, at)) expect(answer.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

function isSpareBits(good: string, at: number): boolean {
  const value = good.indexOf('sig=') + 4;
  const end = good.indexOf('&', value);
  const names = ['sr=', 'sig=', 'se=', 'skn='].some((name) => {
    const start = good.indexOf(name);
    return at >= start && at < start + name.length - 1;
  });
  return names || (at >= end - 4 && at < end);
}
