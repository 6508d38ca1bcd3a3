// @ts-check
/**
 * From the start of the app's process to a table that can be used, beside an Electron app with an empty window, turn by turn
 * in the same runtime. Each page marks the moment itself, after the frame that shows it; it is read afterwards, so that
 * nobody's looking on is in the figures. Each start has a profile of its own: nothing is warm but the computer's files.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { resolveElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { startScreen } from '../../scripts/virtual-screen.mjs';
import { BenchStage } from '../stage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const apps = {
  // The build for tests: the product lets nobody look into it.
  hcm: join(root, 'out', 'e2e-app'),
  empty: join(root, 'bench', 'empty-window'),
};
const usableWithinMs = 60_000;
/** Far longer than either takes: each look costs the app some of the time that is measured. */
const firstLookMs = 3_000;
const lookEveryMs = 100;

/**
 * @typedef {object} StartRun
 * @property {number} hcmMs
 * @property {number} emptyMs
 */

/** @param {{ program: string, runs: number, connections: number, say: (line: string) => void }} wishes */
export async function coldStart({ program, runs, connections, say }) {
  const runtime = await resolveElectronRuntime('tests', { say });
  if ('problem' in runtime) throw new Error(runtime.problem);
  await ensureBuilt('e2e-app');
  const stage = await BenchStage.open(program);
  const screen = await startScreen();
  try {
    await storeConnections(stage, connections);
    /** @param {keyof typeof apps} name */
    const measure = (name) =>
      startOnce({ stage, runtime: runtime.executable, display: screen.display, name });
    // Neither is the first that reads the runtime from the disk.
    await measure('empty');
    await measure('hcm');
    /** @type {StartRun[]} */
    const found = [];
    for (let run = 0; run < runs; run += 1) {
      const isHcmFirst = run % 2 === 0;
      const first = await measure(isHcmFirst ? 'hcm' : 'empty');
      const second = await measure(isHcmFirst ? 'empty' : 'hcm');
      const [hcmMs, emptyMs] = isHcmFirst ? [first, second] : [second, first];
      found.push({ hcmMs, emptyMs });
      say(`  start: ${hcmMs.toFixed(0)} ms, an empty window ${emptyMs.toFixed(0)} ms`);
    }
    return found;
  } finally {
    await screen.stop();
    await stage.close();
  }
}

/** All run, and no relay answers: the host has its work with them while the window opens. @param {BenchStage} stage @param {number} count */
async function storeConnections(stage, count) {
  await mkdir(join(stage.folder, 'home'), { mode: 0o700 });
  const key = Buffer.alloc(32, 7).toString('base64');
  const string = `Endpoint=sb://localhost:1/;SharedAccessKeyName=listen;SharedAccessKey=${key}`;
  const connections = Array.from({ length: count }, (_, index) => ({
    name: `bench-${String(index).padStart(3, '0')}`,
    connectionString: { env: 'HCM_BENCH_STRING' },
    endpoint: `127.0.0.1:${index + 1}`,
  }));
  await stage.run({
    words: [stage.program, 'apply', '-f', '-'],
    environment: { ...stage.environment, HCM_BENCH_STRING: string },
    input: JSON.stringify({ version: 1, connections }),
  });
}

/** @param {{ stage: BenchStage, runtime: string, display: string, name: keyof typeof apps }} options */
async function startOnce({ stage, runtime, display, name }) {
  // What Chromium keeps of earlier starts would help one and not the other.
  const profile = join(stage.folder, 'profile');
  await rm(profile, { recursive: true, force: true });
  const mayHaveSandbox = process.getuid?.() !== 0;
  const began = Date.now();
  const child = stage.start({
    command: runtime,
    words: [
      ...(mayHaveSandbox ? [] : ['--no-sandbox']),
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      apps[name],
    ],
    environment: { ...stage.environment, DISPLAY: display },
  });
  try {
    return (await markOf(child, began + usableWithinMs)) - began;
  } finally {
    await child.stop();
  }
}

/** When the page said that it can be used, as Date.now() counts. @param {import('../bench-process.mjs').BenchProcess} child @param {number} deadline */
async function markOf(child, deadline) {
  const port = await portOf(child, deadline);
  await pause(firstLookMs);
  while (Date.now() < deadline) {
    const mark = await markAt(port);
    if (mark !== null) return mark;
    await pause(lookEveryMs);
  }
  throw new Error(`no table was shown: ${child.errors}`);
}

/** Reads it off what the app says, of which only the end is kept: asks nobody. @param {import('../bench-process.mjs').BenchProcess} child @param {number} deadline */
async function portOf(child, deadline) {
  while (Date.now() < deadline) {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(child.errors)?.[1];
    if (port !== undefined) return port;
    await pause(lookEveryMs);
  }
  throw new Error(`it can't be looked into: ${child.errors}`);
}

/** @param {string} port @returns {Promise<number | null>} null: not yet */
async function markAt(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
  /** @type {readonly { type: string, webSocketDebuggerUrl: string }[]} */
  const targets = answer === null ? [] : JSON.parse(await answer.text());
  const page = targets.find(({ type }) => type === 'page');
  if (page === undefined) return null;
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    return await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('message', (data) => resolve(JSON.parse(String(data)).result?.result?.value ?? null));
      const expression =
        "(() => { const [mark] = performance.getEntriesByName('usable'); return mark ? performance.timeOrigin + mark.startTime : null; })()";
      socket.once('open', () =>
        socket.send(
          JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, returnByValue: true } }),
        ),
      );
    });
  } finally {
    socket.terminate();
  }
}
