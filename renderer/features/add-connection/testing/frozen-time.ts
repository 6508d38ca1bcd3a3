/** Time that stands still but for what a test says, also for what waits for the page: it moves the clock while it waits. */
import { afterEach, beforeEach, vi } from 'vitest';

export function freezeTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    // Under this name the testing library looks for a clock that it has to move itself.
    vi.stubGlobal('jest', {
      advanceTimersByTime: (milliseconds: number) => vi.advanceTimersByTime(milliseconds),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}
