import { describe, expect, it } from 'vitest';
import { openingBounds, type Rectangle } from './window-bounds.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1440, height: 860 };
const monitorLeft: Rectangle = { x: -2560, y: 0, width: 2560, height: 1400 };
const saved: Rectangle = { x: 100, y: 50, width: 1000, height: 700 };

describe('openingBounds', () => {
  it.each<[string, Rectangle | null, readonly Rectangle[], unknown]>([
    ['nothing saved', null, [laptop], { width: 1200, height: 800 }],
    [
      'nothing saved, a small display',
      null,
      [{ ...laptop, width: 1024, height: 700 }],
      { width: 1024, height: 700 },
    ],
    ['where it was', saved, [laptop], saved],
    ['on the second display', { ...saved, x: -2000 }, [laptop, monitorLeft], { ...saved, x: -2000 }],
    ['the second display is gone', { ...saved, x: -2000 }, [laptop], { width: 1000, height: 700 }],
    ['exactly 100 pixels visible at the right', { ...saved, x: 1340 }, [laptop], { ...saved, x: 1340 }],
    ['99 pixels visible at the right', { ...saved, x: 1341 }, [laptop], { width: 1000, height: 700 }],
    ['exactly 100 pixels visible at the left', { ...saved, x: -900 }, [laptop], { ...saved, x: -900 }],
    ['99 pixels visible at the left', { ...saved, x: -901 }, [laptop], { width: 1000, height: 700 }],
    ['the title bar above the display', { ...saved, y: -40 }, [laptop], { width: 1000, height: 700 }],
    ['the title bar half above the display', { ...saved, y: -16 }, [laptop], { ...saved, y: -16 }],
    ['below the display', { ...saved, y: 860 }, [laptop], { width: 1000, height: 700 }],
    ['too small', { ...saved, width: 10, height: 10 }, [laptop], { ...saved, width: 400, height: 480 }],
    [
      'gone, and larger than what is left',
      { ...saved, x: 5000, width: 2000 },
      [laptop],
      { width: 1440, height: 700 },
    ],
    ['no display at all', saved, [], { width: 1000, height: 700 }],
  ])('%s', (_, bounds, displays, expected) => {
    expect(openingBounds(bounds, displays)).toEqual(expected);
  });
});
