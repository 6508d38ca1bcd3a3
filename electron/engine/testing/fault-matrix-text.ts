/** The fault matrix as people read it (docs/fault-matrix.md), made of the rows that are played. Pure. */
import { endpointOutages } from './endpoint-outages.ts';
import { hostOutages } from './host-outages.ts';
import { networkOutages } from './network-outages.ts';
import { hurry, loads } from './outage-world.ts';
import type { Outage } from './outages.ts';
import { relayOutages } from './relay-outages.ts';

const groups: readonly (readonly [title: string, rows: readonly Outage[]])[] = [
  ['At the relay', relayOutages],
  ['On the way', networkOutages],
  ['At this host', hostOutages],
  ['At the endpoint', endpointOutages],
];

const fates: Readonly<Record<Outage['tunnels'], string>> = {
  'live on': 'live on, no byte lost',
  end: 'end, each with a record',
  'fall silent': 'end when nobody answers, each with a record',
};

export function faultMatrixText(): string {
  const made = groups.flatMap(([, rows]) => rows);
  const real = made.filter((row) => row.made === 'real').length;
  return `# The fault matrix

Every outage below is a test: it ends in Connected without a hand, and leaves no socket, timer, file or listener behind
(\`electron/engine/supervise/fault-matrix-*.integration.test.ts\`; this page is made of their rows, and a test compares it).

Each is met by one host with ${Object.keys(loads).length} connections at once: one idle, one with a tunnel in use, one with ${loads.many} tunnels. Relay, host,
endpoint, wires and TLS are real, on loopback; bytes are compared by hash. Time goes ${hurry} times as fast for the host: what it
waits for by its clock shrinks in proportion, what the network takes doesn't. ${real} of ${made.length} rows are made as in the field, the others
by a port that says what the system would.

*Shows* is what each connection says of itself meanwhile (the codes of the window's texts); with a dash it is over at once.
${groups.map(([title, rows]) => `\n## ${title}\n\n${table(rows)}\n`).join('')}
## What it does not show

Outages of the service itself that can't be made here, real sleep, real cables and radio: see [unproven.md](unproven.md).
`;
}

function table(rows: readonly Outage[]): string {
  const cells = rows.map(({ name, made, shows, tunnels }) => [
    name,
    made,
    shows.length === 0 ? '–' : shows.join(', then '),
    fates[tunnels],
  ]);
  const lines = [['outage', 'made', 'shows', 'open tunnels'], ['---', '---', '---', '---'], ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
