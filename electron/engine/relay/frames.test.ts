import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closePayload,
  encodeFrame,
  FrameDecoder,
  FrameError,
  maskInScript,
  opcodes,
  type CloseInfo,
  type FrameRole,
} from './frames.ts';

interface Seen {
  readonly messages: { opcode: number; data: Buffer; complete: boolean }[];
  readonly pings: Buffer[];
  readonly pongs: Buffer[];
  readonly closes: CloseInfo[];
}

function decoder(role: FrameRole): { readonly seen: Seen; readonly decoder: FrameDecoder } {
  const seen: Seen = { messages: [], pings: [], pongs: [], closes: [] };
  return {
    seen,
    decoder: new FrameDecoder(role, {
      onData: (part, opcode, first, last) => {
        if (first) seen.messages.push({ opcode, data: Buffer.alloc(0), complete: false });
        const message = seen.messages.at(-1)!;
        message.data = Buffer.concat([message.data, part]);
        message.complete = last;
      },
      onPing: (payload) => seen.pings.push(payload),
      onPong: (payload) => seen.pongs.push(payload),
      onClose: (close) => seen.closes.push(close),
    }),
  };
}

function frame(role: FrameRole, opcode: number, last: boolean, payload: Buffer): Buffer {
  return Buffer.concat([...encodeFrame(role, opcode, last, Buffer.from(payload))]);
}

/** Hands the bytes over in pieces, each a buffer of its own. */
function pushInPieces(target: FrameDecoder, bytes: Buffer, cuts: readonly number[]): void {
  let start = 0;
  for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
    target.push(Buffer.from(bytes.subarray(start, cut)));
    start = cut;
  }
}

function refusal(role: FrameRole, bytes: Buffer): unknown {
  try {
    decoder(role).decoder.push(bytes);
  } catch (error) {
    return error;
  }
  return undefined;
}

const roles: readonly (readonly [FrameRole, FrameRole])[] = [
  ['client', 'server'],
  ['server', 'client'],
];

describe.each(roles)('frames from a %s to a %s', (from, to) => {
  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('carry %i bytes', (length) => {
    const payload = Buffer.alloc(length, 'abcdefg');
    const { seen, decoder: target } = decoder(to);
    target.push(frame(from, opcodes.binary, true, payload));
    expect(seen.messages).toHaveLength(1);
    expect(seen.messages[0]).toMatchObject({ opcode: 2, complete: true });
    expect(seen.messages[0]?.data.equals(payload)).toBe(true);
  });

  it('survive being cut at every byte', () => {
    const bytes = Buffer.concat([
      frame(from, opcodes.text, false, Buffer.from('first ')),
      frame(from, opcodes.ping, true, Buffer.from('ping')),
      frame(from, opcodes.continuation, true, Buffer.alloc(130, 'x')),
      frame(from, opcodes.close, true, closePayload(1000, 'Shutdown')),
    ]);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const { seen, decoder: target } = decoder(to);
      pushInPieces(target, bytes, [cut]);
      expect(seen.messages[0]?.data.toString()).toBe(`first ${'x'.repeat(130)}`);
      expect(seen.pings.map(String)).toEqual(['ping']);
      expect(seen.closes).toEqual([{ code: 1000, reason: 'Shutdown' }]);
    }
  });

  it('carry any messages in any pieces', () => {
    const messages = fc.array(
      fc.record({
        opcode: fc.constantFrom(opcodes.text, opcodes.binary),
        fragments: fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(messages, fc.array(fc.nat(3_000), { maxLength: 12 }), (all, cutNumbers) => {
        const bytes = Buffer.concat(
          all.flatMap(({ opcode, fragments }) =>
            fragments.map((fragment, index) =>
              frame(from, index === 0 ? opcode : 0, index === fragments.length - 1, Buffer.from(fragment)),
            ),
          ),
        );
        const { seen, decoder: target } = decoder(to);
        pushInPieces(
          target,
          bytes,
          cutNumbers.map((cut) => Math.min(cut, bytes.length)),
        );
        expect(
          seen.messages.map(({ opcode, data, complete }) => [opcode, data.toString('hex'), complete]),
        ).toEqual(
          all.map(({ opcode, fragments }) => [opcode, Buffer.concat(fragments).toString('hex'), true]),
        );
      }),
    );
  });

  it('drop what comes after a Close', () => {
    const { seen, decoder: target } = decoder(to);
    target.push(frame(from, opcodes.close, true, closePayload(1001, 'bye')));
    target.push(frame(from, opcodes.binary, true, Buffer.from('late')));
    expect(seen.messages).toEqual([]);
    expect(seen.closes).toEqual([{ code: 1001, reason: 'bye' }]);
  });
});

describe('FrameDecoder refuses', () => {
  const unmasked = (bytes: readonly number[]): unknown => refusal('client', Buffer.from(bytes));

  it.each([
    ['a reserved bit', unmasked([0xc2, 0])],
    ['an unknown data opcode', unmasked([0x83, 0])],
    ['an unknown control opcode', unmasked([0x8b, 0])],
    ['a masked frame from a server', unmasked([0x82, 0x80, 1, 2, 3, 4])],
    ['an unmasked frame from a client', refusal('server', Buffer.from([0x82, 0]))],
    ['a fragmented ping', unmasked([0x09, 0])],
    ['a long ping', unmasked([0x89, 126, 0, 126])],
    ['a continuation of nothing', unmasked([0x80, 0])],
    ['a message inside a message', unmasked([0x02, 1, 65, 0x82, 0])],
    ['a length that is not the shortest', unmasked([0x82, 126, 0, 5])],
    ['a long length that is not the shortest', unmasked([0x82, 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff])],
    ['a close of one byte', unmasked([0x88, 1, 3])],
    ['a close code that may not be sent', unmasked([0x88, 2, 0x03, 0xee])],
  ])('%s', (_name, error) => {
    expect(error).toBeInstanceOf(FrameError);
    expect(error).toMatchObject({ closeCode: 1002 });
  });

  it('a length beyond counting', () => {
    expect(unmasked([0x82, 127, 0xff, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({ closeCode: 1009 });
  });

  it('a close reason that is no UTF-8', () => {
    expect(unmasked([0x88, 3, 0x03, 0xe8, 0xff])).toMatchObject({ closeCode: 1007 });
  });

  it('everything after an error', () => {
    const { seen, decoder: target } = decoder('client');
    expect(() => target.push(Buffer.from([0xc2, 0]))).toThrow(FrameError);
    target.push(frame('server', opcodes.binary, true, Buffer.from('late')));
    expect(seen.messages).toEqual([]);
  });

  it('or reads any bytes, without a crash and without holding payload', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2_000 }),
        fc.constantFrom<FrameRole>('client', 'server'),
        (bytes, role) => {
          const error = refusal(role, Buffer.from(bytes));
          expect(error === undefined || error instanceof FrameError).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('masking', () => {
  it('uses a fresh random key for each frame and is never left out', () => {
    const keys = new Set<string>();
    for (let index = 0; index < 5_000; index++) {
      const [header] = encodeFrame('client', opcodes.binary, true, Buffer.from('abcd'));
      keys.add(header.subarray(2, 6).toString('hex'));
    }
    expect(keys.size).toBeGreaterThan(4_990);
  });

  it('is what RFC 6455 §5.3 says, in script too', () => {
    const source = Buffer.from('Hello');
    const output = Buffer.alloc(5);
    maskInScript(source, Buffer.from([0x37, 0xfa, 0x21, 0x3d]), output, 0, 5);
    expect([...output]).toEqual([0x7f, 0x9f, 0x4d, 0x51, 0x58]);
  });
});

describe('closePayload', () => {
  it('cuts a long reason between characters and leaves out codes that may not be sent', () => {
    const payload = closePayload(1011, 'é'.repeat(100));
    expect(payload.length).toBeLessThanOrEqual(125);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(payload.subarray(2))).toBe('é'.repeat(61));
    expect(closePayload(1005, 'x').length).toBe(0);
    expect(closePayload(1006, 'x').length).toBe(0);
  });
});
