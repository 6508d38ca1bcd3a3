import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

async function linesOf(chunks: readonly (string | Buffer)[], maxLength = 10): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const line of readLines(Readable.from(chunks), maxLength)) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it.each([
    ['lines and what is left', ['a\nb\r\nc'], ['a', 'b', 'c']],
    ['a line in pieces', ['a', 'b', '\n'], ['ab']],
    ['empty lines', ['\n\n'], ['', '']],
    ['nothing', [], []],
    ['a character in two pieces', [Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a])], ['é']],
    ['a line too long, and the next one', ['x'.repeat(11), 'x', 'x\nok\n'], [null, 'ok']],
    ['a line too long in one piece', [`${'x'.repeat(11)}\nok\n`], [null, 'ok']],
    ['a line too long at the end', ['x'.repeat(11)], [null]],
  ])('%s', async (_name, chunks, lines) => {
    expect(await linesOf(chunks)).toEqual(lines);
  });

  it('gives the same lines wherever the chunks end', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', 'é'), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, fc.nat({ max: 7 }), async (whole, size) => {
        const bytes = Buffer.from(whole);
        const chunks = Array.from({ length: Math.ceil(bytes.length / (size + 1)) }, (_, index) =>
          bytes.subarray(index * (size + 1), (index + 1) * (size + 1)),
        );
        expect(await linesOf(chunks, 100)).toEqual(await linesOf(whole === '' ? [] : [whole], 100));
      }),
    );
  });
});
