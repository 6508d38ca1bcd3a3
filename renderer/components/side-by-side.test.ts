import { describe, expect, it } from 'vitest';
import { HcmError } from '../../electron/contract/errors.ts';
import { eachSideBySide } from './side-by-side.ts';

const twenty = Array.from({ length: 20 }, (_unused, index) => index);

describe('eachSideBySide', () => {
  it('works on each once, at most 8 at the same time', async () => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    const failures = await eachSideBySide(twenty, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      done.push(item);
    });
    expect(most).toBe(8);
    expect(done.sort((one, other) => one - other)).toEqual(twenty);
    expect(failures).toEqual([]);
  });

  it('goes on after a failure and tells them in the order of the items', async () => {
    const failures = await eachSideBySide(twenty, (item) =>
      item % 7 === 0 ? Promise.reject(new HcmError('HCM5005')) : Promise.resolve(),
    );
    expect(failures.map(({ item }) => item)).toEqual([0, 7, 14]);
    expect(failures[0]?.error).toEqual({ code: 'HCM5005', details: {} });
  });
});
