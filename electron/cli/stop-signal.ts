/**
 * SIGINT and SIGTERM for commands that stay: the first asks them to end, a second one hurries, and one more ends the
 * process at once.
 */
import type { CliIo } from './cli-io.ts';
import { exitCodes } from './exit-codes.ts';

export interface StopSignal {
  /** Settles with the first signal. */
  readonly asked: Promise<void>;
  /** For work that can be aborted. */
  readonly signal: AbortSignal;
  dispose(): void;
}

/** Without `hurry` the second signal ends the process: there is nothing that could go faster. */
export function listenForStop(io: CliIo, hurry?: () => void): StopSignal {
  const controller = new AbortController();
  const asked = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  let hurried = hurry === undefined;
  const dispose = io.onStopSignal(() => {
    if (!controller.signal.aborted) controller.abort();
    else if (hurried) io.exitAtOnce(exitCodes.done);
    else {
      hurried = true;
      hurry?.();
    }
  });
  return { asked, signal: controller.signal, dispose };
}
