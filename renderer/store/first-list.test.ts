import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createConnectionsStore } from './connections-store.ts';
import { firstList, firstListWithinMs } from './first-list.ts';
import { createShellStore } from './shell-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function waiting() {
  const stores = { connections: createConnectionsStore(), shell: createShellStore() };
  let isOver = false;
  const over = firstList(stores).then(() => (isOver = true));
  return { ...stores, over, isOver: () => isOver };
}

it('waits for the first list', async () => {
  const { connections, over, isOver } = waiting();
  await vi.advanceTimersByTimeAsync(firstListWithinMs - 1);
  expect(isOver()).toBe(false);
  connections.applySnapshot(1, []);
  await over;
  expect(vi.getTimerCount()).toBe(0);
});

it('waits for nothing where there is no host', async () => {
  const { shell, over } = waiting();
  shell.setState({ host: { mode: 'unreachable', problem: { code: 'HCM5001', details: {} }, info: null } });
  await over;
});

it('goes on without it after a moment', async () => {
  const { over } = waiting();
  await vi.advanceTimersByTimeAsync(firstListWithinMs);
  await over;
});

it('goes on at once where it is there', async () => {
  const stores = { connections: createConnectionsStore(), shell: createShellStore() };
  stores.connections.applySnapshot(1, []);
  await firstList(stores);
});
