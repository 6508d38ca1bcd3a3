import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../contract/default-settings.ts';
import type { Reloaded } from '../engine/reload.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { listenForReload, type ReloadPorts } from './reload-signal.ts';
import { createTestIo } from './testing/test-io.ts';

const nothing: Reloaded = {
  ...{ settings: [], needsRestart: [], added: [], removed: [], changed: [], replaced: [] },
  closedSessions: 0,
};

function world(reload: () => Promise<Reloaded>, isDue = true) {
  const io = createTestIo();
  const said: unknown[] = [];
  const ports: ReloadPorts = {
    engine: {
      reload: () => {
        said.push('reload');
        return reload();
      },
      call: (() =>
        Promise.resolve({
          settings: { ...defaultSettings, logLevel: 'debug' },
          changed: [],
        })) as unknown as ReloadPorts['engine']['call'],
    },
    log: {
      logger: {
        ...silentLogger,
        error: (message) => void said.push(message),
        setLevel: (level) => void said.push(`level ${level}`),
      },
      announce: (message, fields) => void said.push({ message, ...fields }),
      reopen: () => void said.push('reopen'),
    },
    notices: {
      reloading: () => void said.push('reloading'),
      reloaded: (status) => void said.push(status),
    },
    status: () => Promise.resolve('Runs'),
    isDue: () => isDue,
  };
  const dispose = listenForReload(io, ports);
  return { io, said, dispose };
}

describe('SIGHUP', () => {
  it('reads again, opens the log anew, and says in one line what changed', async () => {
    const { io, said } = world(() =>
      Promise.resolve({
        ...nothing,
        settings: ['drainSeconds', 'extraCaFile'],
        needsRestart: ['extraCaFile'],
        added: ['web'],
        closedSessions: 2,
      }),
    );
    io.sendReload();
    await vi.waitFor(() => expect(said).toContain('Runs'));
    expect(said).toEqual([
      'reloading',
      'reopen',
      'reload',
      'level debug',
      {
        message: 'reloaded',
        settings: 'drainSeconds, extraCaFile',
        needsRestart: 'extraCaFile',
        added: 'web',
        closedSessions: 2,
      },
      'Runs',
    ]);
  });

  it('never ends the host, and systemd hears that it goes on', async () => {
    const { io, said } = world(() => Promise.reject(new Error('disk')));
    io.sendReload();
    await vi.waitFor(() => expect(said).toContain('Runs'));
    expect(said).toEqual(['reloading', 'reopen', 'reload', 'not reloaded', 'Runs']);
  });

  it('many at once are two reloads: the one that runs, and one for all that came meanwhile', async () => {
    let finish: (() => void) | undefined;
    const { io, said } = world(() => new Promise((resolve) => (finish = () => resolve(nothing))));
    for (let count = 0; count < 10; count += 1) io.sendReload();
    await vi.waitFor(() => expect(finish).toBeDefined());
    finish?.();
    await vi.waitFor(() => expect(said.filter((one) => one === 'reload')).toHaveLength(2));
    finish?.();
    await vi.waitFor(() => expect(said.filter((one) => one === 'Runs')).toHaveLength(2));
    expect(said.filter((one) => one === 'reload')).toHaveLength(2);
  });

  it('does nothing while the host starts or stops, or after it', () => {
    const early = world(() => Promise.resolve(nothing), false);
    early.io.sendReload();
    const late = world(() => Promise.resolve(nothing));
    late.dispose();
    late.io.sendReload();
    expect([early.said, late.said]).toEqual([[], []]);
  });
});
