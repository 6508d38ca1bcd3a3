import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineDecoder } from './line-decoder.ts';

function inPieces(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(bytes.subarray(start, start + size));
    start += size;
  }
  return pieces;
}

describe('LineDecoder', () => {
  it('gives the same values however the bytes are cut', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    const value = fc.record({
      text: fc.string({ unit: 'binary', maxLength: 50 }),
      list: fc.array(fc.integer()),
    });
    fc.assert(
      fc.property(fc.array(value), sizes, (values, cuts) => {
        const bytes = Buffer.from(values.map((it) => `${JSON.stringify(it)}\n`).join(''));
        const decoder = new LineDecoder(10_000);
        const decoded = inPieces(bytes, cuts).flatMap((piece) => decoder.push(piece));
        expect(decoded).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  it('does not hold on to the buffers it is given', () => {
    const decoder = new LineDecoder(100);
    const reused = Buffer.from('"one');
    decoder.push(reused);
    reused.fill('x');
    expect(decoder.push(Buffer.from(' line"\n'))).toEqual(['one line']);
  });

  it.each([1, 3, 64])('takes a line of exactly the limit and none longer, %i bytes at a time', (size) => {
    const full = `"${'a'.repeat(62)}"`;
    const decoder = new LineDecoder(64);
    const decoded = inPieces(Buffer.from(`${full}\n${full}\n`), [size]).flatMap((piece) =>
      decoder.push(piece),
    );
    expect(decoded).toHaveLength(2);
    expect(() => inPieces(Buffer.from(`${full} `), [size]).forEach((piece) => decoder.push(piece))).toThrow(
      expect.objectContaining({ code: 'HCM5006', details: { reason: 'line-too-long' } }),
    );
  });

  it.each([
    ['no JSON', Buffer.from('key=verysecret\n')],
    ['an empty line', Buffer.from('\n')],
    ['no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22, 0x0a])],
    ['a byte order mark', Buffer.from('\uFEFF1\n')],
  ])('refuses %s without quoting it', (_, bytes) => {
    let thrown: unknown;
    try {
      new LineDecoder(100).push(bytes);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'HCM5006', details: { reason: 'not-json' } });
    expect((thrown as Error).cause).toBeUndefined();
    expect(String(thrown)).not.toContain('verysecret');
  });
});
