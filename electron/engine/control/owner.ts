/**
 * One engine per data folder (plan §5.7): owning a data folder means listening at its control address.
 *
 * Invariants: at most one claim of a data folder stands at a time, however many start at once; a claim that was checked
 * through the address itself is the one that clients reach; what a killed owner left behind is taken over at once, and
 * never what a live one (even one that hangs) holds; `release` removes nothing of anybody else.
 */
import { lstat, lutimes, mkdir, readdir, realpath, rm, utimes } from 'node:fs/promises';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import { controlAddress, type ControlAddress, type ControlPlace } from './control-address.ts';
import { prepareControlFolder } from './control-folder.ts';
import { errno } from './errno.ts';
import { createInstance } from './handshake.ts';
import { pause } from './pause.ts';
import { readGreeting } from './read-greeting.ts';
import { Seat, type Welcome } from './seat.ts';
import { isAlive, leavePlace, takePlace, type PlaceSeeker } from './take-place.ts';
import { instancePattern, type Hello } from './wire.ts';

export interface ClaimOptions extends ControlPlace {
  readonly clock: Clock;
  /** Our product's version, as clients are told. */
  readonly version: string;
  /** How long to wait for an owner that holds the folder for a moment only. */
  readonly waitWhileBusyMs?: number;
}

export interface Ownership {
  readonly claimed: true;
  readonly server: Server;
  /** Name of this claim; clients are told. */
  readonly instance: string;
  /** Who takes connections from now on; undefined: they are told that we are busy. */
  welcome(welcome: Welcome | undefined): void;
  hello(state: Hello['state']): Hello;
  /** Ends every connection and gives the folder free. */
  release(): Promise<void>;
}

export type Claim = Ownership | { readonly claimed: false };

export type SocketAddress = Extract<ControlAddress, { kind: 'socket' }>;

type SeatOptions = Pick<ClaimOptions, 'clock' | 'version'>;

/** Gets the path of a socket that listens, before anybody is led to it. */
type PrepareSeat = (path: string) => Promise<void>;

const maxTries = 60;
const triesPauseMs = 25;
/** A seat is given up only when it can't be reached through the address. */
const maxSeats = 3;
const busyPauseMs = 100;
const greetingTimeoutMs = 2_000;
/** Temporary folders are swept of what is days old. */
const freshenIntervalMs = 60 * 60_000;
const sweepAgeMs = 60_000;

export async function claimDataFolder(options: ClaimOptions): Promise<Claim> {
  const folder = await realDataFolder(options.folder);
  const address = controlAddress({ ...options, folder });
  const deadlineMs = options.clock.monotonicMs() + (options.waitWhileBusyMs ?? 0);
  for (;;) {
    const claim =
      address.kind === 'pipe'
        ? await claimPipe(address.path, options)
        : await claimOwnSocket(address, options);
    if (claim.claimed || options.clock.monotonicMs() >= deadlineMs) return claim;
    const owner = await readGreeting(address.path, options.clock, greetingTimeoutMs);
    if (owner?.state === 'serving') return claim;
    await pause(options.clock, busyPauseMs);
  }
}

/** Windows removes the name of a pipe with its last handle: nothing is ever stale. */
export async function claimPipe(path: string, options: SeatOptions): Promise<Claim> {
  try {
    const seat = await Seat.open(path, { ...options, instance: createInstance() });
    return ownership(seat, () => seat.close());
  } catch (error) {
    if (errno(error) === 'EADDRINUSE' || errno(error) === 'EACCES') return { claimed: false };
    throw new HcmError('HCM5007', { path, reason: errno(error) }, { cause: error });
  }
}

async function claimOwnSocket(address: SocketAddress, options: ClaimOptions): Promise<Claim> {
  await prepareControlFolder(address.folder, options.uid);
  return claimSocket(address, options);
}

/** A place at `address`, in a folder that is fit for it already. */
export async function claimSocket(
  address: SocketAddress,
  options: SeatOptions,
  prepareSeat: PrepareSeat = () => Promise.resolve(),
): Promise<Claim> {
  const { clock } = options;
  for (let seats = 0; seats < maxSeats; seats += 1) {
    const seat = await openSeat(address.folder, options, prepareSeat);
    const seeker = { folder: address.folder, seat: seat.instance, clock };
    const taken = await seek(address, seeker).catch(async (error: unknown) => {
      await seat.close();
      throw error;
    });
    if (taken === 'taken') {
      await sweep(seeker);
      const stopFreshening = keepFresh(address, seeker);
      return ownership(seat, async () => {
        stopFreshening();
        try {
          await leavePlace(address.name, seeker);
        } finally {
          await seat.close();
        }
      });
    }
    await seat.close();
    if (taken === 'occupied') return { claimed: false };
  }
  // Somebody alive is about to take it, if slowly.
  return { claimed: false };
}

async function seek(address: SocketAddress, seeker: PlaceSeeker): Promise<'taken' | 'occupied' | 'again'> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const taken = await takePlace(address.name, seeker);
    if (taken === 'occupied') return taken;
    if (taken === 'taken') {
      const answered = await readGreeting(address.path, seeker.clock, greetingTimeoutMs);
      if (answered?.instance === seeker.seat) return taken;
      await leavePlace(address.name, seeker);
      return 'again';
    }
    await pause(seeker.clock, triesPauseMs);
  }
  return 'occupied';
}

async function openSeat(folder: string, options: SeatOptions, prepare: PrepareSeat): Promise<Seat> {
  const instance = createInstance();
  const path = join(folder, instance);
  let seat: Seat;
  try {
    seat = await Seat.open(path, { instance, version: options.version, clock: options.clock });
  } catch (error) {
    throw new HcmError('HCM5007', { path, reason: errno(error) }, { cause: error });
  }
  await prepare(path).catch(async (error: unknown) => {
    await seat.close();
    throw error;
  });
  return seat;
}

function ownership(seat: Seat, release: () => Promise<void>): Ownership {
  let released: Promise<void> | undefined;
  return {
    claimed: true,
    server: seat.server,
    instance: seat.instance,
    welcome: (welcome) => seat.welcome(welcome),
    hello: (state) => seat.hello(state),
    release: () => (released ??= release()),
  };
}

async function realDataFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await realpath(folder);
  } catch (error) {
    throw new HcmError('HCM5007', { path: folder, reason: errno(error) }, { cause: error });
  }
}

/** Removes the seats of starters that were killed before they had a place; young ones may be about to listen. */
async function sweep({ folder, seat, clock }: PlaceSeeker): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name === seat || !instancePattern.test(name)) continue;
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined || clock.now() - found.mtimeMs < sweepAgeMs) continue;
    const alive = await isAlive(path, clock).catch(() => true);
    if (!alive) await rm(path, { force: true }).catch(() => undefined);
  }
}

function keepFresh(address: SocketAddress, { folder, seat, clock }: PlaceSeeker): Disposer {
  let cancel: Disposer = () => undefined;
  const arm = (): void => {
    cancel = clock.after(freshenIntervalMs, () => {
      const now = new Date(clock.now());
      // Best effort: what fails now is tried again in an hour, long before a sweep.
      void Promise.allSettled([lutimes(address.path, now, now), utimes(join(folder, seat), now, now)]);
      arm();
    });
  };
  arm();
  return () => cancel();
}
