import { describe, expect, it } from 'vitest';
import { createNonce, isProof, proofOf } from './handshake.ts';

const token = Buffer.alloc(32, 1);
const nonces = { server: createNonce(), client: createNonce() };

describe('proofs', () => {
  it('are HMAC-SHA256 over role and both nonces', () => {
    // printf 'client|s|c' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101… -binary | basenc --base64url
    expect(proofOf(token, 'client', { server: 's', client: 'c' })).toBe(
      'GUrpr1M_It67RfBLNmVbnGsIp3eXqQGQEZM_YYFYZBw',
    );
  });

  it('hold for that token, role and nonces only', () => {
    const proof = proofOf(token, 'client', nonces);
    expect(isProof(proof, token, 'client', nonces)).toBe(true);
    expect(isProof(proof, Buffer.alloc(32, 2), 'client', nonces)).toBe(false);
    expect(isProof(proof, token, 'server', nonces)).toBe(false);
    expect(isProof(proof, token, 'client', { ...nonces, server: createNonce() })).toBe(false);
    expect(isProof(proof, token, 'client', { ...nonces, client: createNonce() })).toBe(false);
    expect(isProof(proof.slice(1), token, 'client', nonces)).toBe(false);
    expect(isProof('', token, 'client', nonces)).toBe(false);
  });

  it('never meet the same nonce twice', () => {
    const many = Array.from({ length: 1_000 }, createNonce);
    expect(new Set(many).size).toBe(many.length);
    expect(many.every((nonce) => /^[\w-]{43}$/u.test(nonce))).toBe(true);
  });
});
