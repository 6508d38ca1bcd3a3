/** The width of the details as it is now: what is remembered, within what this window allows, and while it is dragged. */
import { useState } from 'react';
import { useWindowWidth, wideFrom } from '../../components/use-window-width.ts';
import { useServices, useShell } from '../../services.tsx';
import { changePreferences } from '../../store/change-preferences.ts';
import { limitWidth } from './pane-width.ts';

export interface PaneWidth {
  readonly width: number;
  readonly windowWidth: number;
  /** The window is too small for both: the details lie over the list. */
  readonly covers: boolean;
  /** Shown at once, remembered by `keep`. */
  readonly drag: (width: number) => void;
  readonly keep: (width: number) => void;
}

export function usePaneWidth(): PaneWidth {
  const services = useServices();
  const remembered = useShell(({ preferences }) => preferences.detailsWidth);
  const windowWidth = useWindowWidth();
  const [dragged, setDragged] = useState<number | null>(null);
  return {
    width: limitWidth(dragged ?? remembered, windowWidth),
    windowWidth,
    covers: windowWidth < wideFrom,
    drag: (width) => setDragged(limitWidth(width, windowWidth)),
    keep: (width) => {
      setDragged(null);
      void changePreferences(services, { detailsWidth: limitWidth(width, windowWidth) });
    },
  };
}
