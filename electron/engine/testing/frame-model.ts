/**
 * RFC 6455 read a second time, for tests alone: takes all bytes at once, says what a decoder has to make of them. Written
 * from the RFC and not from `relay/frames`, so that a mistake there is not repeated here.
 */

export interface ModelMessage {
  readonly opcode: number;
  readonly data: Buffer;
  readonly complete: boolean;
}

export interface ModelReading {
  readonly messages: readonly ModelMessage[];
  readonly pings: readonly Buffer[];
  readonly pongs: readonly Buffer[];
  readonly close: { readonly code: number; readonly reason: string } | null;
  /** Close code of the violation that ends the reading. */
  readonly error: number | null;
}

/** What the side in `role` has to make of the bytes: a server gets masked frames, a client unmasked ones. */
export function modelReading(role: 'client' | 'server', bytes: Buffer): ModelReading {
  const messages: { opcode: number; parts: Buffer[]; complete: boolean }[] = [];
  const pings: Buffer[] = [];
  const pongs: Buffer[] = [];
  let close: ModelReading['close'] = null;
  let error: number | null = null;
  let at = 0;
  while (close === null && error === null && at + 2 <= bytes.length) {
    const b0 = bytes.readUInt8(at);
    const b1 = bytes.readUInt8(at + 1);
    const [fin, rsv, opcode] = [b0 >= 128, (b0 >> 4) & 7, b0 & 15];
    const [masked, len7] = [b1 >= 128, b1 % 128];
    const isControl = opcode >= 8;
    const open = messages.at(-1)?.complete === false;
    // §5.1-§5.5: what the first two bytes alone give away.
    if (
      rsv !== 0 ||
      masked !== (role === 'server') ||
      ![0, 1, 2, 8, 9, 10].includes(opcode) ||
      (isControl && (!fin || len7 > 125)) ||
      (opcode === 0 && !open) ||
      ((opcode === 1 || opcode === 2) && open)
    ) {
      error = 1002;
      break;
    }
    const lengthBytes = len7 === 126 ? 2 : len7 === 127 ? 8 : 0;
    const headBytes = 2 + lengthBytes + (masked ? 4 : 0);
    if (at + headBytes > bytes.length) break;
    let length = BigInt(len7);
    if (lengthBytes > 0) {
      length = BigInt(`0x${bytes.toString('hex', at + 2, at + 2 + lengthBytes)}`);
      // §5.2: the minimal number of bytes; the most significant bit of 64 is 0.
      if (length < (lengthBytes === 2 ? 126n : 65_536n)) error = 1002;
      else if (length > 9_007_199_254_740_991n) error = 1009;
      if (error !== null) break;
    }
    const available = BigInt(bytes.length - at - headBytes);
    const taken = Number(length < available ? length : available);
    const payload = Buffer.from(bytes.subarray(at + headBytes, at + headBytes + taken));
    if (masked) {
      const key = bytes.subarray(at + headBytes - 4, at + headBytes);
      for (let index = 0; index < taken; index++) {
        payload.writeUInt8(payload.readUInt8(index) ^ key.readUInt8(index % 4), index);
      }
    }
    const whole = BigInt(taken) === length;
    at += headBytes + taken;
    if (!isControl) {
      if (opcode !== 0) messages.push({ opcode, parts: [], complete: false });
      const message = messages.at(-1);
      message?.parts.push(payload);
      if (message !== undefined && whole && fin) message.complete = true;
      continue;
    }
    if (!whole) break;
    if (opcode === 9) pings.push(payload);
    else if (opcode === 10) pongs.push(payload);
    else {
      const read = readClose(payload);
      if (typeof read === 'number') error = read;
      else close = read;
    }
  }
  return { messages: joined(messages), pings, pongs, close, error };
}

interface OpenMessage {
  readonly opcode: number;
  readonly parts: readonly Buffer[];
  readonly complete: boolean;
}

/** Whether a message of which nothing came yet is told of already is the decoder's business. */
function joined(messages: readonly OpenMessage[]): readonly ModelMessage[] {
  return messages
    .map(({ opcode, parts, complete }) => ({ opcode, data: Buffer.concat(parts), complete }))
    .filter(({ data, complete }) => complete || data.length > 0);
}

/** §5.5.1, §7.4: the close, or the code of what is wrong with it. */
function readClose(payload: Buffer): { readonly code: number; readonly reason: string } | number {
  if (payload.length === 0) return { code: 1005, reason: '' };
  if (payload.length === 1) return 1002;
  const code = payload.readUInt8(0) * 256 + payload.readUInt8(1);
  const isRegistered = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014].includes(
    code,
  );
  if (!isRegistered && (code < 3000 || code > 4999)) return 1002;
  const text = payload.subarray(2);
  const reason = text.toString('utf8');
  // A byte order mark is a character like others, which `TextDecoder` leaves out.
  const shown = reason.startsWith('\ufeff') ? reason.slice(1) : reason;
  return Buffer.from(reason, 'utf8').equals(text) ? { code, reason: shown } : 1007;
}

/** What a decoder told its handler, in the model's shape. A class, since parts have to be put together. */
export class SeenFrames {
  readonly #messages: { opcode: number; parts: Buffer[]; complete: boolean }[] = [];
  readonly pings: Buffer[] = [];
  readonly pongs: Buffer[] = [];
  readonly closes: { code: number; reason: string }[] = [];
  /** Against the handler's own contract: a part outside a message, two beginnings. */
  readonly broken: string[] = [];

  onData(part: Buffer, opcode: number, first: boolean, last: boolean): void {
    const open = this.#messages.at(-1);
    const isOpen = open !== undefined && !open.complete;
    if (first === isOpen) this.broken.push(first ? 'two beginnings' : 'a part of nothing');
    if (!first && isOpen && open.opcode !== opcode) this.broken.push('another opcode inside a message');
    if (part.length === 0 && !first && !last) this.broken.push('an empty part without a mark');
    if (first || open === undefined) this.#messages.push({ opcode, parts: [], complete: false });
    const message = this.#messages.at(-1);
    message?.parts.push(Buffer.from(part));
    if (message !== undefined) message.complete = last;
  }

  onPing(payload: Buffer): void {
    this.pings.push(Buffer.from(payload));
  }

  onPong(payload: Buffer): void {
    this.pongs.push(Buffer.from(payload));
  }

  onClose(close: { readonly code: number; readonly reason: string }): void {
    this.closes.push(close);
  }

  reading(error: number | null): ModelReading {
    return {
      messages: joined(this.#messages),
      pings: this.pings,
      pongs: this.pongs,
      close: this.closes[0] ?? null,
      error,
    };
  }
}
