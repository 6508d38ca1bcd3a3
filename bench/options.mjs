// @ts-check
/** What may be asked of `npm run bench`. */
import { parseArgs } from 'node:util';

export const rowNames = /** @type {const} */ ([
  'one-tunnel',
  'many-tunnels',
  'connect',
  'round-trip',
  'idle-tunnels',
  'connections',
  'azure',
  'window',
  'start',
]);

export const usage = `npm run bench -- [options]
  --rows A,B        of ${rowNames.join(', ')}; all unless given
  --runs N          5 unless given
  --megabytes N     of one transfer; 512 unless given
  --tunnels N       idle ones; 2000 unless given
  --connections N   on one host; 200 unless given
  --idle-seconds N  that a host with many connections is watched; 30 unless given
  --json FILE       write what was found
  --before FILE     another build of hcm (its hcm.mjs) to be measured side by side`;

/** @typedef {(typeof rowNames)[number]} RowName */

/** @param {readonly string[]} words */
export function readOptions(words) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rows: { type: 'string' },
      runs: { type: 'string', default: '5' },
      megabytes: { type: 'string', default: '512' },
      tunnels: { type: 'string', default: '2000' },
      connections: { type: 'string', default: '200' },
      'idle-seconds': { type: 'string', default: '30' },
      json: { type: 'string' },
      before: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const rows = values.rows === undefined ? rowNames : values.rows.split(',').map(rowNamed);
  return {
    help: values.help,
    rows,
    runs: positive('runs', values.runs),
    bytes: positive('megabytes', values.megabytes) * 1_000_000,
    tunnels: positive('tunnels', values.tunnels),
    connections: positive('connections', values.connections),
    idleSeconds: positive('idle-seconds', values['idle-seconds']),
    json: values.json,
    before: values.before,
  };
}

/** @param {string} name @returns {RowName} */
function rowNamed(name) {
  const found = rowNames.find((one) => one === name);
  if (found === undefined) throw new Error(`there is no row ${name}; there are ${rowNames.join(', ')}`);
  return found;
}

/** @param {string} name @param {string} text */
function positive(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} wants a whole number above 0`);
  return value;
}
