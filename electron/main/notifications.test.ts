import { describe, expect, it } from 'vitest';
import { defaultPreferences } from '../contract/default-preferences.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { watchEveryMs } from './host-watch.ts';
import { Notifications, type ShownNotification } from './notifications.ts';

const well = connectedView();
const refused = {
  ...well,
  azure: { ...well.azure, status: 'unauthorized', problem: { code: 'HCM2020', details: {} } },
} as const;

function onDesktop(changes: { isSupported?: boolean } = {}) {
  const clock = new FakeClock();
  const screen: { title: string; isOpen: boolean; emit: (event: string) => void }[] = [];
  const clicked: (string | null)[] = [];
  const state = { isInFront: false, version: null as string | null };
  const notifications = new Notifications({
    clock,
    isSupported: () => changes.isSupported ?? true,
    make: ({ title }) => {
      const listeners = new Map<string, () => void>();
      const one = { title, isOpen: false, emit: (event: string) => listeners.get(event)?.() };
      screen.push(one);
      const shown: ShownNotification = {
        on: (event, listener) => listeners.set(event, listener),
        show: () => void (one.isOpen = true),
        close: () => void (one.isOpen = false),
      };
      return shown;
    },
    wishes: () => defaultPreferences.notifications,
    isInFront: () => state.isInFront,
    newVersion: () => state.version,
    onClick: (id) => clicked.push(id),
  });
  const look = (views: readonly (typeof well | typeof refused)[]): void => {
    for (let times = 0; times < 4; times += 1) {
      notifications.onSummary({ mode: 'app', views, isKnown: true });
      clock.advance(watchEveryMs);
    }
  };
  return { notifications, screen, clicked, state, look };
}

describe('Notifications', () => {
  it('shows what happened, and a click leads to the connection', () => {
    const { screen, clicked, look } = onDesktop();
    look([refused]);
    expect(screen).toMatchObject([{ title: 'payroll-sql needs you', isOpen: true }]);
    screen[0]?.emit('click');
    expect(clicked).toEqual([refused.config.id]);
  });

  it('shows none to whoever looks at the window, nor where there are none', () => {
    const inFront = onDesktop();
    inFront.state.isInFront = true;
    inFront.look([refused]);
    const without = onDesktop({ isSupported: false });
    without.look([refused]);
    expect([...inFront.screen, ...without.screen]).toEqual([]);
    expect(without.notifications.try()).toBe(false);
  });

  it('tells of a release; a click shows the window', () => {
    const { screen, clicked, look, state } = onDesktop();
    state.version = '2.0.0';
    look([well]);
    expect(screen).toMatchObject([{ title: 'Version 2.0.0 is out' }]);
    screen[0]?.emit('click');
    expect(clicked).toEqual([null]);
  });

  it('can be tried, leaves only so many on the screen, and takes all away at the end', () => {
    const { notifications, screen } = onDesktop();
    for (let times = 0; times < 25; times += 1) expect(notifications.try()).toBe(true);
    expect(screen.filter(({ isOpen }) => isOpen)).toHaveLength(20);
    notifications.close();
    expect(screen.filter(({ isOpen }) => isOpen)).toEqual([]);
  });
});
