import { describe, expect, it } from 'vitest';
import { mayCall } from './access.ts';
import { calls, type CallName } from './api.ts';

const names = Object.keys(calls) as readonly CallName[];

describe('mayCall', () => {
  it('lets an admin do everything', () => {
    expect(names.filter((name) => !mayCall('admin', name))).toEqual([]);
  });

  it('lets a viewer read what takes nothing and changes nothing, and nothing else', () => {
    expect(names.filter((name) => mayCall('viewer', name))).toEqual([
      'host.info',
      'connections.snapshot',
      'activity.list',
      'log.tail',
      'sessions.list',
      'sessions.history',
      'health.list',
      'settings.get',
      'updates.get',
      'proxy.get',
    ]);
  });
});
