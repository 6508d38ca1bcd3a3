import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConnectionView } from '../contract/connection-view.ts';
import { speak } from '../contract/messages/language.ts';
import type { AzureStatus } from '../contract/status.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import type { HostSummary } from './host-watch.ts';
import { AppTray } from './tray.ts';

let number = 0;

function view(status: AzureStatus, name: string): ConnectionView {
  number += 1;
  const id = `3c1f0f5e-8a3e-4a67-9d5c-${String(number).padStart(12, '0')}`;
  const well = connectedView({ id, name });
  return { ...well, azure: { ...well.azure, status } };
}

const eight = [
  view('connected', 'a'),
  view('connected', 'b'),
  view('notConnected', 'c'),
  view('connecting', 'd'),
  view('unauthorized', 'R&D'),
  view('notFound', 'f'),
  view('keyNeeded', 'g'),
  view('unauthorized', 'h'),
];

function inTray(
  views: readonly ConnectionView[],
  changes: Partial<HostSummary> & { mayChange?: boolean } = {},
) {
  const done: string[] = [];
  const icon = { image: '', tooltip: '', menu: [] as MenuItemConstructorOptions[], set: 0 };
  const listeners = new Map<string, () => void>();
  const state = { summary: { mode: 'app', views, isKnown: true, ...changes } as HostSummary };
  const tray = new AppTray<string, MenuItemConstructorOptions[]>({
    create: (image) => {
      icon.image = image;
      return {
        setImage: (next) => void (icon.image = next),
        setToolTip: (text) => void (icon.tooltip = text),
        setContextMenu: (menu) => {
          icon.menu = menu;
          icon.set += 1;
        },
        on: (event, listener) => listeners.set(event, listener),
        destroy: () => done.push('destroy'),
      };
    },
    imageOf: (tone) => tone,
    menuOf: (template) => template,
    summary: () => state.summary,
    mayChange: () => changes.mayChange ?? true,
    actions: {
      open: () => done.push('open'),
      openConnection: (id) => done.push(id),
      startAll: () => done.push('start all'),
      stopAll: () => done.push('stop all'),
      settings: () => done.push('settings'),
      quit: () => done.push('quit'),
    },
  });
  tray.show();
  const item = (label: string) => icon.menu.find((one) => one.label === label);
  const click = (label: string): void => (item(label)?.click as (() => void) | undefined)?.();
  return { tray, icon, done, state, item, click, listeners };
}

describe('AppTray', () => {
  afterEach(() => speak('en'));

  it('shows the worst state, the counts in words, and the worst three', () => {
    const { icon, click, done } = inTray(eight);
    expect(icon.image).toBe('act');
    expect(icon.tooltip).toBe('Hybrid Connection Manager\n2 working, 2 recovering, 4 need attention');
    expect(icon.menu.slice(0, 4).map(({ label }) => label)).toEqual([
      '4 of 8 connections need attention',
      'f: Not found',
      'g: Key needed',
      'h: Unauthorized',
    ]);
    click('f: Not found');
    expect(done).toEqual([eight[5]?.config.id]);
  });

  it('leads to everything', () => {
    const { click, done, listeners } = inTray(eight);
    for (const label of ['Open Hybrid Connection Manager', 'Stop all', 'Settings', 'Quit']) click(label);
    listeners.get('click')?.();
    expect(done).toEqual(['open', 'stop all', 'settings', 'quit', 'open']);
  });

  it('offers only what can be done, and by whom', () => {
    const stopped = inTray([view('stopped', 'a')]);
    expect([stopped.item('Start all')?.enabled, stopped.item('Stop all')?.enabled]).toEqual([true, false]);
    expect(stopped.icon).toMatchObject({ image: 'quiet', tooltip: 'Hybrid Connection Manager\n1 off' });
    const viewer = inTray(eight, { mayChange: false });
    expect([viewer.item('Start all')?.enabled, viewer.item('Stop all')?.enabled]).toEqual([false, false]);
    const gone = inTray(eight, { mode: 'unreachable' });
    expect(gone.icon).toMatchObject({
      image: 'act',
      tooltip: 'Hybrid Connection Manager\nThe background host isn’t answering',
    });
    expect(gone.item('Stop all')?.enabled).toBe(false);
    expect(inTray([], { mode: 'starting', isKnown: false }).icon.image).toBe('quiet');
    expect(inTray([view('connected', 'a')]).icon.image).toBe('good');
    expect(inTray([view('notConnected', 'a')]).icon.image).toBe('watch');
  });

  it('keeps an & of a name', () => {
    expect(inTray(eight.slice(0, 5)).item('R&&D: Unauthorized')).toBeDefined();
  });

  it('sets again only what looks different', async () => {
    const { tray, icon, state } = inTray(eight);
    tray.render();
    expect(icon.set).toBe(1);
    state.summary = { ...state.summary, views: eight.map((one) => ({ ...one, bytesIn: 7 })) };
    tray.render();
    expect(icon.set).toBe(1);
    state.summary = { ...state.summary, views: eight.slice(0, 2) };
    tray.render();
    expect(icon).toMatchObject({ set: 2, image: 'good' });
    await speak('nl');
    tray.redraw();
    expect(icon.tooltip).toBe('Hybrid Connection Manager\n2 werken');
  });

  it('goes', () => {
    const { tray, icon, done } = inTray(eight);
    tray.destroy();
    tray.redraw();
    expect([done, icon.set]).toEqual([['destroy'], 1]);
  });
});
