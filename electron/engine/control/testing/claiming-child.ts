/**
 * Child process: claims the data folder given as its argument once it is told to, says what came of it, and holds the
 * folder until its input ends. `serve` as second argument: serves a host whose restarts never end, too.
 */
import { createInterface } from 'node:readline';
import { systemClock } from '../../clock.ts';
import { ensureControlToken } from '../control-token.ts';
import { claimDataFolder } from '../owner.ts';
import { serveControl } from '../server.ts';
import { createTestHost } from './test-host.ts';

const [, , folder = '', mode] = process.argv;
const { platform } = process;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function claim(): Promise<void> {
  const uid = process.getuid?.() ?? -1;
  const claimed = await claimDataFolder({ folder, platform, uid, clock: systemClock, version: '1.2.3' });
  if (!claimed.claimed) {
    say({ claimed: false });
    process.exit(0);
  }
  if (mode === 'serve') {
    const token = await ensureControlToken(folder, platform);
    const { host } = createTestHost();
    serveControl({ claim: claimed, host, token, clock: systemClock, log: silent, checkOutputs: true });
  }
  say({ claimed: true, instance: claimed.instance });
}

const input = createInterface({ input: process.stdin });
input.once('line', () => void claim());
input.once('close', () => process.exit(0));
say({ ready: true });
