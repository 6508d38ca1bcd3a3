/**
 * A sealed secret as it is stored. The backend's name stands in it, so that a program that lacks the backend can say so
 * instead of guessing (plan 5.9).
 */
import { z } from 'zod';

/** `keyFile`: AES-256-GCM with a key file. `safeStorage`: the desktop's keyring, through the app. */
export type SecretBackend = 'keyFile' | 'safeStorage';

/** Backends and versions that this program doesn't know are kept, not refused: a newer one may have written them. */
export const envelopeSchema = z.strictObject({
  version: z.int().min(1),
  backend: z.string().min(1).max(64),
  /** base64; what is in it is the backend's business. */
  data: z.string().max(65_536),
});

export type Envelope = Readonly<z.infer<typeof envelopeSchema>>;
