/**
 * Bytes of a stream as binary messages of a client, ready for one write: masking is a pass over every byte anyway, so it
 * copies them behind their headers at the same time, and neither header nor payload needs a buffer or a write of its own.
 * Owns a small pool of large buffers, shared by all sessions.
 *
 * Invariants: the given bytes are read before the call returns and never again; a pooled buffer is used again only after
 * `release`; the pool never keeps more than `maxKept` of them.
 */
import { headerBytes, writeClientMessage } from './frames.ts';

/** A TLS record carries this much, RFC 8446 §5.1. */
const recordBytes = 16 * 1024;

/** With its header a message fills a record: the other side gets it whole, and none is spent on a rest. */
export const messageBytes = recordBytes - headerBytes(recordBytes, true);

/** What one buffer of the pool takes: as much as a socket lets wait (net/secure-socket). */
const pooledBytes = 256 * 1024;
const messagesPerBuffer = pooledBytes / recordBytes;

/** As many payload bytes as fill a buffer of the pool. */
export const fullBatchBytes = messagesPerBuffer * messageBytes;

/** Below this a buffer of their own is cheaper than one that is mostly empty. */
const minPooledBytes = 32 * 1024;

/** Those in use don't count: each belongs to a write that a socket bounds. */
const maxKept = 16;

const kept: Buffer[] = [];

export interface MaskedMessages {
  readonly bytes: Buffer;
  /** To be called when `bytes` have been written; undefined when there is nothing to do. */
  readonly release: (() => void) | undefined;
}

/** @param payload not empty */
export function maskedMessages(payload: Buffer): MaskedMessages {
  const isPooled = payload.length >= minPooledBytes && payload.length <= fullBatchBytes;
  const buffer = isPooled
    ? (kept.pop() ?? Buffer.allocUnsafeSlow(pooledBytes))
    : Buffer.allocUnsafe(sizeOf(payload.length));
  let end = 0;
  for (let start = 0; start < payload.length; start += messageBytes) {
    end = writeClientMessage(buffer, end, payload.subarray(start, start + messageBytes));
  }
  return { bytes: buffer.subarray(0, end), release: isPooled ? () => keep(buffer) : undefined };
}

function keep(buffer: Buffer): void {
  if (kept.length < maxKept) kept.push(buffer);
}

function sizeOf(length: number): number {
  const whole = Math.floor(length / messageBytes);
  const rest = length - whole * messageBytes;
  return whole * recordBytes + (rest === 0 ? 0 : headerBytes(rest, true) + rest);
}
