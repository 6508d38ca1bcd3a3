/**
 * Which lines of a long log are in sight, with some to spare above and below. All lines are equally high, so none has to
 * be measured.
 */
import { useEffect, useState, type RefObject } from 'react';

export interface LinesInSight {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
}

const spareLines = 20;

/** As if the box were as high as a large screen, until it was measured. */
const unmeasured: LinesInSight = { first: 0, end: 100 };

export function linesInSight(scrollTop: number, viewHeight: number, lineHeight: number): LinesInSight {
  return {
    first: Math.max(0, Math.floor(scrollTop / lineHeight) - spareLines),
    end: Math.ceil((scrollTop + viewHeight) / lineHeight) + spareLines,
  };
}

export function useLinesInSight(box: RefObject<HTMLElement | null>, lineHeight: number): LinesInSight {
  const [inSight, setInSight] = useState(unmeasured);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const follow = (): void =>
      setInSight((before) => {
        const now = linesInSight(element.scrollTop, element.clientHeight, lineHeight);
        return now.first === before.first && now.end === before.end ? before : now;
      });
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [box, lineHeight]);
  return inSight;
}
