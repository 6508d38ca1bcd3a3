import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { opcodes } from '../engine/relay/frames.ts';
import type { RawPeer } from './testing/raw-peer.ts';
import type { TestListener } from './testing/test-listener.ts';
import { TestRelay } from './testing/test-relay.ts';

const mebibyte = 1024 * 1024;

describe('an open session', () => {
  let test: TestRelay;
  let listener: TestListener;
  let sender: RawPeer;
  let rendezvous: RawPeer;

  beforeEach(async () => {
    test = await TestRelay.start({
      limits: { sendLimitMs: 500, halfClosedIdleMs: 30_000, handshakeMs: 2_000 },
    });
    listener = await test.listener();
    ({ sender, rendezvous } = await test.session(listener));
  });
  afterEach(async () => {
    await test.dispose();
  });

  async function endEvent() {
    return vi.waitFor(() => {
      const found = test.events.find((event) => event.type === 'sender-closed');
      if (found === undefined) throw new Error('still open');
      return found;
    });
  }

  /** Sends in 64 KiB messages; gives the hash. */
  async function stream(from: RawPeer, bytes: number): Promise<string> {
    const hash = createHash('sha256');
    for (let sent = 0; sent < bytes; sent += 65_536) {
      const part = randomBytes(Math.min(65_536, bytes - sent));
      hash.update(part);
      await from.send(part);
    }
    return hash.digest('hex');
  }

  it('row 15: keeps opcode, fragments and the ends of messages both ways', async () => {
    for (const [from, to] of [
      [sender, rendezvous],
      [rendezvous, sender],
    ] as const) {
      await from.send('he', { opcode: opcodes.text, last: false });
      await vi.waitFor(() => expect(to.text).toBe('he'));
      // The first fragment is there before the message is whole.
      await from.send('llo', { opcode: opcodes.continuation, last: true });
      await from.send('', { opcode: opcodes.binary });
      await from.send('x', { opcode: opcodes.binary });
      await vi.waitFor(() => expect(to.text).toBe('hellox'));
      expect(to.parts.map(({ opcode, first, last }) => ({ opcode, first, last }))).toEqual([
        { opcode: opcodes.text, first: true, last: false },
        { opcode: opcodes.text, first: false, last: true },
        { opcode: opcodes.binary, first: true, last: true },
        { opcode: opcodes.binary, first: true, last: true },
      ]);
    }
  });

  it('row 15: sender closes first, then 10 MiB come back whole', async () => {
    await sender.sendClose(1000, 'done sending');
    expect(await rendezvous.closed).toEqual({ code: 1000, reason: 'done sending' });
    sender.discardParts();
    const hash = await stream(rendezvous, 10 * mebibyte);
    await rendezvous.sendClose(1000, 'done too');
    expect(await sender.closed).toEqual({ code: 1000, reason: 'done too' });
    expect(sender.receivedBytes).toBe(10 * mebibyte);
    expect(sender.sha256).toBe(hash);
    expect(await Promise.all([sender.ended, rendezvous.ended])).toEqual(['end', 'end']);
    expect(await endEvent()).toMatchObject({
      how: 'closed',
      by: 'sender',
      code: 1000,
      reason: 'done sending',
      bytesToSender: 10 * mebibyte,
      bytesToListener: 0,
    });
  });

  it('row 15: listener closes first, then 10 MiB go up whole', async () => {
    await rendezvous.sendClose(1000, 'Shutdown');
    expect(await sender.closed).toEqual({ code: 1000, reason: 'Shutdown' });
    rendezvous.discardParts();
    const hash = await stream(sender, 10 * mebibyte);
    await sender.sendClose();
    await rendezvous.closed;
    expect(rendezvous.receivedBytes).toBe(10 * mebibyte);
    expect(rendezvous.sha256).toBe(hash);
    expect(await endEvent()).toMatchObject({ how: 'closed', by: 'listener', bytesToListener: 10 * mebibyte });
  });

  it('row 16: forwards a clean close with code and reason within 500 ms', async () => {
    for (const [code, reason] of [[4321, 'own reason é']] as const) {
      const began = Date.now();
      await sender.sendClose(code, reason);
      expect(await rendezvous.closed).toEqual({ code, reason });
      expect(Date.now() - began).toBeLessThan(500);
      await rendezvous.sendClose(code, reason);
      expect(await sender.closed).toEqual({ code, reason });
    }
  });

  it('forwards a Close without a code as one without a code', async () => {
    await sender.send('', { opcode: opcodes.close });
    expect(await rendezvous.closed).toEqual({ code: 1005, reason: '' });
  });

  it('row 16: a reset of one side reaches the other as a reset within 1 s', async () => {
    const began = Date.now();
    sender.reset();
    expect(await rendezvous.ended).toBe('reset');
    expect(Date.now() - began).toBeLessThan(1000);
    expect(await endEvent()).toMatchObject({ how: 'aborted', by: 'sender', code: 1006 });

    const other = await test.session(listener);
    const again = Date.now();
    other.rendezvous.reset();
    expect(await other.sender.ended).toBe('reset');
    expect(Date.now() - again).toBeLessThan(1000);
  });

  it('row 16: an end without a Close frame is an abort too', async () => {
    rendezvous.endTcp();
    expect(await sender.ended).toBe('reset');
    expect(await endEvent()).toMatchObject({ how: 'aborted', by: 'listener' });
  });

  it('row 16: losing the closed side while the other still sends is an abort', async () => {
    await sender.sendClose();
    await rendezvous.closed;
    sender.reset();
    expect(await rendezvous.ended).toBe('reset');
  });

  it('row 28: answers pings itself and forwards none', async () => {
    await sender.send('one', { opcode: opcodes.ping });
    await sender.send('unasked', { opcode: opcodes.pong });
    await vi.waitFor(() => expect(sender.pongs.map(String)).toEqual(['one']));
    await rendezvous.send('two', { opcode: opcodes.ping });
    await vi.waitFor(() => expect(rendezvous.pongs.map(String)).toEqual(['two']));
    expect([sender.parts, rendezvous.parts]).toEqual([[], []]);
  });

  it('keeps running when the control channel goes', async () => {
    listener.socket.terminate();
    await listener.closed;
    await sender.send('still here');
    await vi.waitFor(() => expect(rendezvous.text).toBe('still here'));
  });

  it('row 33: bears a message of 100,000 one-byte fragments', async () => {
    const one = Buffer.from('828100000000', 'hex');
    const frames = Array.from({ length: 100_000 }, (_, index) => {
      const first = index === 0 ? 0x02 : 0x00;
      const last = index === 99_999 ? 0x80 : 0x00;
      const frame = Buffer.concat([one, Buffer.from([index & 0xff])]);
      frame[0] = first | last;
      return frame;
    });
    await sender.sendBytes(Buffer.concat(frames));
    await vi.waitFor(() => expect(rendezvous.receivedBytes).toBe(100_000), { timeout: 10_000 });
    expect(rendezvous.parts.filter(({ first }) => first)).toHaveLength(1);
    expect(rendezvous.parts.filter(({ last }) => last)).toHaveLength(1);
  });

  it('passes one message of 1 GiB in one frame through bounded memory', async () => {
    const length = 1024 * mebibyte;
    rendezvous.discardParts();
    const header = Buffer.from('82ff000000000000000000000000', 'hex');
    header.writeBigUInt64BE(BigInt(length), 2);
    await sender.sendBytes(header);
    const part = Buffer.alloc(mebibyte, 7);
    const before = process.memoryUsage().rss;
    let highest = before;
    for (let sent = 0; sent < length; sent += part.length) {
      await sender.sendBytes(part);
      if (sent % (64 * mebibyte) === 0) highest = Math.max(highest, process.memoryUsage().rss);
    }
    await vi.waitFor(() => expect(rendezvous.receivedBytes).toBe(length), { timeout: 30_000 });
    // Relay and both peers live in this process; a relay that gathers the message would need 1 GiB more.
    expect(highest - before).toBeLessThan(400 * mebibyte);
  }, 90_000);

  it('stops reading from a sender whose listener does not read, and goes on with it', async () => {
    rendezvous.pause();
    let sent = 0;
    const stop = new AbortController();
    const part = Buffer.alloc(256 * 1024, 1);
    const sending = (async () => {
      while (!stop.signal.aborted && sent < 256 * mebibyte) {
        await sender.send(Buffer.from(part));
        sent += part.length;
      }
    })();
    let last = -1;
    await vi.waitFor(
      () => {
        const moved = sent !== last;
        last = sent;
        if (moved || sent === 0) throw new Error('still flowing');
      },
      { interval: 100, timeout: 10_000 },
    );
    stop.abort();
    // What fits into four kernel buffers and our marks is far below what a relay without backpressure would take.
    expect(sent).toBeLessThan(64 * mebibyte);
    rendezvous.resume();
    await sending;
    await vi.waitFor(() => expect(rendezvous.receivedBytes).toBe(sent), { timeout: 10_000 });
  }, 30_000);

  it('cuts both off when one takes nothing for the send limit', async () => {
    rendezvous.pause();
    const part = Buffer.alloc(mebibyte);
    const flood = (async () => {
      for (let count = 0; count < 64; count++) await sender.send(Buffer.from(part));
    })().catch(() => undefined);
    expect(await sender.ended).toBe('reset');
    expect(await endEvent()).toMatchObject({ how: 'aborted', reason: 'took no data for 500 ms' });
    await Promise.race([flood, sender.ended]);
  }, 15_000);

  it('ends a session whose peer breaks the framing: 1002 for it, a reset for the other', async () => {
    await sender.sendBytes(Buffer.from('c28100000000ff', 'hex'));
    expect(await sender.closed).toMatchObject({ code: 1002 });
    expect(await rendezvous.ended).toBe('reset');
    expect(test.relay.listenerCount('hc1')).toBe(1);

    const other = await test.session(listener);
    await other.rendezvous.sendBytes(Buffer.from('8203616263', 'hex'));
    expect(await other.rendezvous.closed).toMatchObject({ code: 1002 });
    expect(await other.sender.ended).toBe('reset');
  });

  it('does not gather answers to a flood of pings that nobody reads', async () => {
    rendezvous.pause();
    const ping = Buffer.concat([Buffer.from('89fd00000000', 'hex'), Buffer.alloc(125)]);
    const flood = Buffer.concat(Array.from({ length: 8000 }, () => ping));
    for (let count = 0; count < 40; count++) await rendezvous.sendBytes(flood);
    await rendezvous.send('after the flood');
    await vi.waitFor(() => expect(sender.text).toBe('after the flood'), { timeout: 10_000 });
    rendezvous.resume();
    await rendezvous.send('last', { opcode: opcodes.ping });
    await vi.waitFor(() => expect(rendezvous.pongs.at(-1)?.toString()).toBe('last'), { timeout: 10_000 });
    expect(rendezvous.pongs.length).toBeLessThan(320_000);
  }, 30_000);
});

describe('a half-closed session', () => {
  it('is cut off when it is silent for too long', async () => {
    const test = await TestRelay.start({ limits: { halfClosedIdleMs: 100 } });
    try {
      const { sender, rendezvous } = await test.session(await test.listener());
      await sender.sendClose();
      await rendezvous.closed;
      expect(await Promise.all([sender.ended, rendezvous.ended])).toEqual(['reset', 'reset']);
    } finally {
      await test.dispose();
    }
  });
});
