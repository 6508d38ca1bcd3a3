/**
 * Which lines of a long log are in sight, with some to spare above and below. All lines are equally high, so none has to
 * be measured.
 */
import { useCallback, useEffect, useState, type RefObject } from 'react';

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

export interface LinesInSightOfBox {
  readonly inSight: LinesInSight;
  /** Looks again: for who has just scrolled it and doesn't want a blank frame before the browser says so. */
  readonly look: (box: Element) => void;
}

export function useLinesInSight(box: RefObject<HTMLElement | null>, lineHeight: number): LinesInSightOfBox {
  const [inSight, setInSight] = useState(unmeasured);
  const look = useCallback(
    ({ scrollTop, clientHeight }: Element) => {
      const now = linesInSight(scrollTop, clientHeight, lineHeight);
      setInSight((before) => (now.first === before.first && now.end === before.end ? before : now));
    },
    [lineHeight],
  );
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const follow = (): void => look(element);
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [box, look]);
  return { inSight, look };
}
