/** Width of the window in CSS pixels, for what a style sheet alone can't change: which controls there are (design §16). */
import { useSyncExternalStore } from 'react';

/** Below this: icons only, the chips become a menu. */
export const wideFrom = 960;

/** Below this: one narrow column. */
export const narrowBelow = 560;

export function useWindowWidth(): number {
  return useSyncExternalStore(subscribe, () => window.innerWidth);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}
