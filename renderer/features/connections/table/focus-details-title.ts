/** Moves the focus to the title of the details, once they are there: only keys do that (design §17). */
export function focusDetailsTitle(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-region="details"] :is(h1, h2)[tabindex]')?.focus(),
  );
}
