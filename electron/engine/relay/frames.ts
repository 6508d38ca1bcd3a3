/**
 * RFC 6455 framing for the data path, both roles. Owns nothing but bytes: no socket, no timer.
 *
 * Why not `ws`: it answers a Close frame at once and delivers only whole messages, so it can neither half-close nor
 * forward fragments unbuffered (relay-protocol §4.1, §4.2; plan 5.4).
 *
 * Invariants: the decoder never holds payload of data frames (each chunk is handed on as it comes), holds at most 125
 * bytes of a control frame and 14 of a header; after an error it accepts nothing more.
 */
import { randomFillSync } from 'node:crypto';
import { createRequire } from 'node:module';

export const opcodes = {
  continuation: 0x0,
  text: 0x1,
  binary: 0x2,
  close: 0x8,
  ping: 0x9,
  pong: 0xa,
} as const;

/** Opcode of a message: what its first frame says. */
export type MessageOpcode = typeof opcodes.text | typeof opcodes.binary;

/** Largest payload of a control frame, RFC 6455 §5.5. */
export const maxControlPayload = 125;

/** `client` masks what it sends and refuses masked frames; `server` the other way round (RFC 6455 §5.1). */
export type FrameRole = 'client' | 'server';

export class FrameError extends Error {
  override readonly name = 'FrameError';
  /** Close code that RFC 6455 §7.4.1 gives this violation. */
  readonly closeCode: 1002 | 1007 | 1009;

  constructor(message: string, closeCode: 1002 | 1007 | 1009 = 1002) {
    super(message);
    this.closeCode = closeCode;
  }
}

/** What a Close frame said. `code` is 1005 when it carried none (RFC 6455 §7.1.5). */
export interface CloseInfo {
  readonly code: number;
  readonly reason: string;
}

export interface FrameHandler {
  /**
   * Part of a message, unmasked, at most as long as the chunk that was pushed. `first` marks the first part of a
   * message, `last` its end. Empty parts come only where they carry one of those marks.
   */
  onData(part: Buffer, opcode: MessageOpcode, first: boolean, last: boolean): void;
  onPing(payload: Buffer): void;
  onPong(payload: Buffer): void;
  /** Comes once at most; whatever follows a Close frame is dropped (RFC 6455 §5.5.1). */
  onClose(close: CloseInfo): void;
}

type Masker = (source: Buffer, mask: Buffer, output: Buffer, offset: number, length: number) => void;
type Unmasker = (buffer: Buffer, mask: Buffer) => void;

const { mask: applyMask, unmask: removeMask } = loadMasking();

/** `bufferutil` (native, optional) masks 64 KiB about 25 times faster than the loop below. */
function loadMasking(): { mask: Masker; unmask: Unmasker } {
  try {
    return createRequire(import.meta.url)('bufferutil') as { mask: Masker; unmask: Unmasker };
  } catch {
    return {
      mask: maskInScript,
      unmask: (buffer, mask) => maskInScript(buffer, mask, buffer, 0, buffer.length),
    };
  }
}

/** RFC 6455 §5.3 in plain script, for machines without a native build. */
export function maskInScript(
  source: Buffer,
  mask: Buffer,
  output: Buffer,
  offset: number,
  length: number,
): void {
  for (let index = 0; index < length; index++) {
    output[offset + index] = (source[index] ?? 0) ^ (mask[index & 3] ?? 0);
  }
}

/** Pool of random mask bytes: one system call for 2,048 frames. Each key is used once. */
const maskPool = Buffer.allocUnsafe(8192);
let maskPoolUsed = maskPool.length;

function nextMaskKey(): Buffer {
  if (maskPoolUsed >= maskPool.length) {
    randomFillSync(maskPool);
    maskPoolUsed = 0;
  }
  return maskPool.subarray(maskPoolUsed, (maskPoolUsed += 4));
}

/**
 * Header and payload of one frame, in that order. In the client role the payload is masked **in place**: the caller
 * gives its buffer away.
 */
export function encodeFrame(
  role: FrameRole,
  opcode: number,
  last: boolean,
  payload: Buffer,
): readonly [header: Buffer, payload: Buffer] {
  const masked = role === 'client';
  const header = Buffer.allocUnsafe(headerBytes(payload.length, masked));
  const end = writeHeader(header, 0, (last ? 0x80 : 0) | opcode, payload.length, masked);
  if (masked) {
    const key = nextMaskKey();
    key.copy(header, end);
    applyMask(payload, key, payload, 0, payload.length);
  }
  return [header, payload];
}

/**
 * Writes a whole binary message of a client, masked, into `target`; the payload stays as it was.
 * @returns where it ends.
 */
export function writeClientMessage(target: Buffer, start: number, payload: Buffer): number {
  const keyAt = writeHeader(target, start, 0x80 | opcodes.binary, payload.length, true);
  const key = nextMaskKey();
  key.copy(target, keyAt);
  applyMask(payload, key, target, keyAt + 4, payload.length);
  return keyAt + 4 + payload.length;
}

/** How many bytes stand before a payload of that length, RFC 6455 §5.2. */
export function headerBytes(length: number, masked: boolean): number {
  return 2 + (length < 126 ? 0 : length < 65_536 ? 2 : 8) + (masked ? 4 : 0);
}

/** Up to where the mask key begins. @returns that place. */
function writeHeader(target: Buffer, start: number, first: number, length: number, masked: boolean): number {
  const maskBit = masked ? 0x80 : 0;
  target[start] = first;
  if (length < 126) {
    target[start + 1] = maskBit | length;
    return start + 2;
  }
  if (length < 65_536) {
    target[start + 1] = maskBit | 126;
    return target.writeUInt16BE(length, start + 2);
  }
  target[start + 1] = maskBit | 127;
  return target.writeBigUInt64BE(BigInt(length), start + 2);
}

/** Payload of a Close frame. The reason is cut to fit 125 bytes without splitting a character. */
export function closePayload(code: number, reason: string): Buffer {
  if (code === 1005 || code === 1006) return Buffer.alloc(0);
  let text = Buffer.from(reason, 'utf8');
  if (text.length > maxControlPayload - 2) {
    let end = maxControlPayload - 2;
    while (end > 0 && ((text[end] ?? 0) & 0xc0) === 0x80) end--;
    text = text.subarray(0, end);
  }
  const payload = Buffer.allocUnsafe(2 + text.length);
  payload.writeUInt16BE(code, 0);
  text.copy(payload, 2);
  return payload;
}

/** Codes that may stand in a Close frame, RFC 6455 §7.4. */
export function isSendableCloseCode(code: number): boolean {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function readClose(payload: Buffer): CloseInfo {
  if (payload.length === 0) return { code: 1005, reason: '' };
  if (payload.length === 1) throw new FrameError('close frame with one byte of payload');
  const code = payload.readUInt16BE(0);
  if (!isSendableCloseCode(code)) throw new FrameError(`close code ${String(code)} may not be sent`);
  try {
    return { code, reason: strictUtf8.decode(payload.subarray(2)) };
  } catch {
    throw new FrameError('close reason is not UTF-8', 1007);
  }
}

const enum Reading {
  Header,
  Data,
  Control,
  Ended,
}

/** Longest frame header: 2 + 8 (length) + 4 (mask). */
const maxHeader = 14;

/**
 * Streaming decoder. `push` hands every complete part to the handler at once and may throw {@link FrameError}; the
 * buffers given to `push` are unmasked in place and parts of them are handed on.
 *
 *      Header ──► Data ──► Header …      (data frames: payload passes through)
 *         └─────► Control ──► Header     (control frames: payload gathered, ≤ 125 bytes)
 *                    └──────► Ended      (after Close, or after an error)
 */
export class FrameDecoder {
  readonly #role: FrameRole;
  readonly #handler: FrameHandler;
  #reading: Reading = Reading.Header;
  readonly #header = Buffer.allocUnsafe(maxHeader);
  #headerLength = 0;
  #frameOpcode = 0;
  #frameLast = false;
  #remaining = 0;
  readonly #mask = Buffer.alloc(4);
  #masked = false;
  /** How far the mask has turned: frames arrive in pieces that are no multiples of four. */
  #maskOffset = 0;
  #control: Buffer[] = [];
  #messageOpcode: MessageOpcode | undefined;
  #messageStarts = false;

  constructor(role: FrameRole, handler: FrameHandler) {
    this.#role = role;
    this.#handler = handler;
  }

  push(chunk: Buffer): void {
    let offset = 0;
    try {
      while (offset < chunk.length && this.#reading !== Reading.Ended) {
        offset =
          this.#reading === Reading.Header
            ? this.#readHeader(chunk, offset)
            : this.#readPayload(chunk, offset);
      }
    } catch (error) {
      this.#reading = Reading.Ended;
      this.#control = [];
      throw error;
    }
  }

  #readHeader(chunk: Buffer, start: number): number {
    let offset = start;
    while (offset < chunk.length) {
      this.#header[this.#headerLength++] = chunk[offset++] ?? 0;
      if (this.#headerLength === 2) this.#checkFirstBytes();
      if (this.#headerLength >= 2 && this.#headerLength === this.#headerSize()) {
        this.#startPayload();
        break;
      }
    }
    return offset;
  }

  #headerSize(): number {
    const second = this.#header[1] ?? 0;
    const length = second & 0x7f;
    return 2 + (length === 126 ? 2 : length === 127 ? 8 : 0) + (second & 0x80 ? 4 : 0);
  }

  #checkFirstBytes(): void {
    const first = this.#header[0] ?? 0;
    const second = this.#header[1] ?? 0;
    const opcode = first & 0x0f;
    if (first & 0x70) throw new FrameError('reserved bit set: no extension was agreed');
    if (((second & 0x80) !== 0) !== (this.#role === 'server')) {
      throw new FrameError(
        this.#role === 'server' ? 'frame from a client is not masked' : 'frame from a server is masked',
      );
    }
    if (opcode >= 0x8) {
      if (opcode > opcodes.pong) throw new FrameError(`unknown opcode ${String(opcode)}`);
      if (!(first & 0x80)) throw new FrameError('control frame is fragmented');
      if ((second & 0x7f) > maxControlPayload) throw new FrameError('control frame is longer than 125 bytes');
    } else if (opcode === opcodes.continuation) {
      if (this.#messageOpcode === undefined) throw new FrameError('continuation without a message');
    } else if (opcode > opcodes.binary) {
      throw new FrameError(`unknown opcode ${String(opcode)}`);
    } else if (this.#messageOpcode !== undefined) {
      throw new FrameError('a new message begins inside another');
    }
  }

  #startPayload(): void {
    const first = this.#header[0] ?? 0;
    const second = this.#header[1] ?? 0;
    this.#frameOpcode = first & 0x0f;
    this.#frameLast = (first & 0x80) !== 0;
    this.#masked = (second & 0x80) !== 0;
    this.#remaining = this.#payloadLength(second & 0x7f);
    if (this.#masked) this.#header.copy(this.#mask, 0, this.#headerLength - 4, this.#headerLength);
    this.#maskOffset = 0;
    this.#headerLength = 0;
    if (this.#frameOpcode >= 0x8) {
      this.#reading = Reading.Control;
      if (this.#remaining === 0) this.#endControl();
      return;
    }
    if (this.#frameOpcode !== opcodes.continuation) {
      this.#messageOpcode = this.#frameOpcode as MessageOpcode;
      this.#messageStarts = true;
    }
    this.#reading = Reading.Data;
    if (this.#remaining === 0) this.#data(Buffer.alloc(0));
  }

  #payloadLength(short: number): number {
    if (short === 126) {
      const length = this.#header.readUInt16BE(2);
      if (length < 126) throw new FrameError('length is not in its shortest form');
      return length;
    }
    if (short === 127) {
      const length = this.#header.readBigUInt64BE(2);
      if (length < 65_536n) throw new FrameError('length is not in its shortest form');
      if (length > BigInt(Number.MAX_SAFE_INTEGER))
        throw new FrameError('frame is longer than can be counted', 1009);
      return Number(length);
    }
    return short;
  }

  #readPayload(chunk: Buffer, start: number): number {
    const end = Math.min(chunk.length, start + this.#remaining);
    const part = chunk.subarray(start, end);
    this.#remaining -= part.length;
    if (this.#masked) this.#unmask(part);
    if (this.#reading === Reading.Data) {
      this.#data(part);
    } else {
      // A copy, since the caller's chunk may live much longer than these few bytes.
      this.#control.push(Buffer.from(part));
      if (this.#remaining === 0) this.#endControl();
    }
    return end;
  }

  #unmask(part: Buffer): void {
    const turn = this.#maskOffset & 3;
    if (turn === 0) {
      removeMask(part, this.#mask);
    } else {
      const turned = Buffer.concat([this.#mask.subarray(turn), this.#mask.subarray(0, turn)]);
      removeMask(part, turned);
    }
    this.#maskOffset = (this.#maskOffset + part.length) & 3;
  }

  #data(part: Buffer): void {
    const opcode = this.#messageOpcode ?? opcodes.binary;
    const frameEnds = this.#remaining === 0;
    const messageEnds = frameEnds && this.#frameLast;
    const first = this.#messageStarts;
    if (frameEnds) this.#reading = Reading.Header;
    if (messageEnds) this.#messageOpcode = undefined;
    if (part.length === 0 && !first && !messageEnds) return;
    this.#messageStarts = false;
    this.#handler.onData(part, opcode, first, messageEnds);
  }

  #endControl(): void {
    const payload =
      this.#control.length === 1 ? (this.#control[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#control);
    this.#control = [];
    this.#reading = Reading.Header;
    if (this.#frameOpcode === opcodes.ping) this.#handler.onPing(payload);
    else if (this.#frameOpcode === opcodes.pong) this.#handler.onPong(payload);
    else {
      this.#reading = Reading.Ended;
      this.#handler.onClose(readClose(payload));
    }
  }
}
