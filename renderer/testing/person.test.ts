import { afterEach, describe, expect, it } from 'vitest';
import { Person } from './person.ts';

afterEach(() => document.body.replaceChildren());

const pressed: string[] = [];

function draw(
  text: string,
  change: (button: HTMLButtonElement) => void = () => undefined,
): HTMLButtonElement {
  const dialog = document.createElement('div');
  const button = document.createElement('button');
  dialog.setAttribute('role', 'dialog');
  button.textContent = text;
  button.addEventListener('click', () => pressed.push(text));
  change(button);
  dialog.append(button);
  document.body.append(dialog);
  return button;
}

/** Observers of the document are told behind the present task’s promises. */
async function told(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

describe('Person', () => {
  it('presses what is there, and what comes later once it can be pressed', async () => {
    const person = new Person();
    draw('Choose a file…');
    await person.pressText('Choose a file');
    const verifying = person.pressText('Verify');
    const button = draw('Verify', (one) => (one.disabled = true));
    await told();
    expect(pressed.splice(0)).toEqual(['Choose a file…']);
    button.disabled = false;
    await verifying;
    expect(pressed.splice(0)).toEqual(['Verify']);
    const detaching = person.press('[name=detach]');
    draw('Detach', (one) => (one.name = 'detach')).setAttribute('aria-disabled', 'false');
    await detaching;
    expect(pressed.splice(0)).toEqual(['Detach']);
  });

  it('does nothing once it has left, whatever is drawn then', async () => {
    const person = new Person();
    void person.pressText('Save');
    person.leave();
    void person.pressText('Add');
    draw('Save');
    draw('Add');
    await told();
    expect(pressed).toEqual([]);
  });
});
