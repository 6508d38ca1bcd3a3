/**
 * What the callout at the top of the details says (design §8): only where something isn't good, the way to Azure before
 * the way to the endpoint. Pure.
 */
import type { ConnectionView } from '../connection-view.ts';
import type { ErrorCode } from '../errors.ts';
import { azureTone, type Tone } from '../status.ts';
import { describeError } from './describe-error.ts';
import { stateCalloutTexts } from './texts/details.ts';
import { azureWordTexts } from './texts/status.ts';
import { joinSentences } from './join-texts.ts';
import { fillText } from './message-text.ts';
import { statusTooltip } from './status-lines.ts';

export interface CalloutWords {
  /** Which of the two ways it is about. */
  readonly about: 'azure' | 'endpoint';
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  readonly code: ErrorCode | null;
}

/** Null when nothing needs words. */
export function calloutWords(view: ConnectionView): CalloutWords | null {
  const { azure, endpoint, config } = view;
  const tone = azureTone({ azure: azure.status, endpoint: 'reachable', problem: azure.problem });
  if (azure.problem !== null && azure.status !== 'connected') {
    const { title, cause, next, code } = describeError(azure.problem);
    return { about: 'azure', tone, title, text: joinSentences([cause, next]), code };
  }
  const words = stateCalloutTexts[azure.status];
  if (words !== undefined)
    return {
      about: 'azure',
      tone,
      title: words.title,
      text: fillText(words.text, { name: config.name }),
      code: null,
    };
  if (tone === 'act' || tone === 'watch')
    return {
      about: 'azure',
      tone,
      title: azureWordTexts[azure.status],
      text: statusTooltip(view),
      code: null,
    };
  if (endpoint.status !== 'unreachable' || endpoint.problem === null) return null;
  const { title, cause, next, code } = describeError(endpoint.problem);
  return { about: 'endpoint', tone: 'act', title, text: joinSentences([cause, next]), code };
}
