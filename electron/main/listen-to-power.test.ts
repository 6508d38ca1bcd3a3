import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { expect, it } from 'vitest';
import { listenToPower } from './listen-to-power.ts';

it('tells a resume, and nothing else that the desktop says about power', () => {
  const power = new EventEmitter();
  let resumes = 0;
  listenToPower(power as PowerMonitor, () => (resumes += 1));
  for (const event of ['suspend', 'lock-screen', 'unlock-screen', 'on-ac']) power.emit(event);
  expect(resumes).toBe(0);
  power.emit('resume');
  expect(resumes).toBe(1);
});
