/**
 * Keeps V8's space for young objects at some MB: on a host that is left alone for months it would grow to 48 MB at the first
 * busy moment and not shrink before the next. What the data path carries lies outside of it.
 *
 * V8 has an option for the largest size (`--max-semi-space-size`), but it counts only from the start of a process. That of
 * growing counts at once, so growing is allowed as long as the space is small: V8 shrinks it in an idle moment, and one
 * that stayed so would cost full collections when the next moment is busy.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Of both halves together. */
const enoughBytes = 16 * 1024 * 1024;

/** Lasts as long as the process. */
export function keepYoungHeapSmall(): void {
  let mayGrow: boolean | undefined;
  const regulate = (): void => {
    const isSmall = youngBytes() < enoughBytes;
    if (isSmall === mayGrow) return;
    mayGrow = isSmall;
    setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`);
  };
  regulate();
  new PerformanceObserver(regulate).observe({ entryTypes: ['gc'] });
}

function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}
