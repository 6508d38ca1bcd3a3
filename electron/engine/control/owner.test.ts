import { lstat, mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { bundleEntry } from '../testing/bundle-entry.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { claimDataFolder, claimPipe } from './owner.ts';
import { readGreeting } from './read-greeting.ts';
import { deadSocket } from './testing/dead-socket.ts';
import { TestChild } from './testing/child-process.ts';
import { ControlSetup } from './testing/control-setup.ts';

const setup = new ControlSetup();
let claimingChild: string;

beforeAll(async () => {
  claimingChild = await bundleEntry(fileURLToPath(new URL('testing/claiming-child.ts', import.meta.url)));
}, 60_000);

afterEach(() => setup.cleanUp());

interface ChildClaim {
  readonly claimed: boolean;
  readonly instance?: string;
}

async function startChild(folder: string, ...mode: string[]): Promise<TestChild> {
  const child = new TestChild(claimingChild, [folder, ...mode]);
  setup.onEnd(() => child.kill());
  await child.hear();
  return child;
}

async function claimIn(child: TestChild): Promise<ChildClaim> {
  child.tell('go');
  return (await child.hear()) as ChildClaim;
}

async function leftBehind(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'run'))).sort();
}

async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

describe('claimDataFolder', () => {
  it('lets one own the folder until it is released', async () => {
    const folder = await setup.folder();
    const first = await setup.claim(folder);
    expect(await claimDataFolder(setup.claimOptions(folder))).toEqual({ claimed: false });
    expect(await readGreeting(setup.path(folder), systemClock, 1_000)).toMatchObject({
      instance: first.instance,
      state: 'busy',
      version: '1.2.3',
    });
    await Promise.all([first.release(), first.release()]);
    expect(await leftBehind(folder)).toEqual([]);
    const second = await setup.claim(folder);
    expect(second.instance).not.toBe(first.instance);
  });

  it('makes a data folder that is missing, for its user alone', async () => {
    const folder = join(await setup.folder(), 'deep', 'hcm');
    await setup.claim(folder);
    expect(await readdir(folder)).toEqual(['run']);
  });

  it('is one claim for all paths that lead to the folder', async () => {
    const folder = await setup.folder();
    await mkdir(join(folder, 'real'));
    await symlink(join(folder, 'real'), join(folder, 'link'));
    await setup.claim(join(folder, 'real'));
    expect(await claimDataFolder(setup.claimOptions(join(folder, 'link')))).toEqual({ claimed: false });
  });

  it('works where the path of the data folder is too long for a socket', async () => {
    const folder = join(await setup.folder(), 'x'.repeat(120));
    const claim = await setup.claim(folder);
    expect(setup.path(folder)).toMatch(/^\/tmp\/hcm-\d+\/[0-9a-f]{16}\.sock$/u);
    expect(await claimDataFolder(setup.claimOptions(folder))).toEqual({ claimed: false });
    expect((await readGreeting(setup.path(folder), systemClock, 1_000))?.instance).toBe(claim.instance);
  });

  it('takes over at once what a killed owner left, and leaves nothing of it', async () => {
    const folder = await setup.folder();
    const owner = await startChild(folder);
    expect(await claimIn(owner)).toMatchObject({ claimed: true });
    await owner.kill();
    expect(await leftBehind(folder)).toHaveLength(2);
    expect(await elapsedMs(() => setup.claim(folder))).toBeLessThan(1_000);
    expect(await leftBehind(folder)).toHaveLength(2);
  });

  it('leaves the folder to an owner that hangs', async () => {
    const folder = await setup.folder();
    const owner = await startChild(folder);
    await claimIn(owner);
    owner.signal('SIGSTOP');
    expect(await claimDataFolder(setup.claimOptions(folder))).toEqual({ claimed: false });
    owner.signal('SIGCONT');
  });

  it('takes over a dead socket that was bound at the address itself', async () => {
    const folder = await setup.folder();
    await mkdir(join(folder, 'run'), { mode: 0o700 });
    await deadSocket(setup.path(folder));
    const claim = await setup.claim(folder);
    expect(await leftBehind(folder)).toEqual([claim.instance, 'control.sock'].sort());
  });

  it('gets past starters that were killed in the middle of a take-over', async () => {
    const folder = await setup.folder();
    const run = join(folder, 'run');
    await mkdir(run, { mode: 0o700 });
    await symlink('aaaaaaaaaaaa', join(run, 'control.sock'));
    await symlink('bbbbbbbbbbbb', join(run, 'aaaaaaaaaaaa.heir'));
    await symlink('cccccccccccc', join(run, 'bbbbbbbbbbbb.heir'));
    for (const seat of ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc']) await deadSocket(join(run, seat));
    const claim = await setup.claim(folder);
    expect(await leftBehind(folder)).toEqual([claim.instance, 'control.sock'].sort());
  });

  it('waits for an heir that lives, and takes the place when that one gives up', async () => {
    const folder = await setup.folder();
    const run = join(folder, 'run');
    await mkdir(run, { mode: 0o700 });
    await symlink('aaaaaaaaaaaa', join(run, 'control.sock'));
    await symlink('bbbbbbbbbbbb', join(run, 'aaaaaaaaaaaa.heir'));
    const heir = createServer();
    const asked = new Promise<void>((resolve) => heir.once('connection', () => resolve()));
    await new Promise<void>((resolve) => heir.listen(join(run, 'bbbbbbbbbbbb'), resolve));
    const claim = setup.claim(folder);
    await asked;
    heir.close();
    expect(await leftBehind(folder)).toContain((await claim).instance);
  });

  it('sweeps old dead seats only', async () => {
    const folder = await setup.folder();
    const run = join(folder, 'run');
    await mkdir(run, { mode: 0o700 });
    const old = new Date(Date.now() - 120_000);
    for (const seat of ['aaaaaaaaaaaa', 'bbbbbbbbbbbb']) await deadSocket(join(run, seat));
    await utimes(join(run, 'aaaaaaaaaaaa'), old, old);
    await writeFile(join(run, 'notes.txt'), '');
    await utimes(join(run, 'notes.txt'), old, old);
    const claim = await setup.claim(folder);
    expect(await leftBehind(folder)).toEqual(
      ['bbbbbbbbbbbb', claim.instance, 'control.sock', 'notes.txt'].sort(),
    );
  });

  it('refuses to replace what is not ours', async () => {
    const folder = await setup.folder();
    await mkdir(join(folder, 'run'), { mode: 0o700 });
    await writeFile(setup.path(folder), 'precious');
    await expect(setup.claim(folder)).rejects.toMatchObject({
      code: 'HCM5007',
      details: { reason: 'not-ours' },
    });
    expect(await leftBehind(folder)).toEqual(['control.sock']);
  });

  it('refuses a run folder that is a link or of another user', async () => {
    const folder = await setup.folder();
    await mkdir(join(folder, 'elsewhere'), { mode: 0o700 });
    await symlink(join(folder, 'elsewhere'), join(folder, 'run'));
    await expect(setup.claim(folder)).rejects.toMatchObject({ details: { reason: 'not-a-folder' } });

    const foreign = await setup.folder();
    await mkdir(join(foreign, 'run'), { mode: 0o700 });
    const options = setup.claimOptions(foreign);
    await expect(claimDataFolder({ ...options, uid: options.uid + 1 })).rejects.toMatchObject({
      code: 'HCM5007',
      details: { reason: 'of-another-user' },
    });
  });

  it('keeps its files young, so that nobody sweeps them out of a temporary folder', async () => {
    const folder = await setup.folder();
    const clock = new FakeClock();
    const claim = await claimDataFolder({ ...setup.claimOptions(folder), clock });
    if (!claim.claimed) throw new Error('somebody else owns the folder');
    setup.onEnd(() => claim.release());
    for (let hour = 0; hour < 2; hour += 1) {
      clock.advance(60 * 60_000);
      for (const name of [claim.instance, 'control.sock']) {
        await expect.poll(async () => (await lstat(join(folder, 'run', name))).mtimeMs).toBe(clock.now());
      }
    }
    await claim.release();
    expect(clock.pending).toBe(0);
  });

  it('removes nothing that is not its own any more', async () => {
    const folder = await setup.folder();
    const claim = await setup.claim(folder);
    const run = join(folder, 'run');
    await rm(join(run, 'control.sock'));
    await symlink('aaaaaaaaaaaa', join(run, 'control.sock'));
    await claim.release();
    expect(await leftBehind(folder)).toEqual(['control.sock']);
  });

  it('waits for an owner that is busy, not for one that serves', async () => {
    const folder = await setup.folder();
    const holder = await setup.claim(folder);
    const waiting = claimDataFolder({ ...setup.claimOptions(folder), waitWhileBusyMs: 10_000 });
    await new Promise<void>((resolve) => holder.server.once('connection', () => resolve()));
    await holder.release();
    const second = await waiting;
    expect(second.claimed).toBe(true);
    if (second.claimed) await second.release();

    await setup.serve(folder);
    const refusedMs = await elapsedMs(async () => {
      const third = await claimDataFolder({ ...setup.claimOptions(folder), waitWhileBusyMs: 10_000 });
      expect(third).toEqual({ claimed: false });
    });
    expect(refusedMs).toBeLessThan(5_000);
  });

  it('has exactly one winner when eight start at the same moment, over a dead owner each time', async () => {
    const folder = await setup.folder();
    const firstOwner = await startChild(folder);
    await claimIn(firstOwner);
    await firstOwner.kill();
    for (let round = 0; round < 3; round += 1) {
      const children = await Promise.all(Array.from({ length: 8 }, () => startChild(folder)));
      const claims = await Promise.all(children.map((child) => claimIn(child)));
      const winners = claims.flatMap((claim, index) => (claim.claimed ? [{ claim, index }] : []));
      expect(winners).toHaveLength(1);
      const [winner] = winners;
      const reached = await readGreeting(setup.path(folder), systemClock, 2_000);
      expect(reached?.instance).toBe(winner!.claim.instance);
      await children[winner!.index]!.kill();
      await Promise.all(children.map((child) => child.exited));
      expect(await leftBehind(folder)).toEqual([winner!.claim.instance!, 'control.sock'].sort());
    }
  }, 120_000);

  it('has one winner in the end when starters are killed at any moment', async () => {
    const folder = await setup.folder();
    for (let round = 0; round < 2; round += 1) {
      const children = await Promise.all(Array.from({ length: 6 }, () => startChild(folder)));
      children.forEach((child) => child.tell('go'));
      // Whoever answers first dies with all others, wherever they are in their take-over.
      await Promise.race(children.map((child) => child.hear()));
      await Promise.all(children.map((child) => child.kill()));
    }
    const claim = await setup.claim(folder);
    expect((await readGreeting(setup.path(folder), systemClock, 2_000))?.instance).toBe(claim.instance);
  }, 120_000);
});

describe('claimPipe', () => {
  it('takes a name that is in use as owned, and any other failure as one', async () => {
    const path = join(await setup.folder(), 'pipe');
    const first = await claimPipe(path, { clock: systemClock, version: '1.2.3' });
    expect(first.claimed).toBe(true);
    expect(await claimPipe(path, { clock: systemClock, version: '1.2.3' })).toEqual({ claimed: false });
    if (first.claimed) await first.release();
    const again = await claimPipe(path, { clock: systemClock, version: '1.2.3' });
    expect(again.claimed).toBe(true);
    if (again.claimed) await again.release();
    await writeFile(`${path}.file`, '');
    await expect(
      claimPipe(join(`${path}.file`, 'below'), { clock: systemClock, version: '1.2.3' }),
    ).rejects.toMatchObject({ code: 'HCM5007' });
  });
});
