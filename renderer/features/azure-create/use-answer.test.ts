import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HcmError } from '../../../electron/contract/errors.ts';
import { useAnswer } from './use-answer.ts';

it('drops what an earlier question still answers', async () => {
  const tell: ((text: string) => void)[] = [];
  const held = () => new Promise<string>((resolve) => tell.push(resolve));
  const reads = [() => held(), () => held()] as const;
  const { result, rerender } = renderHook(({ index }) => useAnswer(reads[index]), {
    initialProps: { index: 0 as 0 | 1 },
  });
  rerender({ index: 1 });
  await act(() => Promise.resolve(tell[1]?.('second')));
  expect(result.current.value).toBe('second');
  await act(() => Promise.resolve(tell[0]?.('first')));
  expect(result.current.value).toBe('second');
});

it('keeps what is known when it can’t be read again', async () => {
  let answer: () => Promise<string> = () => Promise.resolve('known');
  const read = () => answer();
  const { result } = renderHook(() => useAnswer(read));
  await act(() => Promise.resolve());
  answer = () => Promise.reject(new HcmError('HCM6024'));
  await act(() => {
    result.current.again();
    return Promise.resolve();
  });
  expect(result.current).toMatchObject({ value: 'known', problem: { code: 'HCM6024' } });
});
