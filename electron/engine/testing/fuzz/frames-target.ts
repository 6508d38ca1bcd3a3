/** Frames from the relay or from a peer: what the decoder makes of them is what an independent reading makes of them. */
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';
import { FrameDecoder, FrameError, type FrameRole } from '../../relay/frames.ts';
import { modelReading, SeenFrames, type ModelReading } from '../frame-model.ts';
import { rawFrame } from '../raw-frame.ts';
import { must, type FuzzTarget } from './fuzz-target.ts';

/** The first byte says the role, the rest are the frames. */
export const framesTarget: FuzzTarget = {
  name: 'frames',
  corpus: [
    corpusFor('server', 130),
    corpusFor('client', 130),
    corpusFor('server', 300),
    corpusFor('client', 300),
    corpusFor('server', 1_000),
    corpusFor('client', 66_000),
  ],
  dictionary: [
    '\u0082~',
    '\u0082\u007f',
    '\u0088\u0002\u0003\u00e8',
    '\u0089\u0000',
    '\u0080\u0000',
    '\u0001',
  ],
  draw: (random) => {
    const role: FrameRole = random.chance(0.5) ? 'client' : 'server';
    const frames = Array.from({ length: random.between(1, 6) }, () => drawFrame(role, random));
    return Buffer.concat([Buffer.from([role === 'client' ? 0 : 1]), ...frames]);
  },
  run: (input, random) => {
    const role: FrameRole = (input[0] ?? 0) % 2 === 0 ? 'client' : 'server';
    const bytes = input.subarray(1);
    const expected = modelReading(role, Buffer.from(bytes));
    const seen = new SeenFrames();
    const decoder = new FrameDecoder(role, seen);
    let error: number | null = null;
    for (let at = 0; at < bytes.length;) {
      const end = Math.min(bytes.length, at + (random.chance(0.3) ? 1 : random.between(1, 4_096)));
      error = push(decoder, Buffer.from(bytes.subarray(at, end))) ?? error;
      at = end;
    }
    const found = seen.reading(error);
    must(seen.broken.length === 0, `the handler was told ${seen.broken.join(', ')}`);
    must(seen.closes.length <= 1, 'closed twice');
    must(text(found) === text(expected), 'the decoder and the RFC don’t agree');
    if (found.error !== null) return `refused ${found.error}`;
    return found.close !== null ? 'closed' : found.messages.length > 0 ? 'messages' : 'nothing';
  },
};

function push(decoder: FrameDecoder, piece: Buffer): number | null {
  try {
    decoder.push(piece);
    return null;
  } catch (error) {
    if (error instanceof FrameError) return error.closeCode;
    throw error;
  }
}

function text({ messages, pings, pongs, close, error }: ModelReading): string {
  const hex = (bytes: Buffer): string => bytes.toString('hex');
  const shown = messages.map(({ opcode, data, complete }) => [opcode, hex(data), complete]);
  return JSON.stringify([shown, pings.map(hex), pongs.map(hex), close, error]);
}

/** What such a decoder is sent: a server gets masked frames. */
function corpusFor(role: FrameRole, longest: number): Buffer {
  const mask = role === 'server' ? Buffer.from('mask') : null;
  const frame = (opcode: number, fin: boolean, payload: Buffer): Buffer =>
    rawFrame({ mask, fin, rsv: 0, opcode, payload });
  return Buffer.concat([
    Buffer.from([role === 'client' ? 0 : 1]),
    frame(2, true, Buffer.from('one')),
    frame(1, false, Buffer.alloc(126, 'x')),
    frame(9, true, Buffer.from('ping')),
    frame(0, true, Buffer.alloc(longest, 'y')),
    frame(10, true, Buffer.alloc(0)),
    frame(8, true, Buffer.from([0x03, 0xe8, 0x6f, 0x6b])),
  ]);
}

function drawFrame(role: FrameRole, random: SeededRandom): Buffer {
  const lengths = [0, 1, 2, 5, 125, 126, 127, 300];
  const length = random.chance(0.003) ? random.pick([65_535, 65_536, 70_000]) : random.pick(lengths);
  const isMasked = random.chance(0.02) !== (role === 'server');
  const opcode = random.pick([0, 0, 0, 1, 2, 2, 2, 8, 9, 10, random.between(0, 15)]);
  return rawFrame({
    mask: isMasked ? Buffer.from(random.bytes(4)) : null,
    fin: random.chance(0.6),
    rsv: random.chance(0.03) ? random.between(1, 7) : 0,
    opcode,
    payload: opcode === 8 ? drawClose(random) : Buffer.from(random.bytes(length)),
    lengthBytes: random.chance(0.03) ? random.pick([2, 8] as const) : undefined,
    claimed: random.chance(0.02)
      ? BigInt(random.between(0, 0xffff_ffff)) << BigInt(random.between(0, 31))
      : undefined,
  });
}

function drawClose(random: SeededRandom): Buffer {
  const code = random.chance(0.7) ? random.pick([1000, 1001, 1008, 1011, 3000]) : random.between(0, 65_535);
  const reason = Buffer.from(random.bytes(random.pick([0, 0, 1, 5, 123, 124])));
  return Buffer.concat([Buffer.from([code >> 8, code & 255]), reason]);
}
