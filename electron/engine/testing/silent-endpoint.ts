/**
 * A TCP port that answers no SYN, as behind a firewall that drops packets: a child process listens, never accepts, and
 * its queue is full (Linux then drops further SYNs).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const program = `
  const server = require('node:net').createServer();
  const [host, port] = process.argv.slice(1);
  server.listen({ port: Number(port), host, backlog: 1 }, () => {
    require('node:fs').writeSync(1, String(server.address().port) + '\\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);
    process.exit();
  });
`;

export interface SilentEndpoint {
  readonly port: number;
  close(): void;
}

/** @param host another loopback address for a port that is taken on 127.0.0.1 */
export async function startSilentEndpoint(host = '127.0.0.1', wanted = 0): Promise<SilentEndpoint> {
  const child = spawn(process.execPath, ['-e', program, host, String(wanted)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(line.toString('utf8'));
  const fillers: Socket[] = [];
  // A backlog of 1 takes two connections; the third one that hangs shows that the queue is full.
  for (let isFull = false; !isFull;) {
    const filler = connect({ port, host });
    filler.on('error', () => undefined);
    fillers.push(filler);
    isFull = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(true), 300);
      filler.once('connect', () => {
        clearTimeout(timer);
        resolve(false);
      });
    });
  }
  return {
    port,
    close: () => {
      for (const filler of fillers) filler.destroy();
      child.kill('SIGKILL');
    },
  };
}
