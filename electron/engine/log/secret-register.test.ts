import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidden, SecretRegister } from './secret-register.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';

function registerOf(...secrets: readonly string[]): SecretRegister {
  const register = new SecretRegister();
  for (const secret of secrets) register.add(secret);
  return register;
}

const lowerEscapes = (text: string): string =>
  text.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());

/** Ways in which a secret gets into a text, each with something before and behind it. */
const spellings: Readonly<Record<string, (secret: string, before: string, after: string) => string>> = {
  raw: (secret, before, after) => before + secret + after,
  percent: (secret, before, after) => before + encodeURIComponent(secret) + after,
  'percent, lower case': (secret, before, after) => before + lowerEscapes(encodeURIComponent(secret)) + after,
  'percent, some signs only': (secret, before, after) => before + secret.replaceAll('=', '%3d') + after,
  'percent, twice': (secret, before, after) =>
    before + encodeURIComponent(encodeURIComponent(secret)) + after,
  JSON: (secret, before, after) => JSON.stringify({ [before]: secret + after }),
  'JSON in JSON': (secret, before, after) =>
    JSON.stringify({ a: JSON.stringify({ b: before + secret + after }) }),
  'JSON with escaped signs': (secret, before, after) =>
    before + secret.replaceAll('/', '\\/').replaceAll('+', '\\u002B').replaceAll('=', '\\u003d') + after,
  base64: (secret, before, after) => Buffer.from(before + secret + after).toString('base64'),
  base64url: (secret, before, after) => Buffer.from(before + secret + after).toString('base64url'),
  'base64, percent': (secret, before, after) =>
    encodeURIComponent(Buffer.from(before + secret + after).toString('base64')),
};

/** The first piece of the secret that a reader could find, in its own or base64 spelling. */
function shows(text: string, secret: string): boolean {
  const pieces = [secret.slice(0, 8), secret.slice(-8)];
  const inside = [0, 1, 2].map((offset) =>
    Buffer.from('x'.repeat(offset) + secret)
      .toString('base64')
      .slice(4, 14),
  );
  return [...pieces, ...inside].some((piece) => text.includes(piece));
}

describe('a registered secret', () => {
  it.each(Object.entries(spellings))('is hidden as %s', (_name, spell) => {
    const anySecret = fc.base64String({ minLength: 24, maxLength: 90 });
    // Of other characters than the secret, so that what is left of them is no piece of it.
    const around = fc.string({
      unit: fc.constantFrom('~', ' ', '.', '"', '\n', 'é', '{', '!'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(anySecret, around, around, (secret, before, after) => {
        const shown = registerOf(secret).hide(spell(secret, before, after));
        expect(shown).toContain(hidden);
        expect(shows(shown, secret)).toBe(false);
      }),
    );
  });

  it('leaves nothing of itself and everything else', () => {
    expect(registerOf(key).hide(`a ${key} b ${encodeURIComponent(key)} c`)).toBe(`a ${hidden} b ${hidden} c`);
    expect(registerOf(key).hide('nothing here')).toBe('nothing here');
    expect(registerOf(key).hide(key.slice(0, -1))).toBe(key.slice(0, -1));
  });

  it('hides the longest where one is the beginning of another', () => {
    expect(registerOf('abcdefgh', 'abcdefghijkl').hide('abcdefghijklm abcdefgh')).toBe(
      `${hidden}m ${hidden}`,
    );
  });

  it('keeps JSON readable, also where it touches an escape', () => {
    const pieces = fc.array(
      fc.constantFrom('\n', '\\', '"', '\u0001', 'é', 'name1234', 'u0001abcd', '00e9abcdef', 'x'),
    );
    const register = registerOf('name1234', 'u0001abcd', '00e9abcdef', '"""""""""');
    fc.assert(
      fc.property(pieces, (all) => {
        const plain = all.join('');
        const escaped = JSON.stringify({ plain }).replaceAll('é', '\\u00e9');
        const shown = register.hide(escaped);
        expect(() => JSON.parse(shown) as unknown).not.toThrow();
        expect(shown).not.toContain('name1234');
      }),
      { numRuns: 1000 },
    );
  });

  it('is looked for as long as somebody holds it', () => {
    const register = new SecretRegister();
    const first = register.add(key);
    const second = register.add(key);
    first();
    first();
    expect(register.hide(key)).toBe(hidden);
    second();
    expect(register.hide(key)).toBe(key);
  });

  it('is not looked for when it is too short to be one', () => {
    expect(registerOf('1234567').hide('1234567')).toBe('1234567');
    expect(registerOf('12345678').hide('12345678')).toBe(hidden);
  });

  it('costs little also among a thousand', () => {
    const register = new SecretRegister();
    for (let index = 0; index < 1000; index += 1)
      register.add(Buffer.from(`secret ${index} of many`).toString('base64'));
    const line = `${'Endpoint=sb://contoso;%41%42'.repeat(20)} ${key}\n`;
    const started = performance.now();
    for (let count = 0; count < 100; count += 1) register.hide(line);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
