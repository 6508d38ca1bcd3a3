/**
 * Releases and updates: what a host finds out about newer versions, and how far this app is with one. Headless hosts and the
 * window learn of a release in the same way; only the desktop app can install one by itself.
 */
import { z } from 'zod';
import { errorDataSchema } from './connection-view.ts';
import { updateChannels, updateModes } from './update-choices.ts';

const count = z.int().min(0);

/** A version that is newer than this one, as the signed feed tells of it. */
export const releaseSchema = z.strictObject({
  version: z.string().min(1).max(64),
  /** Milliseconds since 1970-01-01 UTC; null where the feed doesn't say it. */
  publishedAt: z.number().nullable(),
  /** What changed: Markdown, of which headings, lists, emphasis and code are shown, and nothing else. */
  notes: z.string().max(65_536),
  /** Of the package for this computer, bytes; null when the feed has none for it. */
  sizeBytes: count.nullable(),
});

/** What a host knows of releases. */
export const hostUpdatesSchema = z.strictObject({
  current: z.string(),
  mode: z.enum(updateModes),
  channel: z.enum(updateChannels),
  /** Address of the feed that is asked; null when there is none. */
  feed: z.string().nullable(),
  /** Null: never asked. */
  checkedAt: z.number().nullable(),
  /** The newest release of the channel that is newer than this version; null when there is none. */
  release: releaseSchema.nullable(),
  /** Why the last question had no answer. */
  problem: errorDataSchema.nullable(),
});

/**
 * How far the app is.
 *
 *     off      none is looked for
 *     idle     none is known
 *     checking
 *     available → downloading → ready → installing
 *     (a failure goes back to where one can try again, with its problem)
 */
export const updatePhases = [
  'off',
  'idle',
  'checking',
  'available',
  'downloading',
  'ready',
  'installing',
] as const;

/** Why this installation can't put a newer version in its own place. */
export const installObstacles = ['package', 'development'] as const;

export const updateStateSchema = z.strictObject({
  phase: z.enum(updatePhases),
  current: z.string(),
  channel: z.enum(updateChannels),
  checkedAt: z.number().nullable(),
  release: releaseSchema.nullable(),
  /** While it downloads, bytes. */
  received: count,
  total: count,
  problem: errorDataSchema.nullable(),
  /** Null: Install and restart works here. */
  obstacle: z.enum(installObstacles).nullable(),
  /** The person doesn't want to hear of this release (again, or before a moment). */
  isQuiet: z.boolean(),
  /** The package of this version is kept: it can be put back, should the next one not come up. */
  keepsPackage: z.boolean(),
  /** Version to go back to, when this one was just installed and didn't come up well; null for none. */
  goBackTo: z.string().nullable(),
});

export type Release = Readonly<z.infer<typeof releaseSchema>>;
export type HostUpdates = Readonly<z.infer<typeof hostUpdatesSchema>>;
export type UpdatePhase = (typeof updatePhases)[number];
export type UpdateState = Readonly<z.infer<typeof updateStateSchema>>;
export type InstallObstacle = (typeof installObstacles)[number];
