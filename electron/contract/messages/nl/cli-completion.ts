/** Dutch of `texts/cli-completion.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-completion.ts';

export const completionUsageTexts: Translated<typeof english.completionUsageTexts> = {
  completion: 'Een script weergeven waarmee een shell opdrachten, opties en namen van verbindingen aanvult',
  shell: 'de shell waarvoor het is',
};
