/** English texts of the error codes of `hcm start` and `hcm status --wait`. */
import type { ErrorText } from '../error-text.ts';

export const statusErrorTexts = {
  HCM1090: {
    title: ['{name} can’t be started', 'The connection can’t be started'],
    cause: 'BizTalk Hybrid Connections reached end of life on 31 May 2018.',
    next: 'Replace it with an App Service Hybrid Connection.',
  },
  HCM1091: {
    title: [
      '{name} isn’t {status} yet',
      '{count} of {total} connections aren’t {status} yet',
      'No connection is {status} yet',
      'The connections aren’t in the wanted state yet',
    ],
    cause: ['{seconds} s are over. Now: {reason}.', '{seconds} s are over.', 'The wait was ended.'],
    next: 'Wait longer, or see what is in the way.',
  },
} as const satisfies Record<string, ErrorText>;
