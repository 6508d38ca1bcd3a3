/** English texts of the error codes about what a host's connections shall be: `hcm plan` and `hcm apply`. */
import type { ErrorText } from '../error-text.ts';

export const desiredErrorTexts = {
  HCM1070: {
    title: 'The file isn’t as its format wants it',
    cause: ['{reason}.', 'A part of it can’t be understood.'],
    next: 'Correct it; docs/declarative.md describes the format.',
  },
  HCM1071: {
    title: ['{name} is there twice', 'A connection is there twice'],
    cause: [
      'Connection number {position} is the same one: names are compared without case.',
      'Names are compared without case.',
    ],
    next: 'Keep one of them.',
  },
  HCM1072: {
    title: ['{file} holds a connection string and others can read it', 'Others can read a connection string'],
    cause: 'Whoever reads the file has the key.',
    next: 'Refer to a variable or to a file of its own, or let nobody else read the file (mode 600).',
  },
  HCM1073: {
    title: ['The variable {name} isn’t set', 'A variable isn’t set'],
    cause: 'The file takes a connection string from the environment, and there is none.',
    next: 'Set the variable for this command.',
  },
  HCM1074: {
    title: 'Nothing is changed',
    cause: ['Faults: {count}.', 'There are faults.'],
    next: 'Correct what is named above. Changes are made only when there is no fault at all.',
  },
  HCM1075: {
    title: 'The connections of this host have changed meanwhile',
    cause: 'What would be removed is no longer what was shown.',
    next: 'Look at the plan again.',
  },
} as const satisfies Record<string, ErrorText>;
