// @ts-check
/**
 * A screen that nobody sees, for windows under test: always of the same size, and never the one somebody is working at.
 * Owns the X server; ending it twice is harmless.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const size = '1600x1000x24';

/** @returns {Promise<{ readonly display: string, readonly stop: () => Promise<void> }>} */
export async function startScreen() {
  // The server picks a free number itself and writes it to descriptor 3 once it takes clients.
  const words = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'];
  const server = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const killNow = () => void server.kill('SIGKILL');
  process.once('exit', killNow);
  let errors = '';
  server.stderr?.setEncoding('utf8').on('data', (text) => (errors += text));
  const closed = once(server, 'close');
  const numbers = createInterface({ input: /** @type {import('node:stream').Readable} */ (server.stdio[3]) });
  const [number] = await Promise.race([
    once(numbers, 'line'),
    closed.then(() => {
      throw new Error(`Xvfb ended: ${errors}`);
    }),
  ]);
  return {
    display: `:${number}`,
    async stop() {
      process.off('exit', killNow);
      server.kill('SIGTERM');
      await closed;
    },
  };
}
