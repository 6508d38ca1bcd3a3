/**
 * Says when the page can be used: to the app, and to whoever measures the start (docs/bench.md). That is after the first frame
 * with the list, or with the news that there is none.
 */
import { useLayoutEffect } from 'react';
import type { Bridge } from '../bridge.ts';
import { useBridge, useConnections, useShell } from '../services.tsx';

const usableMark = 'usable';

export function useUsable(): void {
  const bridge = useBridge();
  const isLoaded = useConnections(({ loaded }) => loaded);
  const isWithoutHost = useShell(({ host }) => host.mode === 'unreachable');
  const isListed = isLoaded || isWithoutHost;
  // Before the frame that shows it, so that it is that frame and not the next one.
  useLayoutEffect(() => {
    if (!isListed || isSaid()) return;
    const frame = requestAnimationFrame(() => setTimeout(() => say(bridge), 0));
    return () => cancelAnimationFrame(frame);
  }, [isListed, bridge]);
}

function isSaid(): boolean {
  return performance.getEntriesByName(usableMark).length > 0;
}

function say(bridge: Bridge): void {
  performance.mark(usableMark);
  // An app that doesn't hear of it goes on after a moment.
  bridge.call('app.drawn', {}).catch(() => undefined);
}
