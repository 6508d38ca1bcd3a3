// @ts-check
/** Turns what the rows found into lines of the table. */
import { compare, judge } from './targets.mjs';
import { median } from './statistics.mjs';

/** @param {number} value */
const perGb = (value) => `${value.toFixed(2)} s/GB`;
/** @param {number} value */
const perSecond = (value) => `${value.toFixed(0)} MB/s`;
/** @param {number} value */
const milliseconds = (value) => `${value.toFixed(2)} ms`;
/** @param {number} value */
const kilobytes = (value) => `${(value / 1000).toFixed(1)} kB`;

/**
 * @template Run
 * @param {Record<string, Run[]> | undefined} found @param {string} name @param {(run: Run) => number} pick
 */
function series(found, name, pick) {
  return found?.[name]?.map(pick);
}

/** @typedef {ReturnType<typeof compare>} Line */

/** @param {Awaited<ReturnType<typeof import('./rows/carry.mjs').carryOnOne>>} found @returns {Line[]} */
export function judgeOneTunnel(found) {
  return /** @type {const} */ (['up', 'down']).flatMap((direction) => {
    /** @param {string} name */
    const cpu = (name) => found[name]?.[direction].map(({ cpuPerGb }) => cpuPerGb);
    /** @param {string} name */
    const speed = (name) => found[name]?.[direction].map(({ megabytesPerSecond }) => megabytesPerSecond);
    const cpuLine = {
      what: `processor time, ${direction}`,
      kind: /** @type {const} */ ('atMost'),
      show: perGb,
    };
    const speedLine = {
      what: `one tunnel, ${direction}`,
      kind: /** @type {const} */ ('atLeast'),
      show: perSecond,
    };
    const ours = { cpu: cpu('hcm') ?? [], speed: speed('hcm') ?? [] };
    return [
      compare({ ...cpuLine, limit: 1.1, ours: ours.cpu, against: 'tls-proxy', theirs: cpu('tls-proxy') }),
      compare({ ...cpuLine, limit: 0.95, ours: ours.cpu, against: 'ws', theirs: cpu('ws') }),
      compare({ ...cpuLine, limit: 0.75, ours: ours.cpu, against: 'hyco-ws', theirs: cpu('hyco-ws') }),
      compare({ ...speedLine, limit: 1, ours: ours.speed, against: 'ws', theirs: speed('ws') }),
      compare({ ...speedLine, limit: 1.1, ours: ours.speed, against: 'hyco-ws', theirs: speed('hyco-ws') }),
    ];
  });
}

/**
 * @param {Awaited<ReturnType<typeof import('./rows/carry.mjs').carryOnOne>>} one
 * @param {Awaited<ReturnType<typeof import('./rows/carry.mjs').carryOnMany>>} many
 * @returns {Line[]}
 */
export function judgeManyTunnels(one, many) {
  return /** @type {const} */ (['up', 'down']).map((direction) => {
    const speed = (/** @type {typeof one} */ found) =>
      found['hcm']?.[direction].map(({ megabytesPerSecond }) => megabytesPerSecond) ?? [];
    return compare({
      ...{ what: `50 tunnels together, ${direction}`, kind: 'atLeast', limit: 0.95 },
      ...{ ours: speed(many), against: 'one tunnel', theirs: speed(one), show: perSecond },
    });
  });
}

/** @param {Awaited<ReturnType<typeof import('./rows/connect.mjs').connectLatency>>} found @returns {Line[]} */
export function judgeConnects(found) {
  return /** @type {const} */ (['p50Ms', 'p99Ms']).map((which) =>
    compare({
      ...{ what: `accept to upgrade, ${which.slice(0, 3)}`, kind: 'atMost', limit: 0.6, show: milliseconds },
      ours: series(found, 'hcm', (run) => run[which]) ?? [],
      ...{ against: 'ws', theirs: series(found, 'ws', (run) => run[which]) },
    }),
  );
}

/** @param {Awaited<ReturnType<typeof import('./rows/connect.mjs').roundTrip>>} found @returns {Line[]} */
export function judgeRoundTrip(found) {
  return [
    compare({
      ...{ what: 'one byte and back, p50', kind: 'atMost', limit: 1.05 },
      show: (value) => `${value.toFixed(3)} ms`,
      ours: series(found, 'hcm', ({ p50Ms }) => p50Ms) ?? [],
      ...{ against: 'ws', theirs: series(found, 'ws', ({ p50Ms }) => p50Ms) },
    }),
  ];
}

/** @param {Awaited<ReturnType<typeof import('./rows/idle-tunnels.mjs').idleTunnels>>} found @param {number} tunnels @returns {Line[]} */
export function judgeIdleTunnels(found, tunnels) {
  const ours = series(found, 'hcm', ({ bytesPerTunnel }) => bytesPerTunnel) ?? [];
  const what = `memory of an idle tunnel, at ${tunnels}`;
  const value = median(ours) / 1000;
  return [
    judge({ what, kind: 'atMost', limit: 75, value, unit: ' KB', ours: kilobytes(median(ours)) }),
    compare({
      ...{ what, kind: 'atMost', limit: 0.9, ours, show: kilobytes },
      ...{ against: 'ws', theirs: series(found, 'ws', ({ bytesPerTunnel }) => bytesPerTunnel) },
    }),
  ];
}

/** @param {Awaited<ReturnType<typeof import('./rows/many-connections.mjs').manyConnections>>} found @param {number} connections @returns {Line[]} */
export function judgeManyConnections(found, connections) {
  const seconds = median(found.map((run) => run.seconds));
  const megabytes = median(found.map(({ nowBytes }) => nowBytes / 1e6));
  const percent = median(found.map(({ idleShare }) => idleShare * 100));
  const on = `${connections} connections`;
  const atMost = /** @type {const} */ ({ kind: 'atMost' });
  return [
    judge({
      ...atMost,
      what: `${on}: start to all Connected`,
      limit: 5,
      value: seconds,
      unit: ' s',
      ours: `${seconds.toFixed(2)} s`,
    }),
    judge({
      ...atMost,
      what: `${on}: memory`,
      limit: 150,
      value: megabytes,
      unit: ' MB',
      ours: `${megabytes.toFixed(0)} MB`,
    }),
    judge({
      ...atMost,
      what: `${on}: processor while idle`,
      limit: 1,
      value: percent,
      unit: ' %',
      ours: `${percent.toFixed(2)} %`,
    }),
  ];
}

/** @param {Awaited<ReturnType<typeof import('./rows/azure-browsing.mjs').azureBrowsing>>} found @returns {Line[]} */
export function judgeAzureBrowsing(found) {
  const first = median(found.map(({ firstMs }) => firstMs));
  const all = median(found.map(({ allMs }) => allMs));
  const requests = Math.max(...found.map((run) => run.requests));
  const atOnce = Math.max(...found.map((run) => run.atOnce));
  const atMost = /** @type {const} */ ({ kind: 'atMost' });
  const of = '2,000 of 40 namespaces';
  return [
    judge({
      ...atMost,
      what: `${of}: first rows`,
      limit: 1000,
      value: first,
      unit: ' ms',
      ours: `${first.toFixed(0)} ms`,
    }),
    judge({
      ...atMost,
      what: `${of}: all rows`,
      limit: 5000,
      value: all,
      unit: ' ms',
      ours: `${all.toFixed(0)} ms`,
    }),
    judge({
      ...atMost,
      what: `${of}: requests`,
      limit: 82,
      value: requests,
      unit: ' ',
      ours: String(requests),
    }),
    judge({
      ...atMost,
      what: `${of}: requests at once`,
      limit: 6,
      value: atOnce,
      unit: ' ',
      ours: String(atOnce),
    }),
  ];
}

/** @param {{ readonly delayP99Ms: readonly number[], readonly clickMs: readonly number[] }} found @returns {Line[]} */
export function judgeWindow({ delayP99Ms, clickMs }) {
  const delay = median(delayP99Ms);
  const click = median(clickMs);
  const atMost = /** @type {const} */ ({ kind: 'atMost', unit: ' ms' });
  return [
    judge({
      ...atMost,
      what: 'event loop of the app under load, p99',
      limit: 50,
      value: delay,
      ours: `${delay.toFixed(1)} ms`,
    }),
    judge({
      ...atMost,
      what: 'a click to its effect under load',
      limit: 100,
      value: click,
      ours: `${click.toFixed(0)} ms`,
    }),
  ];
}

/** @param {readonly import('./rows/cold-start.mjs').StartRun[]} found @param {number} connections @returns {Line[]} */
export function judgeColdStart(found, connections) {
  return [
    compare({
      ...{ what: `start to a usable table, ${connections} connections`, kind: 'atMost', limit: 1.6 },
      ...{ ours: found.map(({ hcmMs }) => hcmMs), show: (value) => `${value.toFixed(0)} ms` },
      ...{ against: 'an empty window', theirs: found.map(({ emptyMs }) => emptyMs) },
    }),
  ];
}
