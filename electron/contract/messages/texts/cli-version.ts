/** English texts of `hcm version --check`. */
import { localised } from '../localised.ts';

export const versionUsageTexts = localised({
  check: 'ask the feed of releases whether a newer version is there',
  channel: 'ask as with --check, about this channel instead of the setting updateChannel',
} as const satisfies Record<string, string>);

export const versionLabelTexts = localised({
  current: 'Version',
  newest: 'Newer version',
  published: 'Published',
  size: 'Size',
  channel: 'Channel',
  feed: 'Feed',
} as const satisfies Record<string, string>);

export const versionSentenceTexts = localised({
  upToDate: 'none, this is the newest one',
  notes: 'What has changed in {version}:',
  install: 'Install it the way this one was installed. Connections and keys stay.',
} as const satisfies Record<string, string>);
