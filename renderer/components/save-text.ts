/** Saves a text where the person says, and tells whether it is there. Choosing nothing is no event. */
import { toErrorData } from '../../electron/contract/errors.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';
import type { WindowCallInput } from '../../electron/contract/shell-api.ts';
import type { Services } from '../services.tsx';

export interface SaveTexts {
  readonly saved: string;
  /** `{problem}` is the title of the error. */
  readonly notSaved: string;
}

export async function saveText(
  { bridge, toasts }: Pick<Services, 'bridge' | 'toasts'>,
  file: WindowCallInput<'app.saveText'>,
  texts: SaveTexts,
): Promise<void> {
  try {
    const { saved } = await bridge.call('app.saveText', file);
    if (saved) toasts.show('success', texts.saved);
  } catch (error) {
    const { title, code } = describeError(toErrorData(error));
    toasts.show('error', fillText(texts.notSaved, { problem: title }), code);
  }
}
