import { describe, expect, it } from 'vitest';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { Closing, impatienceMs } from './closing.ts';

interface Case {
  readonly closing?: 'stay' | 'quit';
  readonly explained?: boolean;
  readonly tray?: boolean;
  readonly alive?: boolean;
  readonly background?: boolean;
  readonly mayEnd?: boolean;
}

const read = { wasRead: true, dontShowAgain: false };
const readForGood = { wasRead: true, dontShowAgain: true };
const unread = { wasRead: false, dontShowAgain: false };

function closing(changes: Case = {}) {
  const done: string[] = [];
  const state = { tray: changes.tray ?? true };
  const explained = { closingExplained: changes.explained ?? false, endingExplained: false };
  const clock = new FakeClock();
  const made = new Closing({
    clock,
    preferences: () => ({ closing: changes.closing ?? 'stay', ...explained }),
    keepExplained: (what) => (explained[what] = true),
    hasTray: () => Promise.resolve(state.tray),
    isBackground: () => changes.background ?? false,
    canTell: () => changes.alive ?? true,
    tell: (hasTray) => done.push(hasTray ? 'tell' : 'tell: no tray'),
    mayEnd: () => {
      done.push('ask');
      return Promise.resolve(changes.mayEnd ?? true);
    },
    hide: () => done.push('hide'),
    quit: () => done.push('quit'),
  });
  return { closing: made, clock, done, state };
}

describe('Closing', () => {
  it('says what it means until the person has heard enough', async () => {
    const { closing: one, done } = closing();
    await one.request();
    await one.confirmed(read);
    await one.request();
    await one.confirmed(readForGood);
    await one.request();
    expect(done).toEqual(['tell', 'hide', 'tell', 'hide', 'hide']);
  });

  it('quits where nothing would lead back to it, and says so before', async () => {
    const { closing: one, done } = closing({ tray: false });
    await one.request();
    await one.confirmed(readForGood);
    await one.request();
    expect(done).toEqual(['tell: no tray', 'quit', 'quit']);
  });

  it('takes what was heard of the tray for nothing where there is none', async () => {
    const { closing: one, done, state } = closing();
    await one.request();
    await one.confirmed(readForGood);
    state.tray = false;
    await one.request();
    expect(done).toEqual(['tell', 'hide', 'tell: no tray']);
    const background = closing({ tray: false, explained: true, background: true });
    await background.closing.request();
    expect(background.done).toEqual(['quit']);
  });

  it('ends no connections behind another dialog, or a page that is gone, without a question', async () => {
    const behind = closing({ tray: false, mayEnd: false });
    await behind.closing.request();
    await behind.closing.confirmed(unread);
    expect(behind.done).toEqual(['tell: no tray', 'ask']);
    const dead = closing({ tray: false, alive: false });
    await dead.closing.request();
    expect(dead.done).toEqual(['ask', 'quit']);
  });

  it('quits when the person prefers that, without a word', async () => {
    const { closing: one, done } = closing({ closing: 'quit' });
    await one.request();
    expect(done).toEqual(['quit']);
  });

  it('never waits for a page that can’t say it', async () => {
    const dead = closing({ alive: false });
    await dead.closing.request();
    expect(dead.done).toEqual(['hide']);
  });

  it('asks again after the dialog was put away', async () => {
    const { closing: one, done } = closing();
    await one.request();
    await one.request();
    expect(done).toEqual(['tell', 'tell']);
  });

  it('waits for no page that says nothing', async () => {
    const { closing: one, clock, done } = closing();
    for (let times = 0; times < 3; times += 1) await one.request();
    expect(done.splice(0)).toEqual(['tell', 'tell', 'hide']);
    clock.advance(impatienceMs);
    await one.request();
    expect(done).toEqual(['tell']);
  });

  it('takes a double click for one', async () => {
    const { closing: one, done } = closing();
    await Promise.all([one.request(), one.request()]);
    expect(done).toEqual(['tell']);
  });

  it('closes nothing for a page that wasn’t asked', async () => {
    const { closing: one, done } = closing();
    await one.confirmed(readForGood);
    await one.request();
    await one.confirmed(read);
    await one.confirmed(read);
    expect(done).toEqual(['tell', 'hide']);
  });
});
