/**
 * How both ends of the control socket prove that they can read the token file without sending it: each signs both
 * sides' nonces. The role is signed too, so that a proof can't be sent back as the other side's.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type Role = 'client' | 'server';

export interface Nonces {
  readonly server: string;
  readonly client: string;
}

export function createNonce(): string {
  return randomBytes(32).toString('base64url');
}

export function createInstance(): string {
  return randomBytes(6).toString('hex');
}

export function proofOf(token: Buffer, role: Role, nonces: Nonces): string {
  return createHmac('sha256', token).update(`${role}|${nonces.server}|${nonces.client}`).digest('base64url');
}

/** Takes the same time wherever the two differ. */
export function isProof(given: string, token: Buffer, role: Role, nonces: Nonces): boolean {
  const expected = Buffer.from(proofOf(token, role, nonces));
  const compared = Buffer.from(given);
  return compared.length === expected.length && timingSafeEqual(compared, expected);
}
