import { describe, expect, it } from 'vitest';
import { displayWidth, firstColumns } from './display-width.ts';
import { cut, renderTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['已连接', 6],
    ['sql-数据库', 10],
    ['e\u0301', 1],
    ['，', 2],
    ['', 0],
    ['–', 1],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('never takes half a character', () => {
    expect([0, 1, 2, 3, 4].map((columns) => firstColumns('已连a', columns))).toEqual([
      '',
      '',
      '已',
      '已',
      '已连',
    ]);
  });
});

describe('columns with Chinese', () => {
  it('align by what a terminal shows', () => {
    const lines = renderTable([
      ['名称', 'STATUS', 'x'],
      ['payroll-db', '已连接', 'y'],
      ['工资', 'Connected', 'z'],
    ])
      .trimEnd()
      .split('\n');
    const ends = lines.map((line) => displayWidth(line.slice(0, -1)));
    expect(new Set(ends).size).toBe(1);
  });

  it('are cut with the mark inside the width', () => {
    expect(cut('混合连接管理器', 14)).toBe('混合连接管理器');
    expect(cut('混合连接管理器', 8)).toBe('混合连…');
    expect(cut('混合连接管理器', 0)).toBe('');
  });
});

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText('a\nb', 8)).toEqual(['a', 'b']);
  });

  it('breaks Chinese between characters, never before a full stop', () => {
    const lines = wrapText('此主机上的 3 个连接需要注意。', 10);
    expect(lines.join('')).toBe('此主机上的3 个连接需要注意。');
    expect(lines.every((line) => displayWidth(line) <= 10)).toBe(true);
    expect(lines.some((line) => line.startsWith('。'))).toBe(false);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrapText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });
});
