/**
 * What the page waits for before it draws itself: the list, or the news that there is none. The window
 * is shown when it begins to, so drawing it once with its rows is sooner than drawing it twice.
 */
import type { Services } from '../services.tsx';

/** A host that takes longer has the page say so, milliseconds. */
export const firstListWithinMs = 300;

/** Resolves when there is something to draw; never rejects. */
export function firstList({ connections, shell }: Pick<Services, 'connections' | 'shell'>): Promise<void> {
  return new Promise((resolve) => {
    const isKnown = (): boolean =>
      connections.getState().loaded || shell.getState().host.mode === 'unreachable';
    const look = (): void => {
      if (isKnown()) end();
    };
    const end = (): void => {
      clearTimeout(timer);
      for (const leave of leaves) leave();
      resolve();
    };
    const timer = setTimeout(() => end(), firstListWithinMs);
    const leaves = [connections.subscribe(look), shell.subscribe(look)];
    look();
  });
}
