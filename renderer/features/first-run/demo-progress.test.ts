import { describe, expect, it } from 'vitest';
import { demoStepTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { demoSteps, type DemoState } from '../../../electron/contract/shell-api.ts';
import { demoLines } from './demo-progress.ts';

const off: DemoState = { phase: 'off', steps: [], connectionId: null, url: null, problem: null };

describe('the steps of practice', () => {
  it('are all there at any time, in their order', () => {
    for (const phase of ['off', 'starting', 'running', 'failed'] as const) {
      expect(demoLines({ ...off, phase }).map(({ step }) => step)).toEqual(demoSteps);
    }
  });

  it('have a sentence without gaps also when details are missing', () => {
    const done = demoSteps.map((step) => ({ step, details: {} }));
    for (const { text, state, quote } of demoLines({ ...off, phase: 'running', steps: done })) {
      expect(state).toBe('done');
      expect(quote).toBeNull();
      expect(text).toMatch(/^[A-Z][^{}]*\.$/);
    }
  });

  it('none is being done unless it is starting', () => {
    expect(demoLines(off).every(({ state }) => state === 'waiting')).toBe(true);
    expect(demoLines({ ...off, phase: 'failed' })[0]).toMatchObject({
      state: 'stuck',
      text: demoStepTexts.relay.todo,
    });
  });
});
