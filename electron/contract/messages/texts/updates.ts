/** English texts of newer versions: the popup, About, and the section of the settings (design §9.8). */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

export const upgradeTexts = localised({
  foundTitle: 'Version {version} is available',
  readyTitle: 'Version {version} is ready to install',
  installingTitle: 'Installing version {version}',
  goBackTitle: 'Version {version} didn’t come up well',
  youHave: 'You have {version}.',
  published: 'Published on {date}.',
  size: '{size} to download.',
  whatsNew: 'What changed',
  noNotes: 'The release says nothing about what changed.',
  noSessions: 'No session is open.',
  atOnce: 'They close at once.',
  finish: 'They get {seconds} seconds to finish, then close.',
  pause: 'Apps can’t connect until the new version has started, unless another host listens.',
  background: 'The background host goes on meanwhile. If it came with the same package, it is restarted.',
  keepsOld: 'If {next} doesn’t come up, {current} can be put back.',
  connectionsStay: 'All connections are there again afterwards.',
  downloading: 'Downloading',
  progress: '{received} of {total}',
  installing: 'The app starts again by itself.',
  byPackage:
    'This installation is upgraded by the one that installed it: the package manager, or your organization.',
  byDevelopment: 'This app runs from its sources, so there is no package to replace.',
  commandLine: 'hcm version --check says what is new on hosts without a window.',
  goBackText:
    'You can put {version} back. Your connections and settings stay; files that only the newer version reads can be looked at, not changed.',
  install: 'Install and restart',
  preparing: 'Preparing…',
  cancel: 'Cancel',
  later: 'Remind me',
  skip: 'Skip this version',
  goBack: 'Put {version} back',
  keepVersion: 'Keep {version}',
} as const satisfies Record<string, string>);

export const upgradeCountTexts = localised({
  sessions: { one: '{count} session is open.', other: '{count} sessions are open.' },
} as const satisfies Record<string, CountedText>);

export const updateStateTexts = localised({
  channel: 'Channel: {channel}',
  lastCheck: 'Last check: {time}',
  never: 'Never checked',
  checkNow: 'Check now',
  checking: 'Checking…',
  show: 'Show it',
  off: 'Newer versions aren’t looked for.',
  upToDate: 'This is the newest version.',
  notKnown: 'Whether there is a newer version isn’t known.',
  notChecked: 'Newer versions are looked for once a day.',
  available: 'Version {version} is available.',
  downloading: 'Version {version} is being downloaded.',
  ready: 'Version {version} is ready to install.',
  installing: 'Version {version} is being installed.',
  goBack: '{version} can be put back.',
} as const satisfies Record<string, string>);

export const updateChannelTexts = localised({
  stable: 'Stable',
  preview: 'Preview',
} as const satisfies Record<string, string>);
