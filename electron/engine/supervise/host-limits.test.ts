import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { HostLimits } from './host-limits.ts';
import { systemOpenFiles, type OpenFiles } from './open-files.ts';

function host(settings: Partial<Settings> = {}, openFiles: OpenFiles = { limit: null, count: () => null }) {
  const clock = new FakeClock();
  const limits = new HostLimits({
    clock,
    settings: () => ({ ...defaultSettings, ...settings }),
    openFiles,
  });
  return { clock, limits };
}

/** Opens sessions until one is refused. */
function fill(
  limits: HostLimits,
  most = 10_000,
): { readonly opened: number; readonly code: string | undefined } {
  for (let opened = 0; opened < most; opened += 1) {
    const refusal = limits.refusal();
    if (refusal !== null) return { opened, code: refusal.code };
    limits.sessionOpened();
  }
  return { opened: most, code: undefined };
}

describe('the host’s limit of sessions', () => {
  it('is for all connections together, and free again with every end', () => {
    const { limits } = host({ maxSessions: 7 });
    expect(fill(limits)).toEqual({ opened: 7, code: 'HCM3112' });
    expect(limits.refusal()?.details).toEqual({ limit: 7 });
    limits.sessionEnded();
    expect(limits.refusal()).toBeNull();
  });
});

describe('senders that are turned away at once', () => {
  /** @returns how many get a place before any of them is done */
  async function placed(limit: number | null): Promise<number> {
    const { limits } = host({}, { limit, count: () => 0 });
    let running = 0;
    const never = new Promise<void>(() => undefined);
    for (let sender = 0; sender < 100; sender += 1) {
      void limits.refusals.run(new AbortController().signal, async () => {
        running += 1;
        await never;
      });
    }
    await Promise.resolve();
    return running;
  }

  it.each([
    [null, 32],
    [1_048_576, 32],
    [1_024, 32],
    [160, 13],
    [8, 1],
  ])('with %s files leave room for the host itself: %s', async (limit, expected) => {
    expect(await placed(limit)).toBe(expected);
  });
});

describe('open files', () => {
  it('are kept free for what keeps the host alive', () => {
    let sessions = 0;
    const others = 40;
    const { limits, clock } = host({}, { limit: 1024, count: () => others + 2 * sessions });
    sessions = fill(limits).opened;
    expect(others + 2 * sessions).toBeLessThanOrEqual(1024 - 96);
    expect(others + 2 * sessions).toBeGreaterThan(1024 - 96 - 4);
    expect(limits.refusal()?.code).toBe('HCM3107');
    clock.advance(1_000);
    expect(limits.refusal()?.code).toBe('HCM3107');
    limits.sessionEnded();
    expect(limits.refusal()).toBeNull();
  });

  it('that others took are noticed within a second', () => {
    let others = 30;
    const { limits, clock } = host({}, { limit: 256, count: () => others });
    expect(limits.refusal()).toBeNull();
    others = 250;
    clock.advance(1_000);
    expect(limits.refusal()?.code).toBe('HCM3107');
    others = 30;
    clock.advance(1_000);
    expect(limits.refusal()).toBeNull();
  });

  it('that can’t even be counted are taken for none left', () => {
    const { limits } = host({}, { limit: 256, count: () => null });
    expect(limits.refusal()?.code).toBe('HCM3107');
  });

  it('are not counted far from a limit so high that counting takes long', () => {
    let looks = 0;
    const count = (): number => {
      looks += 1;
      return 0;
    };
    const { limits, clock } = host({ maxSessions: 100_000 }, { limit: 1_048_576, count });
    for (let round = 0; round < 100; round += 1) {
      expect(limits.refusal()).toBeNull();
      clock.advance(1_000);
    }
    expect(looks).toBe(0);
  });

  it.runIf(process.platform !== 'win32')('have the limit that the system says, and are counted', () => {
    const files = systemOpenFiles(process.platform, process.report);
    const shell = spawnSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).stdout.trim();
    // A shell inherits what Node raised for itself.
    if (shell !== 'unlimited') expect(files.limit).toBe(Number(shell));
    expect(files.count()).toBeGreaterThan(2);
    expect(systemOpenFiles('win32', process.report).limit).toBeNull();
  });
});
