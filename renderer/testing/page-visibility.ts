/** Hides and shows the page of a component test, as when the window is minimised. */
import { act } from '@testing-library/react';
import { vi } from 'vitest';

export function setPageVisible(visible: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visible ? 'visible' : 'hidden');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}
