import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotes, type Block } from './read-notes.ts';

const text = (words: string) => ({ kind: 'text', text: words });

/** All pieces that would be shown. */
function piecesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [block.text];
    const parts = block.kind === 'list' ? block.items.flat() : block.parts;
    return parts.map((part) => part.text);
  });
}

describe('release notes', () => {
  it('are headings, paragraphs, lists and code', () => {
    const notes = [
      '## What changed',
      '',
      'First line',
      'second line',
      '',
      '- one',
      '  goes on',
      '* two',
      '1. first',
      '```',
      'hcm  status',
      '```',
    ].join('\n');
    expect(readNotes(notes)).toEqual([
      { kind: 'heading', parts: [text('What changed')] },
      { kind: 'paragraph', parts: [text('First line second line')] },
      { kind: 'list', isOrdered: false, items: [[text('one goes on')], [text('two')]] },
      { kind: 'list', isOrdered: true, items: [[text('first')]] },
      { kind: 'code', text: 'hcm  status' },
    ]);
  });

  it('have headings with and without signs at their end', () => {
    const headings = ['# One #', '## Two ##  ', '### C#', '# #'].map((line) => readNotes(line));
    expect(headings).toEqual(
      ['One', 'Two', 'C#', '#'].map((words) => [{ kind: 'heading', parts: [text(words)] }]),
    );
  });

  it('have emphasis and code inside of lines', () => {
    expect(readNotes('a **b** __c__ *d* _e_ `f*g*` h_i_j')).toEqual([
      {
        kind: 'paragraph',
        parts: [
          text('a '),
          { kind: 'strong', text: 'b' },
          text(' '),
          { kind: 'strong', text: 'c' },
          text(' '),
          { kind: 'emphasis', text: 'd' },
          text(' '),
          { kind: 'emphasis', text: 'e' },
          text(' '),
          { kind: 'code', text: 'f*g*' },
          text(' h_i_j'),
        ],
      },
    ]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '[here](https://evil.example)',
    '<script>alert(1)</script>',
    '![x](javascript:alert(1))',
  ])('keep %s as the words that it is', (line) => {
    expect(readNotes(line)).toEqual([{ kind: 'paragraph', parts: [text(line)] }]);
  });

  it('end a block of code that nobody ended', () => {
    expect(readNotes('```\nhcm')).toEqual([{ kind: 'code', text: 'hcm' }]);
  });

  it('never fail, and make up no words', () => {
    const pieces = fc.constantFrom(
      '#',
      '# ',
      '- ',
      '1. ',
      '```',
      '\n',
      '*',
      '**',
      '_',
      '`',
      'word',
      ' ',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (given) => {
        const notes = given.join('');
        for (const piece of piecesOf(readNotes(notes))) {
          for (const word of piece.split(/\s+/)) expect(notes).toContain(word);
        }
      }),
    );
  });

  it('take no time for what is long', () => {
    expect(readNotes('*'.repeat(65_536))).toHaveLength(1);
    expect(readNotes('_a'.repeat(32_768))).toHaveLength(1);
    const many = 300_000;
    expect(readNotes(`# ${'#'.repeat(many)}x`)).toHaveLength(1);
    expect(readNotes(`# a${' '.repeat(many)}x`)).toHaveLength(1);
    expect(readNotes(`-${' '.repeat(many)}x\u2028`)).toHaveLength(1);
  });
});
