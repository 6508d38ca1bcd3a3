// @ts-check
/**
 * `npm run bench`: the product beside what one would use instead, through the same local relay over TLS. Every run
 * measures everybody, one after the other, so that what else the computer does hits all alike. See docs/bench.md.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../scripts/ensure-built.mjs';
import { listenerNames, startContender } from './contenders.mjs';
import { readOptions, usage } from './options.mjs';
import { BenchRelay } from './relay.mjs';
import { renderTable } from './report.mjs';
import { azureBrowsing } from './rows/azure-browsing.mjs';
import { carryOnMany, carryOnOne } from './rows/carry.mjs';
import { coldStart } from './rows/cold-start.mjs';
import { connectLatency, roundTrip } from './rows/connect.mjs';
import { idleTunnels } from './rows/idle-tunnels.mjs';
import { manyConnections } from './rows/many-connections.mjs';
import { measureWindow } from './rows/window.mjs';
import { BenchStage } from './stage.mjs';
import { Target } from './target.mjs';
import {
  judgeAzureBrowsing,
  judgeColdStart,
  judgeConnects,
  judgeIdleTunnels,
  judgeManyConnections,
  judgeManyTunnels,
  judgeOneTunnel,
  judgeRoundTrip,
  judgeWindow,
} from './verdicts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin', 'hcm.mjs');
const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** @typedef {import('./contenders.mjs').ContenderName} ContenderName */

/** @param {ReturnType<typeof readOptions>} options */
async function bench(options) {
  if (process.platform !== 'linux') throw new Error('the bench reads /proc, so it runs on Linux');
  if (!existsSync(join(root, 'e2e', 'peers', 'node_modules', 'hyco-ws')))
    throw new Error('hyco-ws is not installed: npm ci --prefix e2e/peers');
  await ensureBuilt('cli');
  const { rows, runs, bytes, before } = options;
  /** @type {readonly ContenderName[]} */
  const listeners = before === undefined ? listenerNames : ['hcm', 'hcm-before', ...listenerNames.slice(1)];
  /** @param {ContenderName} name */
  const programOf = (name) => (name === 'hcm-before' && before !== undefined ? resolve(before) : program);

  /** @type {Record<string, unknown>} */
  const found = {};
  /** @type {(import('./targets.mjs').Verdict | undefined)[]} */
  const verdicts = [];
  const stage = await BenchStage.open(program);
  const target = await Target.start();
  /** @type {import('./contenders.mjs').Running[]} */
  const running = [];
  try {
    const relay = await BenchRelay.start(stage, [...listeners], `127.0.0.1:${target.port}`);
    const field = { stage, relay, target, runs, bytes, say };
    const ground = { stage, relay, targetPort: target.port };
    const needsRunning = rows.some((row) =>
      ['one-tunnel', 'many-tunnels', 'connect', 'round-trip'].includes(row),
    );
    if (needsRunning) {
      for (const name of /** @type {readonly ContenderName[]} */ ([...listeners, 'tls-proxy'])) {
        running.push(await startContender(name, ground, programOf(name)));
      }
      // A floor that is nice to have: where no sshd is, or it lets nobody in, the rest counts all the same.
      await startContender('ssh-R', ground).then(
        (ssh) => void running.push(ssh),
        (/** @type {Error} */ error) => say(`ssh -R is left out: ${error.message.trim()}`),
      );
    }
    const relayed = running.filter(({ way }) => way.kind === 'relay');

    let oneTunnel;
    if (rows.includes('one-tunnel') || rows.includes('many-tunnels')) {
      say('one tunnel');
      oneTunnel = await carryOnOne(field, running);
      found['one-tunnel'] = oneTunnel;
      verdicts.push(...judgeOneTunnel(oneTunnel));
    }
    if (rows.includes('many-tunnels') && oneTunnel !== undefined) {
      say('fifty tunnels at once');
      const many = await carryOnMany(field, relayed);
      found['many-tunnels'] = many;
      verdicts.push(...judgeManyTunnels(oneTunnel, many));
    }
    if (rows.includes('connect')) {
      say('connects');
      const connects = await connectLatency(field, relayed);
      found['connect'] = connects;
      verdicts.push(...judgeConnects(connects));
    }
    if (rows.includes('round-trip')) {
      say('round trips');
      const trips = await roundTrip(field, running);
      found['round-trip'] = trips;
      verdicts.push(...judgeRoundTrip(trips));
    }
    for (const contender of running.splice(0)) await contender.stop();
    if (rows.includes('idle-tunnels')) {
      say('idle tunnels');
      const idle = await idleTunnels(field, listeners, programOf, options.tunnels);
      found['idle-tunnels'] = idle;
      verdicts.push(...judgeIdleTunnels(idle, options.tunnels));
    }
    if (rows.includes('connections')) {
      say('many connections');
      const { connections, idleSeconds } = options;
      const many = await manyConnections({
        program,
        targetPort: target.port,
        runs,
        connections,
        idleSeconds,
        say,
      });
      found['connections'] = many;
      verdicts.push(...judgeManyConnections(many, connections));
    }
    if (rows.includes('azure')) {
      say('2,000 Hybrid Connections of Azure');
      const azure = await azureBrowsing({ runs, say });
      found['azure'] = azure;
      verdicts.push(...judgeAzureBrowsing(azure));
    }
    if (rows.includes('window')) {
      say('the window');
      const window = await measureWindow({ runs, seconds: 10, say });
      found['window'] = window;
      verdicts.push(...judgeWindow(window));
    }
    if (rows.includes('start')) {
      say('the start of the app');
      const starts = await coldStart({ program, runs, connections: options.connections, say });
      found['start'] = starts;
      verdicts.push(...judgeColdStart(starts, options.connections));
    }
  } finally {
    for (const contender of running) await contender.stop();
    target.close();
    await stage.close();
  }
  return { found, verdicts: verdicts.filter((verdict) => verdict !== undefined) };
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(`${usage}\n`);
  else {
    const { found, verdicts } = await bench(options);
    process.stdout.write(`${renderTable(verdicts)}\n`);
    if (options.json !== undefined) {
      const path = resolve(options.json);
      await mkdir(dirname(path), { recursive: true });
      const where = {
        node: process.version,
        linux: release(),
        processors: cpus().length,
        memoryBytes: totalmem(),
      };
      await writeFile(
        path,
        `${JSON.stringify({ at: new Date().toISOString(), where, options, verdicts, found }, null, 2)}\n`,
      );
    }
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// Whatever hangs on to the process (a socket of a peer that was killed) is of no interest any more.
process.exit();
