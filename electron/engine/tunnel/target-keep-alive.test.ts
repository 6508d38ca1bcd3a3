import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { dialTarget } from './target-dialer.ts';

/** Linux tells of each socket which timer runs: `02` is keep-alive, and how long until then, in hundredths. */
function keepAliveSeconds(toPort: number): number | null {
  const remote = `:${toPort.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n')) {
    const [, , to = '', , , timer = ''] = line.trim().split(/\s+/);
    const [kind, when = ''] = timer.split(':');
    if (to.endsWith(remote) && kind === '02') return Number.parseInt(when, 16) / 100;
  }
  return null;
}

describe.runIf(process.platform === 'linux')('a connection to the endpoint', () => {
  it('has TCP keep-alive after 60 s of silence, as the system itself says', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const accepted = once(server, 'connection');
    const { port } = server.address() as AddressInfo;
    const socket = await dialTarget({
      host: '127.0.0.1',
      port,
      mayDial: () => ({ allowed: true }),
      timeoutMs: 5_000,
      clock: systemClock,
    });
    const [far] = (await accepted) as [Socket];
    try {
      const seconds = keepAliveSeconds(port);
      expect(seconds).toBeGreaterThan(30);
      expect(seconds).toBeLessThanOrEqual(61);
    } finally {
      socket.destroy();
      far.destroy();
      server.close();
    }
  });
});
