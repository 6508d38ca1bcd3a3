import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../contract/api.ts';
import { createTestHost } from '../engine/control/testing/test-host.ts';
import { WindowFeed } from './window-feed.ts';

const patch: ContractEvent = {
  name: 'connections.patch',
  payload: { sequence: 1, changed: [], removed: [] },
};

describe('WindowFeed', () => {
  it('listens to the host only while the window can be seen, and has the page begin anew', () => {
    const { host, listeners, emit } = createTestHost();
    const sent: unknown[] = [];
    const feed = new WindowFeed(
      host,
      (channel, payload) => sent.push([channel, payload]),
      () => sent.push('begin anew'),
    );
    expect(listeners.size).toBe(0);
    feed.setVisible(true);
    feed.setVisible(true);
    expect(listeners.size).toBe(1);
    emit(patch);
    feed.setVisible(false);
    feed.setVisible(false);
    expect(listeners.size).toBe(0);
    emit(patch);
    feed.setVisible(true);
    emit(patch);
    expect(sent).toEqual([
      'begin anew',
      ['hcm:connections.patch', patch.payload],
      'begin anew',
      ['hcm:connections.patch', patch.payload],
    ]);
  });

  it('listens from its start for a window that is about to be seen, whose page has asked already', () => {
    const { host, listeners, emit } = createTestHost();
    const sent: unknown[] = [];
    const feed = new WindowFeed(
      host,
      (channel) => sent.push(channel),
      () => sent.push('begin anew'),
    );
    feed.start();
    feed.start();
    emit(patch);
    feed.setVisible(true);
    expect(listeners.size).toBe(1);
    expect(sent).toEqual(['hcm:connections.patch']);
    feed.setVisible(false);
    expect(listeners.size).toBe(0);
  });

  it('tells the app’s own events whether or not the window can be seen', () => {
    const sent: string[] = [];
    const feed = new WindowFeed(
      createTestHost().host,
      (channel) => sent.push(channel),
      () => undefined,
    );
    feed.tell('app.hostChanged', { state: { mode: 'starting' } });
    expect(sent).toEqual(['hcm:app.hostChanged']);
  });
});
