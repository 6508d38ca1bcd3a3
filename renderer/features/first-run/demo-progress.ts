/** The steps of practice as the dialog lists them: all of them from the start, so that it keeps its shape. Pure. */
import {
  demoStepTexts,
  type demoStepStateTexts,
} from '../../../electron/contract/messages/texts/first-run.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { demoSteps, type DemoState } from '../../../electron/contract/shell-api.ts';

export interface DemoLine {
  readonly step: (typeof demoSteps)[number];
  readonly state: keyof typeof demoStepStateTexts;
  readonly text: string;
  /** What the practice service said. */
  readonly quote: string | null;
}

export function demoLines({ phase, steps }: DemoState): readonly DemoLine[] {
  const done = new Map(steps.map(({ step, details }) => [step, details]));
  const next = demoSteps.find((step) => !done.has(step));
  return demoSteps.map((step) => {
    const details = done.get(step);
    if (details === undefined) {
      const state = step === next ? stateOfNext(phase) : 'waiting';
      return { step, state, text: demoStepTexts[step].todo, quote: null };
    }
    const quote = step === 'answered' ? String(details['text'] ?? '').trim() : '';
    return {
      step,
      state: 'done',
      text: fillText(demoStepTexts[step].done, details),
      quote: quote === '' ? null : quote,
    };
  });
}

function stateOfNext(phase: DemoState['phase']): DemoLine['state'] {
  if (phase === 'starting') return 'running';
  return phase === 'failed' ? 'stuck' : 'waiting';
}
