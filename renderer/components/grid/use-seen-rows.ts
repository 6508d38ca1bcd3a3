/** Follows the scrolling of a long table; tells only when other rows come into sight. */
import { useEffect, useState, type RefObject } from 'react';
import { seenRows, unmeasuredRows, type SeenRows } from './row-window.ts';

export function useSeenRows(scroller: RefObject<HTMLElement | null>, rowHeight: number): SeenRows {
  const [seen, setSeen] = useState(() => unmeasuredRows(window.innerHeight, rowHeight));
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = (): void =>
      setSeen((before) => {
        const now = seenRows(element.scrollTop, element.clientHeight, rowHeight);
        return now.first === before.first && now.last === before.last ? before : now;
      });
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [scroller, rowHeight]);
  return seen;
}
