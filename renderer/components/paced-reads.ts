/**
 * Reads something again and again without ever piling up: one read at a time, at most one a second however often it is
 * asked for, and whatever was asked for meanwhile leads to exactly one more. Framework-free.
 */

/** Least time from one read's begin to the next one's, milliseconds. */
export const pacedReadMs = 1_000;

export interface PacedReads {
  /** Now if nothing is under way and the last read began long enough ago, else as soon as that holds. */
  request(): void;
  stop(): void;
}

/** @param read tells its own failures: a read that rejects counts as done. */
export function createPacedReads(read: () => Promise<void>): PacedReads {
  let stopped = false;
  let isReading = false;
  let isWanted = false;
  let startedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function request(): void {
    if (stopped) return;
    isWanted = true;
    if (isReading || timer !== undefined) return;
    const waitMs = startedAt + pacedReadMs - performance.now();
    if (waitMs <= 0) start();
    else timer = setTimeout(start, waitMs);
  }

  function start(): void {
    timer = undefined;
    isWanted = false;
    isReading = true;
    startedAt = performance.now();
    void read()
      .catch(() => undefined)
      .then(() => {
        isReading = false;
        if (isWanted) request();
      });
  }

  return {
    request,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
