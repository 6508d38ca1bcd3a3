/** Where the window may come back to: only where a person can grab it. Pure. */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 400, height: 480 } as const;
export const defaultSize = { width: 1200, height: 800 } as const;

/** Of the window's upper edge: enough of the title bar to get hold of it. */
const visiblePixels = 100;
const titleBarPixels = 32;

/**
 * Bounds to open with. A display that is gone takes its window's place along, not its size.
 * @param displays work areas of the displays that are connected now
 */
export function openingBounds(
  saved: Rectangle | null,
  displays: readonly Rectangle[],
): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  if (saved === null) return fitting(defaultSize, displays[0]);
  const size = {
    width: Math.max(saved.width, minimumSize.width),
    height: Math.max(saved.height, minimumSize.height),
  };
  const place = { x: saved.x, y: saved.y };
  if (displays.some((display) => isReachable({ ...place, ...size }, display))) return { ...place, ...size };
  return fitting(size, displays[0]);
}

function isReachable(window: Rectangle, display: Rectangle): boolean {
  const titleBar = { ...window, height: titleBarPixels };
  return (
    overlap(titleBar.x, titleBar.width, display.x, display.width) >= visiblePixels &&
    overlap(titleBar.y, titleBar.height, display.y, display.height) >= titleBarPixels / 2
  );
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}

function fitting(
  size: Pick<Rectangle, 'width' | 'height'>,
  display: Rectangle | undefined,
): Pick<Rectangle, 'width' | 'height'> {
  if (display === undefined) return size;
  return {
    width: Math.max(minimumSize.width, Math.min(size.width, display.width)),
    height: Math.max(minimumSize.height, Math.min(size.height, display.height)),
  };
}
