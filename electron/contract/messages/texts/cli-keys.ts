/** English texts of `hcm sync-keys` and `hcm rotate-keys`. */
import { localised } from '../localised.ts';
import type { KeySlot } from '../../connection.ts';

export const keysUsageTexts = localised({
  sync: 'Fetch the keys of connections from Azure again; sessions go on',
  all: 'all connections that listen with keys',
  rootKey: 'also with the key of RootManageSharedAccessKey, which may do everything',
  rotate: 'Regenerate both keys of a connection in Azure; sessions go on',
  yes: 'don’t ask',
} as const);

export const keysSentenceTexts = localised({
  changed: '{name}: {keys} put in place.',
  unchanged: '{name}: both keys are as in Azure.',
  failed: '{name}: its keys couldn’t all be put in place.',
  rotateSteps: 'The keys of {name} are rotated so:',
  rotateStep: '{number}. {step}',
  rotateOthers: 'Other hosts and apps that use the same keys need the new ones afterwards.',
  rotateQuestion: 'Rotate them now? [y/N]',
  notRotated: 'Nothing was rotated.',
  stepDone: '{step}: done.',
  stopping: 'It stops behind this step.',
  stopped: 'Stopped; what was done stays. Rotate again, or take in Azure’s keys with hcm sync-keys.',
  rotated: 'Both keys of {name} are new, and this host listens with the primary one.',
} as const);

/** By how many and which. */
export const syncedKeyTexts: Readonly<Record<KeySlot | 'both', string>> = localised({
  primary: 'primary key',
  secondary: 'secondary key',
  both: 'both keys',
});
