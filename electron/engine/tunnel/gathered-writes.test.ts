import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { GatheredWrites } from './gathered-writes.ts';

/** A socket that tells what each system call would take; it goes on when it is let. */
function socket() {
  const calls: string[][] = [];
  const waiting: (() => void)[] = [];
  const take = (parts: Buffer[], done: () => void): void => {
    calls.push(parts.map((part) => part.toString()));
    waiting.push(done);
  };
  const duplex = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => take([chunk], done),
    writev: (chunks, done) =>
      take(
        chunks.map(({ chunk }) => chunk as Buffer),
        done,
      ),
  });
  const letGoOn = (): void => waiting.shift()?.();
  return { socket: duplex, calls, letGoOn };
}

describe('gathered writes', () => {
  it('send what came in one turn by one call, in order', async () => {
    const { socket: tcp, calls, letGoOn } = socket();
    const writes = new GatheredWrites(tcp);
    for (const part of ['a', 'b', 'c']) expect(writes.write(Buffer.from(part))).toBe(true);
    expect(calls).toEqual([]);
    await turn();
    expect(calls).toEqual([['a', 'b', 'c']]);
    letGoOn();
    writes.write(Buffer.from('d'));
    await turn();
    expect(calls).toEqual([['a', 'b', 'c'], ['d']]);
    letGoOn();
  });

  it('send what waits before the end', async () => {
    const { socket: tcp, calls, letGoOn } = socket();
    new GatheredWrites(tcp).write(Buffer.from('last'));
    tcp.end();
    expect(calls).toEqual([['last']]);
    letGoOn();
    await once(tcp, 'finish');
    // The turn that would have sent it comes all the same.
    await turn();
    expect(calls).toHaveLength(1);
  });

  it('say stop when 256 KiB wait, and the socket says when to go on', async () => {
    const { socket: tcp, letGoOn } = socket();
    const writes = new GatheredWrites(tcp);
    const part = Buffer.alloc(64 * 1024);
    expect([1, 2, 3, 4].map(() => writes.write(part))).toEqual([true, true, true, false]);
    const drained = once(tcp, 'drain');
    await turn();
    letGoOn();
    await drained;
    expect(writes.write(part)).toBe(true);
  });
});
