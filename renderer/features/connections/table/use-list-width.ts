/** Which columns fit into the list now: measured on the list itself, because open details make it narrow, too. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { listWidth, type ListWidth } from './columns.ts';

export function useListWidth(list: RefObject<HTMLElement | null>): ListWidth {
  const [width, setWidth] = useState<ListWidth>('wide');
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(listWidth(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
  return width;
}
