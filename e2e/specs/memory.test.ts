/** A slow reader must not fill the host: 1 GiB each way while what the host keeps in memory stays bounded. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBytes, writeBytes, type Transferred } from '../fixtures/byte-stream.ts';
import { residentBytes } from '../fixtures/process-facts.ts';
import { Stage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { openTunnel, untilRow, type Tunnel } from '../fixtures/tunnel.ts';

const mebibyte = 1024 * 1024;
const warmUpBytes = 64 * mebibyte;
const transferBytes = 1024 * mebibyte;
const readerBytesPerSecond = 10_000_000;
const mayGrowBytes = 64 * mebibyte;
const sampleEveryMs = 500;

let stage: Stage;
let target: Target;
let tunnel: Tunnel;

beforeAll(async () => {
  stage = await Stage.open();
  target = await Target.start();
  stage.afterwards(() => target.close());
  tunnel = await openTunnel(stage, target.endpoint);
});

afterAll(async () => {
  await stage.dispose();
});

interface BothWays {
  readonly sent: readonly Transferred[];
  readonly received: readonly Transferred[];
}

/** Two sessions at the same time, one for each direction, with a reader that takes no more than it is told. */
async function transferBothWays(bytes: number, bytesPerSecond: number): Promise<BothWays> {
  const [up, down] = await Promise.all([target.open(tunnel.port), target.open(tunnel.port)]);
  up.service.end();
  down.app.end();
  const [uploaded, stored, sent, received] = await Promise.all([
    writeBytes(up.app, bytes),
    readBytes(up.service, bytesPerSecond),
    writeBytes(down.service, bytes),
    readBytes(down.app, bytesPerSecond),
  ]);
  return { sent: [uploaded, sent], received: [stored, received] };
}

/** Samples the memory of processes until `work` is done. @returns the most that each had. */
async function peaksDuring(pids: readonly number[], work: Promise<unknown>): Promise<readonly number[]> {
  const peaks = pids.map(() => 0);
  const sample = async (): Promise<void> => {
    for (const [index, pid] of pids.entries()) {
      peaks[index] = Math.max(peaks[index] ?? 0, await residentBytes(pid));
    }
  };
  let failure: unknown;
  const timer = setInterval(
    () => void sample().catch((error: unknown) => (failure ??= error)),
    sampleEveryMs,
  );
  try {
    await work;
    await sample();
  } finally {
    clearInterval(timer);
  }
  if (failure !== undefined) throw new Error('a sample is missing', { cause: failure });
  return peaks;
}

it('moves 1 GiB each way past a slow reader within 64 MB', { timeout: 300_000 }, async () => {
  const names = ['host', 'relay', 'sender'] as const;
  const pids = [tunnel.host.pid, tunnel.relay.process.pid, tunnel.forward.pid];
  await transferBothWays(warmUpBytes, Infinity);
  const before = await Promise.all(pids.map(residentBytes));

  const started = performance.now();
  const transfer = transferBothWays(transferBytes, readerBytesPerSecond);
  const peaks = await peaksDuring(pids, transfer);
  const seconds = (performance.now() - started) / 1000;
  const { sent, received } = await transfer;

  const figures = names.map((name, index) => {
    const [from, to] = [before[index] ?? 0, peaks[index] ?? 0].map((bytes) => (bytes / mebibyte).toFixed(1));
    return `${name} ${from} -> ${to} MiB`;
  });
  process.stdout.write(`1 GiB each way in ${seconds.toFixed(1)} s; resident memory: ${figures.join(', ')}\n`);

  expect(received.map(({ bytes }) => bytes)).toEqual([transferBytes, transferBytes]);
  expect(received).toEqual(sent);
  // The readers were slow indeed, so that something had to wait somewhere.
  expect(seconds).toBeGreaterThan((transferBytes / readerBytesPerSecond) * 0.95);
  expect((peaks[0] ?? Infinity) - (before[0] ?? 0)).toBeLessThanOrEqual(mayGrowBytes);
  const { bytesIn, bytesOut } = await untilRow(stage, 'tunnel', 'is idle', ({ sessions }) => sessions === 0);
  expect(Math.min(bytesIn, bytesOut)).toBeGreaterThanOrEqual(transferBytes + warmUpBytes);
});
