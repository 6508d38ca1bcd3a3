/** Frames to wait for them: their code may have to be loaded first. About a second. */
const patienceFrames = 60;

/** Moves the focus to the title of the details, once they are there: only keys do that (design §17). */
export function focusDetailsTitle(): void {
  const from = document.activeElement;
  let frames = 0;
  const look = (): void => {
    const title = document.querySelector<HTMLElement>('[data-region="details"] :is(h1, h2)[tabindex]');
    if (title !== null) title.focus();
    // Whoever has gone on meanwhile is left where he is.
    else if ((frames += 1) < patienceFrames && document.activeElement === from) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
