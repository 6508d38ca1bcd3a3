/** English texts for HCM61xx: what the organization has decided. */
import type { ErrorText } from '../error-text.ts';

export const policyErrorTexts = {
  HCM6101: {
    title: ['{name} is set by your organization', 'This setting is set by your organization'],
    cause: ['{by} sets it, and nobody changes it here.', 'A policy sets it, and nobody changes it here.'],
    next: 'Ask whoever looks after that policy to change it.',
  },
  HCM6102: {
    title: ['{name} in your organization’s policy doesn’t count', 'A part of the policy doesn’t count'],
    cause: ['{reason} Everything else in {file} holds.', 'Everything else in it holds.'],
    next: [
      'Correct it: a whole number from {min} to {max}.',
      'Correct it: one of {choices}.',
      'Correct it, or take it out of the policy.',
    ],
    reasons: {
      unknown: 'This version knows nothing of that name.',
      value: 'Its value isn’t one that it can have.',
    },
  },
  HCM6103: {
    title: ['Your organization’s policy {file} can’t be read', 'Your organization’s policy can’t be read'],
    cause: [
      '{reason} What it said before goes on to hold; without that, what is set here.',
      'What it said before goes on to hold; without that, what is set here.',
    ],
    next: 'Correct the policy, or let the account of the host read it.',
    reasons: {
      EACCES: 'This account may not read it.',
      EPERM: 'This account may not read it.',
      EISDIR: 'It’s a folder.',
      'no-file': 'It’s no ordinary file.',
      'too-large': 'It’s larger than a policy can be.',
      'not-json': 'It isn’t JSON.',
      'not-an-object': 'It isn’t a JSON object.',
      'no-version': 'It doesn’t say version 1.',
      newer: 'It’s written for a newer version of this program.',
      'no-settings': 'Its settings aren’t an object.',
      unreadable: 'The system doesn’t hand it out.',
    },
  },
  HCM6104: {
    title: ['The policy {file} isn’t used', 'A policy isn’t used'],
    cause: [
      'Others than an administrator may write to {name}, so anybody could have written it.',
      'Others than an administrator may write to it, so anybody could have written it.',
    ],
    next: [
      'Give {name} to root, and let nobody else write there: chown root, chmod go-w.',
      'Give file and folder to root, and let nobody else write there.',
    ],
  },
} as const satisfies Record<string, ErrorText>;
