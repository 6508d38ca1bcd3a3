import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editBetween, editText, emptyText, shownText, type HiddenText } from './hidden-text.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';
const dots = '•'.repeat(16);
const endpoint = 'Endpoint=sb://contoso.servicebus.windows.net/';
const whole = `${endpoint};SharedAccessKeyName=listener;SharedAccessKey=${key};EntityPath=payroll-sql`;
const wholeShown = whole.replace(key, dots);

/** At places of the text as shown. */
function edit(
  text: HiddenText,
  from: number,
  to: number,
  inserted: string,
): { text: HiddenText; caret: number } {
  return editText(text, { from, to, inserted });
}

function pasted(raw: string): HiddenText {
  return edit(emptyText, 0, 0, raw).text;
}

/** Types at the end, one character after the other, as the field sees it. */
function typed(raw: string): readonly HiddenText[] {
  const states: HiddenText[] = [];
  let text = emptyText;
  let caret = 0;
  for (const inserted of raw) {
    ({ text, caret } = editText(text, { from: caret, to: caret, inserted }));
    states.push(text);
  }
  return states;
}

describe('what is shown', () => {
  it.each([
    ['a whole string', whole, wholeShown],
    [
      'key in the middle',
      `SharedAccessKey=${key};EntityPath=a;${endpoint}`,
      `SharedAccessKey=${dots};EntityPath=a;${endpoint}`,
    ],
    ['two keys', `SharedAccessKey=abc;SharedAccessKey=${key}`, `SharedAccessKey=•••;SharedAccessKey=${dots}`],
    ['quotes round it', `"${whole}"`, `"${wholeShown}"`],
    ['line breaks in it', whole.replaceAll(';', ';\r\n'), wholeShown.replaceAll(';', ';\n')],
    [
      'a line break in the key',
      `SharedAccessKey=${key.slice(0, 20)}\r\n${key.slice(20)};EntityPath=a`,
      `SharedAccessKey=${dots};EntityPath=a`,
    ],
    [
      'a token',
      `${endpoint};SharedAccessSignature=SharedAccessSignature sr=a&sig=${key}&se=1`,
      `${endpoint};SharedAccessSignature=${dots}`,
    ],
    [
      'a token without its name',
      `SharedAccessSignature sr=a&sig=${key}&se=1`,
      `SharedAccessSignature sr=${dots}`,
    ],
    ['a key alone', key, dots],
    ['a mistyped name', `SharedAccesKey=hunter2-hunter2`, `SharedAccesKey=${'•'.repeat(15)}`],
    [
      'a password of another product',
      `Endpoint=sb://a/;Password=hunter2`,
      `Endpoint=sb://a/;Password=•••••••`,
    ],
    ['name and key swapped', `SharedAccessKeyName=${key}`, `SharedAccessKeyName=${dots}`],
    ['a variable in front', `ConnectionString=${whole}`, `ConnectionString=${wholeShown}`],
    ['JSON', `{"gatewayConnectionString": "${whole}"}`, `{"gatewayConnectionString": "${wholeShown}"}`],
    ['a mistyped Endpoint', 'Endpont=sb://contoso.servicebus.windows.net/', undefined],
    [
      'ACS',
      'SharedSecretIssuer=owner;SharedSecretValue=abc',
      'SharedSecretIssuer=owner;SharedSecretValue=•••',
    ],
  ])('%s', (_name, raw, shown) => {
    expect(shownText(pasted(raw))).toBe(shown ?? raw);
  });

  it('never a character of the key while it is typed', () => {
    const secret = 'Zebra4711';
    for (const text of typed(`${endpoint};SharedAccessKeyName=r;SharedAccessKey=${secret};EntityPath=a`)) {
      expect(shownText(text)).not.toMatch(/=Z|Zeb|ra4|711/);
    }
  });

  it('typing through the key keeps all of it', () => {
    expect(typed(whole).at(-1)?.raw).toBe(whole);
    expect(shownText(typed(whole).at(-1)!)).toBe(wholeShown);
  });
});

describe('editing', () => {
  const start = wholeShown.indexOf(dots);
  const end = start + dots.length;

  it('inside the dots takes the whole key', () => {
    expect(edit(pasted(whole), start + 3, start + 4, '').text.raw).toBe(whole.replace(key, ''));
    expect(edit(pasted(whole), start + 3, start + 3, 'x').text.raw).toBe(whole.replace(key, 'x'));
    expect(edit(pasted(whole), end - 1, end, '').text.raw).toBe(whole.replace(key, ''));
    expect(edit(pasted(whole), start, start + 1, '').text.raw).toBe(whole.replace(key, ''));
  });

  it('that reaches into the dots from outside takes the whole key', () => {
    const { text, caret } = edit(pasted(whole), start - 16, start + 2, '');
    expect(text.raw).toBe(`${endpoint};SharedAccessKeyName=listener;;EntityPath=payroll-sql`);
    expect(caret).toBe(start - 16);
  });

  it('before and behind the dots leaves the key alone', () => {
    const behind = edit(pasted(whole), wholeShown.length - 11, wholeShown.length, 'erp-api');
    expect(behind.text.raw).toBe(whole.replace('payroll-sql', 'erp-api'));
    expect(behind.caret).toBe(shownText(behind.text).length);
    const before = edit(pasted(whole), 14, 21, 'fabrikam');
    expect(before.text.raw).toBe(whole.replace('contoso', 'fabrikam'));
    expect(before.caret).toBe(22);
  });

  it('pasting over everything leaves nothing of what was there', () => {
    const other = `${endpoint};SharedAccessKeyName=r;SharedAccessKey=other;EntityPath=b`;
    const { text, caret } = edit(pasted(whole), 0, wholeShown.length, other);
    expect(text.raw).toBe(other);
    expect(caret).toBe(shownText(text).length);
  });

  it('pasting a key over the dots puts it in their place', () => {
    const { text, caret } = edit(pasted(whole), start, end, 'other');
    expect(text.raw).toBe(whole.replace(key, 'other'));
    expect(caret).toBe(start + 5);
  });

  it('what was hidden stays hidden when its name goes', () => {
    const { text } = edit(pasted('SharedAccessKey=Zebra4711'), 15, 16, '');
    expect(text.raw).toBe('SharedAccessKeyZebra4711');
    expect(shownText(text)).toBe('SharedAccessKey•••••••••');
    const gone = edit(pasted('SharedAccessKey=Zebra4711;EntityPath=a'), 0, 16, '').text;
    expect(shownText(gone)).toBe('•••••••••;EntityPath=a');
  });

  it('dots that were copied from the field bring no key back', () => {
    const text = edit(pasted(''), 0, 0, wholeShown).text;
    expect(text.raw).toBe(wholeShown);
    expect(text.raw).not.toContain(key.slice(0, 8));
  });

  it('no sequence of edits shows a run of the key', () => {
    const secret = '0123456789';
    const step = fc.record({
      from: fc.nat(120),
      length: fc.nat(12),
      inserted: fc.constantFrom('', 'x', ';', '=', '\n', ' ', '"', 'SharedAccessKey=', 'Endpoint='),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let text = pasted(`${endpoint};SharedAccessKey=${secret};EntityPath=a`);
        for (const { from, length, inserted } of steps) {
          const shown = shownText(text).length;
          const start = Math.min(from, shown);
          text = editText(text, { from: start, to: Math.min(start + length, shown), inserted }).text;
          expect(shownText(text)).not.toMatch(/[0-9]/);
          // All of it or nothing: no edit cuts a key in two.
          expect([0, secret.length]).toContain(/[0-9]+/.exec(text.raw)?.[0].length ?? 0);
        }
      }),
    );
  });

  it('the caret never leaves the text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.nat(60),
        fc.nat(60),
        fc.string(),
        (raw, one, other, inserted) => {
          const text = pasted(raw);
          const { length } = shownText(text);
          const [from, to] = [Math.min(one, length), Math.min(other, length)].sort((a, b) => a - b) as [
            number,
            number,
          ];
          const next = editText(text, { from, to, inserted });
          expect(next.caret).toBeGreaterThanOrEqual(0);
          expect(next.caret).toBeLessThanOrEqual(shownText(next.text).length);
        },
      ),
    );
  });

  it('is quick on a very long text', () => {
    const long = pasted('SharedAccessKey=a;'.repeat(20_000));
    expect(long.raw.length).toBe(65_536);
    expect(edit(long, 10, 10, 'x').text.raw.length).toBe(65_536);
  });
});

describe('what a browser changed by itself', () => {
  it.each([
    ['typed at the end', 'abc', 'abcd', 4, { from: 3, to: 3, inserted: 'd' }],
    ['typed inside of dots', 'a=••••;', 'a=••x••;', 5, { from: 4, to: 4, inserted: 'x' }],
    ['one of many dots deleted', 'a=••••;', 'a=•••;', 3, { from: 3, to: 4, inserted: '' }],
    ['the dots behind the caret kept', 'a;••;••', 'a;••••', 4, { from: 4, to: 5, inserted: '' }],
    ['the first dot deleted forward', 'a=••••;', 'a=•••;', 2, { from: 2, to: 3, inserted: '' }],
    ['everything replaced', 'abc', 'xyz', 3, { from: 0, to: 3, inserted: 'xyz' }],
    ['everything gone', 'abc', '', 0, { from: 0, to: 3, inserted: '' }],
    ['a word composed', 'a;b', 'a漢字;b', 3, { from: 1, to: 1, inserted: '漢字' }],
    ['caret elsewhere', 'abcdef', 'abXdef', 0, { from: 2, to: 3, inserted: 'X' }],
    ['nothing', 'abc', 'abc', 3, { from: 3, to: 3, inserted: '' }],
  ])('%s', (_name, before, after, caret, expected) => {
    expect(editBetween(before, after, caret)).toEqual(expected);
  });
});
