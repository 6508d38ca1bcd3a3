/** English error texts: installing a newer version of the app. */
import type { ErrorText } from '../error-text.ts';

export const appUpdateErrorTexts = {
  HCM5115: {
    title: ['Version {version} wasn’t downloaded', 'The new version wasn’t downloaded'],
    cause: ['{reason}', 'The server of the feed refused it, or the connection broke off.'],
    next: 'Nothing has changed. Check the way to the update feed, then download it again.',
    reasons: {
      stalled: 'Nothing came for a minute.',
      status: 'The server of the feed refused the file.',
      network: 'The connection to the server of the feed failed, or its certificate isn’t trusted here.',
      overtaken: 'The feed names another version by now, of which the host doesn’t know yet.',
      withdrawn: 'The feed and the channel that are set don’t name it any more.',
    },
  },
  HCM5116: {
    title: ['The file of version {version} isn’t the signed one', 'The downloaded file isn’t the signed one'],
    cause: 'Its checksum differs from the one in the signed feed: it was damaged or replaced on the way.',
    next: 'Nothing was installed, and the file is deleted. Download it again, or tell whoever runs the feed.',
  },
  HCM5117: {
    title: ['Version {version} wasn’t installed', 'The new version wasn’t installed'],
    cause: ['{reason}', 'The system refused it, or nobody allowed it.'],
    next: 'The version before goes on. Try again, and allow the installation when the system asks.',
    reasons: {
      refused: 'The system’s installer refused it, or nobody allowed it.',
      unknown: 'The app started again, and was still the version before.',
    },
  },
  HCM5118: {
    title: ['Version {version} has no package for this computer', 'There is no package for this computer'],
    cause: 'The feed lists none for this system, processor and kind of package.',
    next: 'Ask whoever runs the feed, or install the new version by hand.',
  },
  HCM5119: {
    title: ['Version {version} can’t be put back', 'The version before can’t be put back'],
    cause:
      'Its package isn’t kept here any more, was changed, or has no signature that this version accepts.',
    next: 'Install the package of that version by hand.',
  },
} as const satisfies Record<string, ErrorText>;
