/**
 * Gives the focus back to where it was before something opened over it. What had it may be gone by then (a menu's item, a
 * removed row): then the table has it.
 */
import { useEffect, useState } from 'react';
import { focusRegion } from './focus-region.ts';

/** For a component that is there only as long as it is open. */
export function useReturnFocus(): void {
  // While it is drawn for the first time: later the menu that opened it may be gone already.
  const [before] = useState(whereFocusWas);
  useEffect(
    () => () => {
      // After whatever else moves the focus on closing: only a lost one is brought back.
      setTimeout(() => {
        if (!isLost()) return;
        if (before?.isConnected === true) before.focus();
        if (isLost()) focusRegion('table');
      }, 0);
    },
    [before],
  );
}

/** A menu goes away when one of its items opens a dialog, so its button counts instead. */
function whereFocusWas(): HTMLElement | null {
  let element = document.activeElement;
  for (let menu = menuOf(element); menu !== null; menu = menuOf(element)) {
    element = document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  }
  return element instanceof HTMLElement ? element : null;
}

function menuOf(element: Element | null): Element | null {
  return element?.closest('[role="menu"]') ?? null;
}

function isLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}
