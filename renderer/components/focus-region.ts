/**
 * The parts of the window that F6 goes through, found by the `data-region` that the window's frame sets: so that keys and
 * dialogs can move the focus there without knowing what is inside.
 */
export const regionNames = ['header', 'toolbar', 'nav', 'page', 'table', 'details', 'strip'] as const;

export type RegionName = (typeof regionNames)[number];

const tabbable =
  'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), a[href], [tabindex]';

/** What the table would rather have focused than a button in its header: the row that Tab leads to. */
const currentRow = '[role="row"][tabindex="0"]';

/** @returns false when there is no such region now, or nothing in it can have the focus. */
export function focusRegion(name: RegionName): boolean {
  const region = document.querySelector<HTMLElement>(`[data-region="${name}"]`);
  if (region === null) return false;
  const candidates = [
    ...region.querySelectorAll<HTMLElement>(currentRow),
    ...[...region.querySelectorAll<HTMLElement>(tabbable)].filter(({ tabIndex }) => tabIndex >= 0),
  ];
  return candidates.some((element) => {
    element.focus();
    return document.activeElement === element;
  });
}

/** From where the focus is to the next region that can have it, round and round. */
export function focusNextRegion(step: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'];
  const index = regionNames.findIndex((name) => name === here);
  // From nowhere, forwards begins at the first and backwards at the last.
  const start = index === -1 && step === -1 ? regionNames.length : index;
  const count = regionNames.length;
  for (let distance = 1; distance <= count; distance += 1) {
    const name = regionNames[(start + step * distance + 2 * count) % count];
    if (name !== undefined && focusRegion(name)) return;
  }
}
