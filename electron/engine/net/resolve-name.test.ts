import { describe, expect, it } from 'vitest';
import { createResolver, resolveName } from './resolve-name.ts';

describe('createResolver', () => {
  it('asks for one name once at a time, and for two names at once', async () => {
    const asked: string[] = [];
    const answers = new Map<string, () => void>();
    const resolve = createResolver((host) => {
      asked.push(host);
      return new Promise((done) => answers.set(host, () => done([{ address: '10.0.0.1', family: 4 }])));
    });
    const all = ['a', 'a', 'b', 'c', 'a'].map((host) => resolve(host));
    await Promise.resolve();
    expect(asked).toEqual(['a', 'b']);
    answers.get('a')?.();
    await all[0];
    await Promise.resolve();
    expect(asked).toEqual(['a', 'b', 'c']);
    answers.get('b')?.();
    answers.get('c')?.();
    expect(await Promise.all(all)).toHaveLength(5);
    const again = resolve('a');
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
    answers.get('a')?.();
    await again;
  });

  it('goes on after a name that is not known', async () => {
    const resolve = createResolver((host) =>
      host === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve([]),
    );
    await expect(resolve('bad')).rejects.toThrow('no');
    await expect(resolve('bad')).rejects.toThrow('no');
    expect(await resolve('good')).toEqual([]);
  });

  it('asks the system', async () => {
    expect((await resolveName('localhost')).map(({ address }) => address)).toContain('127.0.0.1');
  });
});
