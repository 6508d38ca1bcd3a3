/** Microsoft's HTTP listener package runs its own test-suite, unmodified, against the local relay (relay-protocol §11.1). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startPeerRelay } from './peer-relay.ts';
import type { PeerRelay } from './peer-relay.ts';

const peers = import.meta.dirname;
let peer: PeerRelay;
let folder: string;

beforeAll(async () => {
  peer = await startPeerRelay('a2');
  folder = await mkdtemp(join(tmpdir(), 'hyco-https-'));
});
afterAll(async () => {
  await peer.dispose();
  await rm(folder, { recursive: true, force: true });
});

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
});

it('hyco-https: its own 39 tests pass', async () => {
  const outputFile = join(folder, 'report.json');
  const configuration = {
    rootDir: join(peers, 'node_modules', 'hyco-https'),
    testMatch: ['<rootDir>/tests/*.test.js'],
    // The suite stands inside node_modules, where jest looks for no tests by itself.
    testPathIgnorePatterns: [],
    haste: { providesModuleNodeModules: ['hyco-https'] },
    testEnvironment: 'node',
  };
  const child = spawn(
    process.execPath,
    [
      ...['--require', join(peers, 'port-443.cjs')],
      join(peers, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...['--config', JSON.stringify(configuration)],
      // All files share one entity: side by side they would take each other's senders.
      ...['--runInBand', '--ci', '--json', `--outputFile=${outputFile}`],
    ],
    { env: { ...peer.environment, HOME: folder, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => void output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => void output.push(chunk));
  await once(child, 'close');
  const log = Buffer.concat(output).toString('utf8');
  const result = report.parse(JSON.parse(await readFile(outputFile, 'utf8').catch(() => log)));
  const failed = result.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed');
  expect(failed).toEqual([]);
  expect(result).toMatchObject({ numPassedTests: 39, numFailedTests: 0, numTotalTests: 39 });
});
