/** The frame codec against an independent reading of RFC 6455 (testing/frame-model): the same bytes, or the right refusal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelReading, SeenFrames, type ModelReading } from '../testing/frame-model.ts';
import { rawFrame } from '../testing/raw-frame.ts';
import { encodeFrame, FrameDecoder, FrameError, type FrameRole } from './frames.ts';

/** Feeds the bytes in pieces, each a buffer of its own, and goes on after an error: nothing may come of that. */
function decode(role: FrameRole, pieces: readonly Buffer[]): ModelReading {
  const seen = new SeenFrames();
  const decoder = new FrameDecoder(role, seen);
  let error: number | null = null;
  for (const piece of pieces) {
    try {
      decoder.push(Buffer.from(piece));
    } catch (thrown) {
      if (!(thrown instanceof FrameError)) throw thrown;
      expect(error).toBeNull();
      error = thrown.closeCode;
    }
  }
  const reading = seen.reading(error);
  if (error !== null || reading.close !== null) {
    const valid = rawFrame({
      mask: role === 'server' ? anyMask : null,
      fin: true,
      rsv: 0,
      opcode: 2,
      payload: Buffer.from('late'),
    });
    decoder.push(valid);
    expect(hex(seen.reading(error))).toEqual(hex(reading));
  }
  expect(seen.closes.length).toBeLessThanOrEqual(1);
  expect(seen.broken).toEqual([]);
  return reading;
}

function hex(reading: ModelReading): unknown {
  return {
    ...reading,
    messages: reading.messages.map((one) => ({ ...one, data: one.data.toString('hex') })),
    pings: reading.pings.map((one) => one.toString('hex')),
    pongs: reading.pongs.map((one) => one.toString('hex')),
  };
}

function cut(bytes: Buffer, at: readonly number[]): readonly Buffer[] {
  const places = [...new Set(at.map((one) => one % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}

const anyMask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);

const roles = fc.constantFrom<FrameRole>('client', 'server');

/** Frames that are mostly right, so that the wrong one comes in the middle of something. */
const anyFrame = fc.record({
  wrongMask: often(false, fc.constant(true)),
  fin: fc.boolean(),
  rsv: often(0, fc.integer({ min: 1, max: 7 })),
  opcode: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(0, 1, 2) },
    { weight: 4, arbitrary: fc.constantFrom(9, 10) },
    { weight: 2, arbitrary: fc.constantFrom(3, 8, 8, 8, 8, 8, 8, 8, 8, 11) },
  ),
  payload: fc.oneof(
    { weight: 40, arbitrary: fc.uint8Array({ maxLength: 20 }) },
    {
      weight: 10,
      arbitrary: fc.constantFrom(124, 125, 126, 127, 128).map((length) => Buffer.alloc(length, 'abc')),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(65_534, 65_535, 65_536, 65_537).map((length) => Buffer.alloc(length, 'abc')),
    },
    {
      weight: 10,
      arbitrary: fc
        .tuple(
          fc.constantFrom(999, 1000, 1001, 1004, 1005, 1006, 1011, 1015, 2999, 3000, 4999, 5000),
          fc.string(),
        )
        .map(([code, reason]) => Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)])),
    },
  ),
  lengthBytes: often(undefined, fc.constantFrom(2 as const, 8 as const)),
  claimed: often(undefined, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
});

function often<Value, Other>(usual: Value, other: fc.Arbitrary<Other>): fc.Arbitrary<Value | Other> {
  return fc.oneof({ weight: 24, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

function framesFor(role: FrameRole) {
  return fc.array(anyFrame, { minLength: 1, maxLength: 8 }).map((frames) => {
    const isClient = role === 'client';
    let open = false;
    const raw = frames.map(({ wrongMask, opcode: drawn, payload, ...rest }, index) => {
      // A message that was begun is mostly gone on with, else nothing longer would ever come about.
      const opcode = drawn <= 2 && index % 7 !== 6 ? (open ? 0 : drawn === 0 ? 2 : drawn) : drawn;
      if (opcode <= 2) open = !rest.fin;
      const said = opcode === 8 && payload.length < 20 && index % 2 === 0 ? [0x03, 0xe8] : payload;
      const fin = opcode >= 8 && index % 7 !== 6 ? true : rest.fin;
      return rawFrame({
        ...rest,
        fin,
        opcode,
        payload: Buffer.from(said),
        mask: isClient === wrongMask ? anyMask : null,
      });
    });
    return Buffer.concat(raw);
  });
}

describe('FrameDecoder and the RFC', () => {
  it('agree on every sequence of frames, right or wrong, however it is cut', () => {
    let refused = 0;
    let closed = 0;
    fc.assert(
      fc.property(
        roles.chain((role) => fc.tuple(fc.constant(role), framesFor(role))),
        fc.array(fc.nat(), { maxLength: 12 }),
        ([role, bytes], places) => {
          const expected = modelReading(role, bytes);
          if (expected.error !== null) refused++;
          if (expected.close !== null) closed++;
          expect(hex(decode(role, cut(bytes, places)))).toEqual(hex(expected));
        },
      ),
      { numRuns: 4_000 },
    );
    // Both ways were gone often enough to mean something.
    expect(refused).toBeGreaterThan(400);
    expect(closed).toBeGreaterThan(50);
  });

  it('agree on any bytes', () => {
    fc.assert(
      fc.property(
        roles,
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (role, bytes, places) => {
          const all = Buffer.from(bytes);
          expect(hex(decode(role, cut(all, places)))).toEqual(hex(modelReading(role, all)));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it('agree when every byte comes alone', () => {
    fc.assert(
      fc.property(
        roles.chain((role) => fc.tuple(fc.constant(role), framesFor(role))),
        ([role, whole]) => {
          const bytes = whole.subarray(0, 2_000);
          const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
          expect(hex(decode(role, pieces))).toEqual(hex(modelReading(role, bytes)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<readonly [FrameRole]>([['client'], ['server']])(
    'agree for a %s at every single cut of frames at the borders of the lengths',
    (role) => {
      for (const length of [0, 1, 125, 126, 127, 300]) {
        const payload = Buffer.alloc(length, 'payload');
        const mask = role === 'server' ? anyMask : null;
        const bytes = Buffer.concat([
          rawFrame({ mask, fin: false, rsv: 0, opcode: 1, payload }),
          rawFrame({ mask, fin: true, rsv: 0, opcode: 9, payload: payload.subarray(0, 125) }),
          rawFrame({ mask, fin: true, rsv: 0, opcode: 0, payload }),
          rawFrame({ mask, fin: true, rsv: 0, opcode: 8, payload: Buffer.from([3, 0xe8, 0x6f, 0x6b]) }),
        ]);
        const expected = hex(modelReading(role, bytes));
        for (let place = 0; place <= bytes.length; place++) {
          expect(hex(decode(role, cut(bytes, [place])))).toEqual(expected);
        }
      }
    },
  );
});

describe('encodeFrame and the RFC', () => {
  it.each<readonly [FrameRole, FrameRole]>([
    ['client', 'server'],
    ['server', 'client'],
  ])('agree on what a %s sends, for every length', (from, to) => {
    const lengths = [0, 1, 2, 3, 4, 5, 124, 125, 126, 127, 128, 65_534, 65_535, 65_536, 65_537, 1_000_000];
    for (const length of lengths) {
      const payload = Buffer.alloc(length, 'The quick brown fox');
      const bytes = Buffer.concat(encodeFrame(from, 2, true, Buffer.from(payload)));
      const [message, ...others] = modelReading(to, bytes).messages;
      expect(others).toEqual([]);
      expect(message).toMatchObject({ opcode: 2, complete: true });
      expect(message?.data.equals(payload)).toBe(true);
    }
  });
});

describe('FrameDecoder’s memory', () => {
  it('does not grow with what a header claims, nor with what passes through', () => {
    const count = 2_000;
    const part = Buffer.alloc(16 * 1024, 'x');
    const huge = rawFrame({
      mask: null,
      fin: true,
      rsv: 0,
      opcode: 2,
      payload: Buffer.alloc(0),
      claimed: 2n ** 52n,
    });
    // A control frame that never ends: the most that a decoder holds.
    const ping = rawFrame({
      mask: null,
      fin: true,
      rsv: 0,
      opcode: 9,
      payload: Buffer.alloc(124),
      claimed: 125n,
    });
    let received = 0;
    const handler = {
      onData: (data: Buffer) => void (received += data.length),
      onPing: () => undefined,
      onPong: () => undefined,
      onClose: () => undefined,
    };
    const before = heldBytes();
    const decoders = Array.from({ length: count }, (_, index) => {
      const decoder = new FrameDecoder('client', handler);
      const start = index % 2 === 0 ? huge : ping;
      for (const byte of start) decoder.push(Buffer.from([byte]));
      if (index % 2 === 0) decoder.push(Buffer.from(part));
      return decoder;
    });
    const grown = heldBytes() - before;
    expect(received).toBe((count / 2) * part.length);
    // 16 MiB went through; 4 KiB each is far more than header, mask and a control frame in single bytes need.
    expect(grown / decoders.length).toBeLessThan(16 * 1024);
  });
});

function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
