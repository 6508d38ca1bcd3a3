import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FrameDecoder } from './frames.ts';
import { fullBatchBytes, maskedMessages, messageBytes } from './masked-messages.ts';

/** What a server reads: every message, whole. */
function messagesIn(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  let parts: Buffer[] = [];
  const decoder = new FrameDecoder('server', {
    onData: (part, _opcode, _first, last) => {
      parts.push(Buffer.from(part));
      if (!last) return;
      messages.push(Buffer.concat(parts));
      parts = [];
    },
    onPing: () => expect.unreachable(),
    onPong: () => expect.unreachable(),
    onClose: () => expect.unreachable(),
  });
  decoder.push(Buffer.from(bytes));
  return messages;
}

describe('masked messages', () => {
  it.each([1, 125, 126, messageBytes - 1, messageBytes, messageBytes + 1, 65_536, fullBatchBytes, 300_000])(
    'carry %i bytes whole, and leave them as they were',
    (length) => {
      const payload = randomBytes(length);
      const before = Buffer.from(payload);
      const { bytes, release } = maskedMessages(payload);
      const messages = messagesIn(bytes);
      expect(Buffer.concat(messages).equals(before)).toBe(true);
      expect(payload.equals(before)).toBe(true);
      expect(Math.max(...messages.map((message) => message.length))).toBeLessThanOrEqual(messageBytes);
      release?.();
    },
  );

  it('fill TLS records: a full message and its header are 16 KiB', () => {
    const { bytes, release } = maskedMessages(Buffer.alloc(3 * messageBytes));
    expect(bytes.length).toBe(3 * 16_384);
    release?.();
  });

  it('have a key of their own each, never zero for all', () => {
    const { bytes, release } = maskedMessages(Buffer.alloc(16 * messageBytes));
    const keys = Array.from({ length: 16 }, (_, index) => bytes.readUInt32BE(index * 16_384 + 4));
    expect(new Set(keys).size).toBeGreaterThan(14);
    release?.();
  });

  it('take a buffer again only when it was released', () => {
    const payload = Buffer.alloc(fullBatchBytes, 1);
    const first = maskedMessages(payload);
    const second = maskedMessages(payload);
    expect(second.bytes.buffer).not.toBe(first.bytes.buffer);
    second.release?.();
    expect(maskedMessages(payload).bytes.buffer).toBe(second.bytes.buffer);
    expect(messagesIn(first.bytes).every((message) => message.every((byte) => byte === 1))).toBe(true);
  });

  it('take no large buffer for a few bytes', () => {
    const { bytes, release } = maskedMessages(Buffer.from('x'));
    expect(release).toBeUndefined();
    expect(bytes.buffer.byteLength).toBeLessThanOrEqual(65_536);
  });
});
