/** English texts of `hcm plan` and `hcm apply`: help, what is wrong with a file, changes in words. */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

export const desiredUsageTexts = localised({
  plan: 'Show what apply would change, and change nothing',
  apply: 'Make the connections of this host what a file says',
  file: 'YAML or JSON file (docs/declarative.md); - reads it from standard input',
  prune: 'remove the connections that the file doesn’t name',
  yes: 'remove without asking',
} as const satisfies Record<string, string>);

/** What is wrong at a place of the file, for HCM1070. */
export const desiredReasonTexts = localised({
  syntax: 'It is no YAML or JSON that can be read',
  duplicate: 'The same key is there twice',
  alias: 'Anchors and aliases aren’t taken',
  tag: 'Tags aren’t taken',
  depth: 'It is nested too deeply',
  size: 'It is larger than 1 MB',
  text: 'It is no UTF-8 text',
  unknownKey: 'There is no key {key}',
  unknownKeys: 'There is a key that the format doesn’t know',
  missing: '{key} is missing',
  type: 'Another kind of value belongs here',
  version: 'The version has to be 1',
  count: 'There are more than {limit} connections',
  source: 'Here belongs env: NAME or file: PATH',
  value: 'This value can’t be used',
} as const satisfies Record<string, string>);

export const desiredSentenceTexts = localised({
  place: '{file}: {place}: {text}',
  placeAtLine: '{file}, line {line}: {place}: {text}',
  whole: 'file',
  nothing: 'Nothing to change: {unchanged}.',
  plan: 'Plan: {add}, {change}, {remove}; {unchanged}.',
  removeQuestion:
    'Make these changes? {remove}; apps can’t reach its endpoint through this host any more. [y/N]',
  notApplied: 'Nothing is changed.',
  progress: '{count} of {total}',
  failed: '{name} ({host}): {title}',
  failedWhy: '{cause} {code}',
  applied: 'Done: {done}.',
  appliedWithout: 'Done: {done}; not done: {failed}.',
} as const satisfies Record<string, string>);

export const desiredCountTexts = localised({
  add: { one: '{count} to add', other: '{count} to add' },
  change: { one: '{count} to change', other: '{count} to change' },
  remove: { one: '{count} to remove', other: '{count} to remove' },
  unchanged: { one: '{count} connection as it shall be', other: '{count} connections as they shall be' },
  changes: { one: '{count} change', other: '{count} changes' },
} as const satisfies Record<string, CountedText>);

/** Names of what differs, as the file calls it. */
export const desiredPartTexts = localised({
  primaryKey: 'key',
  secondaryKey: 'secondary key',
  endpoint: 'endpoint',
  caPem: 'CA',
  limits: 'limits',
  enabled: 'enabled',
} as const satisfies Record<string, string>);

export const desiredValueTexts = localised({
  fromTo: '{from} → {to}',
  anotherKey: 'another key of {name}',
  none: 'none',
  endpointOfAzure: 'as Azure names it',
  commonTrust: 'as for every relay',
  pinned: 'SHA-256 {name}',
} as const satisfies Record<string, string>);
