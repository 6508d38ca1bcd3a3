import { describe, expect, it } from 'vitest';
import { findById, shortIds } from './short-ids.ts';

const one = '3f2a91c4-6e0c-4a55-9a53-1c1f6f1f2a10';
const twin = '3f2a91c4-6e1c-4a55-9a53-1c1f6f1f2a10';
const other = '91b0c2d3-6e0c-4a55-9a53-1c1f6f1f2a10';

describe('shortIds', () => {
  it('shows 8 characters, and as many more as tell all apart', () => {
    expect(shortIds([one, other])(one)).toBe('3f2a91c4');
    const short = shortIds([one, other, twin]);
    expect([one, twin, other].map(short)).toEqual(['3f2a91c4-6e0', '3f2a91c4-6e1', '91b0c2d3-6e0']);
    expect(shortIds([])(one)).toBe('3f2a91c4');
    expect(shortIds([one, one])(one)).toBe('3f2a91c4');
  });
});

describe('findById', () => {
  const items = [{ id: one }, { id: twin }, { id: other }];

  it('takes the beginning that only one has, in any case', () => {
    expect(findById(items, '9')).toBe(items[2]);
    expect(findById(items, '3F2A91C4-6E1')).toBe(items[1]);
    expect(findById(items, one)).toBe(items[0]);
  });

  it('says that none begins so, or which do', () => {
    expect(() => findById(items, 'aa')).toThrow(expect.objectContaining({ code: 'HCM1095' }));
    expect(() => findById(items, '')).toThrow(expect.objectContaining({ code: 'HCM1095' }));
    expect(() => findById(items, '3f')).toThrow(
      expect.objectContaining({
        code: 'HCM1096',
        details: { name: '3f', count: 2, candidates: '3f2a91c4-6e0, 3f2a91c4-6e1' },
      }),
    );
  });

  it('repeats nothing that isn’t the beginning of an id', () => {
    expect(() => findById(items, 'SharedAccessKey=abc')).toThrow(
      expect.objectContaining({ details: { name: '' } }),
    );
  });
});
