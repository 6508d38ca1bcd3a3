import { readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../clock.ts';
import { Seat } from './seat.ts';
import { leavePlace, takePlace, type PlaceSeeker } from './take-place.ts';
import { ControlSetup } from './testing/control-setup.ts';
import { deadSocket } from './testing/dead-socket.ts';

const setup = new ControlSetup();
const [dead, otherDead] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];

afterEach(() => setup.cleanUp());

async function folderOfTheDead(): Promise<string> {
  const folder = await setup.folder();
  await symlink(dead, join(folder, 'control.sock'));
  await deadSocket(join(folder, dead));
  return folder;
}

async function seeker(folder: string, seat: string, clock: Clock = systemClock): Promise<PlaceSeeker> {
  const opened = await Seat.open(join(folder, seat), { instance: seat, version: '1.2.3', clock });
  setup.onEnd(() => opened.close());
  return { folder, seat, clock };
}

/** Stops whoever uses it after it saw an occupant refuse for the first time, until it is told to go on. */
function clockThatHolds(): { readonly clock: Clock; readonly held: (() => void)[] } {
  const held: (() => void)[] = [];
  const after: Clock['after'] = (delayMs, action) => {
    if (delayMs > 1_000) return systemClock.after(delayMs, action);
    held.push(action);
    return () => undefined;
  };
  return { clock: { ...systemClock, after }, held };
}

function occupant(folder: string): Promise<string> {
  return readlink(join(folder, 'control.sock'));
}

describe('takePlace', () => {
  it('leaves a place alone that a faster one took while it still looked at the dead one', async () => {
    const folder = await folderOfTheDead();
    const { clock, held } = clockThatHolds();
    const slow = await seeker(folder, '111111111111', clock);
    const slowTaking = takePlace('control.sock', slow);
    await expect.poll(() => held.length).toBe(1);

    const fast = await seeker(folder, '222222222222');
    expect(await takePlace('control.sock', fast)).toBe('taken');
    held.shift()?.();
    expect(await slowTaking).toBe('again');
    expect(await occupant(folder)).toBe('222222222222');
    expect(await takePlace('control.sock', slow)).toBe('occupied');
    expect((await readdir(folder)).sort()).toEqual(['111111111111', '222222222222', 'control.sock']);
  });

  it('leaves it alone as well when it was taken, given back and taken again meanwhile', async () => {
    const folder = await folderOfTheDead();
    const { clock, held } = clockThatHolds();
    const slow = await seeker(folder, '111111111111', clock);
    const slowTaking = takePlace('control.sock', slow);
    await expect.poll(() => held.length).toBe(1);

    const fast = await seeker(folder, '222222222222');
    expect(await takePlace('control.sock', fast)).toBe('taken');
    await leavePlace('control.sock', fast);
    const next = await seeker(folder, '333333333333');
    expect(await takePlace('control.sock', next)).toBe('taken');
    held.shift()?.();
    expect(await slowTaking).toBe('again');
    expect(await occupant(folder)).toBe('333333333333');
  });

  it('has one heir of an heir that died, however slow another one looks', async () => {
    const folder = await folderOfTheDead();
    await symlink(otherDead, join(folder, `${dead}.heir`));
    await deadSocket(join(folder, otherDead));
    const { clock, held } = clockThatHolds();
    const slow = await seeker(folder, '111111111111', clock);
    const slowTaking = takePlace('control.sock', slow);
    await expect.poll(() => held.length).toBe(1);
    held.shift()?.();
    // Now it has seen the dead heir refuse once.
    await expect.poll(() => held.length).toBe(1);

    const fast = await seeker(folder, '222222222222');
    expect(await takePlace('control.sock', fast)).toBe('taken');
    held.shift()?.();
    expect(await slowTaking).toBe('again');
    expect(await occupant(folder)).toBe('222222222222');
    expect((await readdir(folder)).sort()).toEqual(['111111111111', '222222222222', 'control.sock']);
  });

  it('does not go on for ever where every heir died', async () => {
    const folder = await folderOfTheDead();
    let before = dead;
    for (let depth = 0; depth < 10; depth += 1) {
      const heir = `${depth}`.repeat(12);
      await symlink(heir, join(folder, `${before}.heir`));
      before = heir;
    }
    await expect(takePlace('control.sock', await seeker(folder, 'cccccccccccc'))).rejects.toMatchObject({
      code: 'HCM5007',
      details: { reason: 'too-many-dead-heirs' },
    });
  });
});
