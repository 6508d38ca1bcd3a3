/** English texts for HCM51xx: feeds of releases. */
import type { ErrorText } from '../error-text.ts';

export const updateErrorTexts = {
  HCM5101: {
    title: 'No feed of releases is known',
    cause: 'This build names none, and none is set.',
    next: 'Enter the feed of your organization in Settings, Updates.',
  },
  HCM5102: {
    title: 'The feed has no release for this computer',
    cause: ['There is nothing at {url}.', 'It has none of this channel for this system.'],
    next: 'Check updateFeed and updateChannel, and what was put into that folder.',
  },
  HCM5103: {
    title: ['The feed of releases on {host} can’t be reached', 'The feed of releases can’t be reached'],
    cause: ['{reason}', 'The connection doesn’t come about.'],
    next: 'Check the network and the proxy of this host. It asks again by itself.',
    reasons: {
      name: 'Its name isn’t known in DNS.',
      refused: 'It refuses the connection.',
      timeout: 'It doesn’t answer in time.',
      network: 'There is no way to it from this host.',
      closed: 'The connection broke off before everything was there.',
      tls: 'It doesn’t answer with TLS.',
      handshake: 'There is no TLS version and cipher that both sides accept.',
    },
  },
  HCM5104: {
    title: 'This build accepts no release',
    cause: 'It was built without a key that releases are signed with, so it can’t tell a genuine one.',
    next: 'Install newer versions by hand, from where this one came.',
  },
  HCM5105: {
    title: ['{file} has no signature', 'A file of the feed has no signature'],
    cause: 'The file with its signature is missing or isn’t one. Nothing was used.',
    next: 'Tell whoever runs the feed: each file needs its .sig file beside it.',
  },
  HCM5106: {
    title: ['The signature of {file} is wrong', 'The signature of a file of the feed is wrong'],
    cause: ['{reason} Nothing was used.', 'Nothing was used.'],
    next: 'Don’t install anything from there. Tell whoever runs the feed.',
    reasons: {
      key: 'It was made with a key that this build doesn’t know.',
      bytes: 'The file was changed after it was signed, or signed as another one.',
    },
  },
  HCM5107: {
    title: ['{file} of the feed can’t be read', 'A file of the feed can’t be read'],
    cause: ['{reason}', 'It isn’t what this version expects.'],
    next: 'Tell whoever runs the feed. If it lasts, install the newer version by hand.',
    reasons: {
      version: 'Its version isn’t of the form 1.2.3.',
      content: 'It isn’t what this version expects.',
    },
  },
  HCM5108: {
    title: 'The feed’s answer is too large',
    cause: ['{url} goes on beyond what any file of a feed needs.', 'It goes on beyond what any needs.'],
    next: 'Check that updateFeed is the folder of a feed.',
  },
  HCM5109: {
    title: 'The feed points to where this host doesn’t follow',
    cause: ['{reason}', 'Only addresses with https are followed, 3 in a row at most.'],
    next: 'Set updateFeed to the address that the feed really has.',
    reasons: {
      scheme: '{url} points to an address without https.',
      count: '{url} points on and on.',
    },
  },
  HCM5110: {
    title: ['The feed answers with {status}', 'The feed answers with an error'],
    cause: ['{url} gives nothing else.', 'It gives nothing else.'],
    next: 'Try again later. If it lasts, check updateFeed, and whether the feed wants a sign-in.',
  },
  HCM5111: {
    title: ['The certificate of {host} is not accepted', 'The certificate of the feed is not accepted'],
    cause: ['{reason}', 'This host can’t tell whether it is the feed.'],
    next: 'Let this host trust the CA (setting extraCaFile), or have the certificate of the feed corrected.',
    reasons: {
      issuer: 'It was issued by {issuer}, which this host doesn’t trust.',
      authority: 'It was issued by a CA that this host doesn’t trust.',
      name: 'It is for another name.',
      dates: 'It has expired, or isn’t valid yet.',
    },
  },
} as const satisfies Record<string, ErrorText>;
