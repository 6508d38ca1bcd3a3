/** Before each component test: matchers for the DOM, an empty document, and what jsdom lacks of a browser. */
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

/** jsdom does no layout, so nothing ever changes its size. */
class ResizeObserverWithoutLayout implements ResizeObserver {
  disconnect(): void {
    return;
  }
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
}

globalThis.ResizeObserver = ResizeObserverWithoutLayout;
