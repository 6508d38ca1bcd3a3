/** One frame of RFC 6455 written by hand, right or wrong: `encodeFrame` makes nothing wrong, and draws its masks itself. */

export interface RawFrame {
  /** Null: not masked. */
  readonly mask: Buffer | null;
  readonly fin: boolean;
  readonly rsv: number;
  readonly opcode: number;
  readonly payload: Buffer;
  /** Bytes of the length; the shortest when left out. */
  readonly lengthBytes?: 0 | 2 | 8 | undefined;
  /** What the header says instead of the truth. */
  readonly claimed?: bigint | undefined;
}

export function rawFrame({ mask, fin, rsv, opcode, payload, ...given }: RawFrame): Buffer {
  const claimed = given.claimed ?? BigInt(payload.length);
  const shortest = claimed < 126n ? 0 : claimed < 65_536n ? 2 : 8;
  const lengthBytes = Math.max(given.lengthBytes ?? shortest, shortest);
  const head = Buffer.alloc(2 + lengthBytes);
  head[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  head[1] = (mask ? 0x80 : 0) | (lengthBytes === 0 ? Number(claimed) : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) head.writeUInt16BE(Number(claimed), 2);
  if (lengthBytes === 8) head.writeBigUInt64BE(claimed, 2);
  if (mask === null) return Buffer.concat([head, payload]);
  return Buffer.concat([head, mask, payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))]);
}
