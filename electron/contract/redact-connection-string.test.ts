import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenSecret, redactConnectionString } from './redact-connection-string.ts';

const secret = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';

describe('redactConnectionString', () => {
  it.each([
    [
      `Endpoint=sb://a/;SharedAccessKeyName=r;SharedAccessKey=${secret};EntityPath=x`,
      `Endpoint=sb://a/;SharedAccessKeyName=r;SharedAccessKey=${hiddenSecret};EntityPath=x`,
    ],
    [`sharedaccesskey = "${secret}" ;EntityPath=x`, `sharedaccesskey = "${hiddenSecret}" ;EntityPath=x`],
    ['SharedAccessKey=;EntityPath=x', 'SharedAccessKey=;EntityPath=x'],
    [`a;SharedSecretValue=abc`, `a;SharedSecretValue=${hiddenSecret}`],
    [
      'SharedAccessSignature=SharedAccessSignature sr=x&sig=abc&se=1',
      `SharedAccessSignature=${hiddenSecret}`,
    ],
    ['SharedAccessSignature sr=x&sig=abc%3D&se=1', `SharedAccessSignature sr=x&sig=${hiddenSecret}&se=1`],
    ['{"SharedAccessKey": "abc"}', `{"SharedAccessKey": "${hiddenSecret}`],
    ['nothing to hide', 'nothing to hide'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(redactConnectionString(text)).toBe(expected);
  });

  it('hides the key also where line breaks, quotes and invisible characters fell into it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('', '\n', '\u200b', '\r\n  '),
        fc.nat({ max: 14 }),
        (before, after, noise, at) => {
          const word = 'SharedAccessKey';
          const noisy = word.slice(0, at) + noise + word.slice(at);
          const shown = redactConnectionString(
            `${before};${noisy}${noise}=${noise}${secret.slice(0, 20)};${after}`,
          );
          expect(shown).not.toContain(secret.slice(0, 8));
        },
      ),
    );
  });

  it('hides a key of the usual shape wherever it stands', () => {
    expect(redactConnectionString(`SharedAccessKeyName=${secret};x`)).toBe(
      `SharedAccessKeyName=${hiddenSecret};x`,
    );
  });

  it('is quick on hostile text', () => {
    const started = performance.now();
    for (const piece of [
      'S',
      ' ',
      'SharedAccessKey',
      'SharedAccessKey ',
      'SharedAccessKey=',
      'a',
      'A=',
      's\u200b',
    ]) {
      redactConnectionString(piece.repeat(200_000 / piece.length));
      redactConnectionString(`SharedAccessKey${piece.repeat(200_000 / piece.length)}`);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
