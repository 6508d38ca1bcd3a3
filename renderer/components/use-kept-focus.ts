/**
 * Keeps the focus inside of a dialog whose content changes: the browser drops it when what had it goes away or is disabled, and
 * then neither Esc nor Tab would be heard by the dialog.
 */
import { useEffect } from 'react';

/** What the dialog wants to have the focus first takes it, else the dialog itself, from where Tab leads to its controls. */
export function useKeptFocus(): void {
  useEffect(() => {
    // There is one dialog at a time.
    const element = document.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]');
    if (!element) return;
    let last: EventTarget | null = element.contains(document.activeElement) ? document.activeElement : null;
    const follow = ({ target }: FocusEvent): void => {
      last = target;
    };
    const observer = new MutationObserver(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!isLost || !(last instanceof HTMLElement) || isUsable(last)) return;
      const first = element.querySelector<HTMLElement>('[data-initial-focus]:not(:disabled)');
      (first ?? element).focus();
    });
    element.addEventListener('focusin', follow);
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', follow);
    };
  }, []);
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}
