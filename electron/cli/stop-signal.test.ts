import { describe, expect, it } from 'vitest';
import { listenForStop } from './stop-signal.ts';
import { createTestIo } from './testing/test-io.ts';

describe('listenForStop', () => {
  it('asks with the first signal, hurries with the second, and ends the process with the third', async () => {
    const io = createTestIo();
    let hurried = 0;
    const stop = listenForStop(io, () => (hurried += 1));
    io.sendSignal();
    await stop.asked;
    expect([stop.signal.aborted, hurried, io.exits]).toEqual([true, 0, []]);
    io.sendSignal();
    expect([hurried, io.exits]).toEqual([1, []]);
    io.sendSignal();
    expect([hurried, io.exits]).toEqual([1, [0]]);
  });

  it('ends the process with the second signal where nothing could go faster', () => {
    const io = createTestIo();
    const stop = listenForStop(io);
    io.sendSignal();
    expect(io.exits).toEqual([]);
    io.sendSignal();
    expect(io.exits).toEqual([0]);
    stop.dispose();
    io.sendSignal();
    expect(io.exits).toEqual([0]);
  });
});
