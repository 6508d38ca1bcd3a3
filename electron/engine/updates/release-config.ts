/**
 * Where this build looks for releases, and whose signature counts: assets/release.json at the time of the build, which is
 * whoever's that releases it (docs/releasing.md). A build without keys accepts no release. Nothing at run time adds a key.
 */
import { z } from 'zod';
import releaseJson from '../../../assets/release.json' with { type: 'json' };
import { isFeedAddress } from '../../contract/feed-address.ts';

/** Raw Ed25519 keys have 32 bytes. */
const publicKey = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'an Ed25519 key has 32 bytes');

const releaseConfigSchema = z.strictObject({
  /** Folder of the feed, `https://host/…/`; null where there is none. */
  feed: z
    .string()
    .refine((text) => isFeedAddress(text))
    .nullable(),
  keys: z
    .array(z.strictObject({ id: z.string().regex(/^[\w.-]{1,64}$/), publicKey }))
    .max(8)
    .readonly(),
});

export type ReleaseConfig = Readonly<z.infer<typeof releaseConfigSchema>>;

export type ReleaseKey = ReleaseConfig['keys'][number];

/** Of this build. */
export const productRelease: ReleaseConfig = releaseConfigSchema.parse(releaseJson);
