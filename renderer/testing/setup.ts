/** Before each component test: matchers for the DOM, an empty document, and what jsdom lacks of a browser. */
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

/** How long something may take to appear: a busy machine draws slowly, and a second is soon over. */
configure({ asyncUtilTimeout: 10_000 });

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

/** Without a layout everything is in sight. */
Element.prototype.scrollIntoView = () => undefined;

/**
 * Of the component library's thousands of rules only the ones that hide something say anything where there is no layout;
 * jsdom would compare every element that a test looks for with each of them.
 */
const { insertRule } = CSSStyleSheet.prototype;
const hides = /display:\s*none|visibility:\s*hidden/;
CSSStyleSheet.prototype.insertRule = function (this: CSSStyleSheet, rule: string): number {
  return hides.test(rule) ? insertRule.call(this, rule, this.cssRules.length) : 0;
};

/** jsdom has no style sheets of a medium: a query matches nothing, and never changes. */
window.matchMedia = (media: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
