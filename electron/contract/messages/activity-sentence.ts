/** What happened to a connection, as one line: sentence, tone and who did it. Pure; never fails on a newer host's data. */
import type { Activity, ConfigurationChange } from '../activity.ts';
import type { ErrorData } from '../errors.ts';
import { azureTone, endpointTone, type Tone } from '../status.ts';
import { describeError } from './describe-error.ts';
import {
  azureActivityTexts,
  changeActivityTexts,
  endpointActivityTexts,
  keySwitchedTexts,
  repeatTexts,
} from './texts/activity.ts';
import { limitSentence } from './limit-words.ts';
import { fillCounted, fillText } from './message-text.ts';
import { joinLines, lowerFirst } from './join-texts.ts';

/** `Not connected to Azure: no network. Retried 12 times`. */
export function activitySentence(activity: Activity): string {
  const sentence = firstSentence(activity);
  if (activity.times === 1 || activity.kind === 'limit') return sentence;
  // The first failure is no retry.
  const count = activity.kind === 'azure' ? activity.times - 1 : activity.times;
  return joinLines([sentence, fillCounted(repeatTexts[activity.kind], count)]);
}

export function activityTone(activity: Activity): Tone {
  switch (activity.kind) {
    // Each way is judged by itself here: the other one has lines of its own.
    case 'azure':
      return azureTone({ azure: activity.status, endpoint: 'reachable', problem: activity.problem });
    case 'endpoint':
      return endpointTone(activity.status);
    case 'limit':
      return 'watch';
    case 'change':
      return unasked.includes(activity.change) ? 'watch' : 'quiet';
  }
}

/** Changes that nobody here asked for, and that somebody should look at. */
const unasked: readonly ConfigurationChange[] = ['keySwitched', 'endpointDiffers'];

/** Name of whoever asked for it; empty where nobody did, or nobody said. */
export function activityBy(activity: Activity): string {
  return activity.kind === 'change' ? (activity.by ?? '') : '';
}

function firstSentence(activity: Activity): string {
  switch (activity.kind) {
    case 'azure':
      return fillText(azureActivityTexts[activity.status], { problem: problemWords(activity.problem) });
    case 'endpoint':
      return fillText(endpointActivityTexts[activity.status], { problem: problemWords(activity.problem) });
    case 'limit':
      return limitSentence(activity.problem, activity.times);
    case 'change':
      return changeSentence(activity.change, activity.detail ?? '');
  }
}

function changeSentence(change: ConfigurationChange, detail: string): string {
  if (change === 'keySwitched' && (detail === 'primary' || detail === 'secondary'))
    return keySwitchedTexts[detail];
  return fillText(changeActivityTexts[change], { detail });
}

function problemWords(problem: ErrorData | null): string {
  return problem === null ? '' : lowerFirst(describeError(problem).title);
}
