/**
 * The end after a bug that nothing can go on after. The box that tells of it stops this whole process until somebody reads
 * it, which on a server may be days: so the engine lets go first, that Azure takes another host and `hcm` finds the folder
 * free.
 *
 * Invariant: whatever fails on the way, it is told and the process ends; once.
 */
import type { Clock } from '../engine/clock.ts';
import type { Logger } from '../engine/log/logger.ts';

export interface FaultPorts {
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends everything, and gives sessions their time. A second call hurries the first. */
  readonly end: () => Promise<void>;
  readonly closeLog: () => Promise<void>;
  /** Blocks until it was read. */
  readonly tell: (error: unknown) => void;
  readonly exit: () => void;
}

/** Sessions can't be waited for by a process that has a bug. */
export const letGoMs = 2_000;

export function faultHandler({
  clock,
  log,
  end,
  closeLog,
  tell,
  exit,
}: FaultPorts): (error: unknown) => void {
  let isFailing = false;
  return (error) => {
    log.error('a bug ended the app', { error });
    if (isFailing) return;
    isFailing = true;
    const late = new Promise<void>((resolve) => void clock.after(letGoMs, resolve));
    const ended = Promise.resolve()
      .then(end)
      .catch(() => undefined);
    void Promise.race([ended, late])
      // The lines before it are what explains it.
      .then(closeLog)
      .catch(() => undefined)
      .then(() => tell(error))
      .finally(exit);
  };
}
