/** English words for the host as a whole (design §4 groups, §5 header): the sentence of the header and of the tray. */
import { localised } from '../localised.ts';
import type { StatusGroup } from '../../status.ts';
import type { CountedText } from '../message-text.ts';

export const groupWordTexts: Readonly<Record<StatusGroup, string>> = localised({
  attention: 'Need attention',
  recovering: 'Recovering',
  working: 'Working',
  off: 'Off',
});

/** Counted by the number in front; `only`, where it differs, for a host with no more than one connection. */
export interface ShareText extends CountedText {
  readonly only?: string;
}

/** One of the host's sentences, and the same where there is less room. */
export interface HostText<Text> {
  readonly sentence: Text;
  readonly short: Text;
}

export const hostPlainTexts = localised({
  unreachable: {
    sentence: 'The background host isn’t answering',
    short: 'The host isn’t answering',
  },
  none: { sentence: 'No connections yet', short: 'No connections yet' },
} as const satisfies Record<string, HostText<string>>);

export const hostShareTexts = localised({
  noNetwork: {
    sentence: {
      one: 'No network. 1 connection waits for it',
      other: 'No network. {count} connections wait for it',
    },
    short: { one: 'No network', other: 'No network' },
  },
  attention: {
    sentence: {
      only: '1 of 1 connection needs attention',
      one: '1 of {total} connections needs attention',
      other: '{count} of {total} connections need attention',
    },
    short: {
      only: '1 of 1 needs attention',
      one: '1 of {total} needs attention',
      other: '{count} of {total} need attention',
    },
  },
  recovering: {
    sentence: {
      only: '1 of 1 connection is recovering',
      one: '1 of {total} connections is recovering',
      other: '{count} of {total} connections are recovering',
    },
    short: {
      only: '1 of 1 is recovering',
      one: '1 of {total} is recovering',
      other: '{count} of {total} are recovering',
    },
  },
  off: {
    sentence: {
      one: 'The only connection is stopped',
      other: 'All connections are stopped',
    },
    short: { one: 'Stopped', other: 'All are stopped' },
  },
  allWorking: {
    sentence: {
      one: 'The only connection is working',
      other: 'All {count} connections are working',
    },
    short: { one: 'Working', other: 'All {count} are working' },
  },
  /** Beside one that is off. */
  workingButOne: {
    sentence: {
      one: '1 of {total} connections is working, 1 is off',
      other: '{count} of {total} connections are working, 1 is off',
    },
    short: {
      one: '1 of {total} is working',
      other: '{count} of {total} are working',
    },
  },
  /** Beside several that are off. */
  workingButOff: {
    sentence: {
      one: '1 of {total} connections is working, {off} are off',
      other: '{count} of {total} connections are working, {off} are off',
    },
    short: {
      one: '1 of {total} is working',
      other: '{count} of {total} are working',
    },
  },
} as const satisfies Record<string, HostText<ShareText>>);
