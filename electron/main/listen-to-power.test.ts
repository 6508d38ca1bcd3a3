import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { expect, it } from 'vitest';
import { isSomebodyThere, listenToPower } from './listen-to-power.ts';

function listening() {
  const power = new EventEmitter();
  const done: string[] = [];
  listenToPower(power as PowerMonitor, {
    onResume: () => done.push('resume'),
    onShutdown: () => done.push('shutdown'),
  });
  return { power, done };
}

it('tells a resume, and nothing else that the desktop says about power', () => {
  const { power, done } = listening();
  for (const event of ['suspend', 'lock-screen', 'unlock-screen', 'on-ac']) power.emit(event);
  expect(done).toEqual([]);
  power.emit('resume');
  expect(done).toEqual(['resume']);
});

it('holds a shutdown up until the app has ended', () => {
  const { power, done } = listening();
  power.emit('shutdown', { preventDefault: () => done.push('held up') });
  power.emit('shutdown');
  expect(done).toEqual(['held up', 'shutdown', 'shutdown']);
});

it.each([
  ['active', true],
  ['unknown', true],
  ['idle', false],
  ['locked', false],
] as const)('somebody is at a screen that is %s: %s', (state, isThere) => {
  expect(isSomebodyThere({ getSystemIdleState: () => state })).toBe(isThere);
});
