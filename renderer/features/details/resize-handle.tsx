/** The left edge of the details: drag it, or use the arrow keys; a double click sets the width back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { HTMLAttributes, KeyboardEvent, PointerEvent } from 'react';
import { detailsPaneTexts } from '../../../electron/contract/messages/texts/details.ts';
import { belowWide, forcedColors } from '../../theme/media.ts';
import { usualWidthPx, widthAfterKey, widthLimits } from './pane-width.ts';
import type { PaneWidth } from './use-pane-width.ts';

const useStyles = makeStyles({
  handle: {
    position: 'absolute',
    top: '0',
    bottom: '0',
    left: '-4px',
    width: '8px',
    zIndex: '1',
    cursor: 'col-resize',
    touchAction: 'none',
    ':hover': { boxShadow: `inset 3px 0 0 ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': {
      outline: 'none',
      boxShadow: `inset 3px 0 0 ${tokens.colorStrokeFocus2}`,
      [forcedColors]: { outline: '2px solid Highlight' },
    },
    [belowWide]: { display: 'none' },
  },
});

export function ResizeHandle(props: PaneWidth) {
  const styles = useStyles();
  return <div className={styles.handle} {...handleAttributes(props)} />;
}

/** A separator that takes the focus is a control (ARIA calls it a window splitter), with a value like a slider. */
function handleAttributes({ width, windowWidth, drag, keep }: PaneWidth): HTMLAttributes<HTMLDivElement> {
  const { least, largest } = widthLimits(windowWidth);
  return {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical',
    'aria-label': detailsPaneTexts.resize,
    'aria-valuenow': width,
    'aria-valuemin': least,
    'aria-valuemax': largest,
    onDoubleClick: () => keep(usualWidthPx),
    onKeyDown: (event: KeyboardEvent) => {
      const next = widthAfterKey(event.key, width, windowWidth);
      if (next === null) return;
      event.preventDefault();
      keep(next);
    },
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
    },
    // The pane ends at the window's right edge, so that its width is what lies right of the pointer.
    onPointerMove: (event: PointerEvent) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(windowWidth - event.clientX);
    },
    onPointerUp: (event: PointerEvent) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      event.currentTarget.releasePointerCapture(event.pointerId);
      keep(width);
    },
  };
}
