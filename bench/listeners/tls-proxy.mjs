// @ts-check
/**
 * The floor: TLS in, TCP out, and nothing in between, as Node does it by itself.
 * Environment: TARGET_PORT, TLS_CERT, TLS_KEY (files). Says `{"port":N}` when it listens.
 */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { pipeline } from 'node:stream';
import { createServer } from 'node:tls';

const server = createServer(
  {
    cert: readFileSync(process.env['TLS_CERT'] ?? ''),
    key: readFileSync(process.env['TLS_KEY'] ?? ''),
    noDelay: true,
  },
  (secure) => {
    const target = connect({ host: '127.0.0.1', port: Number(process.env['TARGET_PORT']), noDelay: true });
    pipeline(secure, target, secure, () => undefined);
  },
);
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.stdout.write(`${JSON.stringify({ port: address.port })}\n`);
});
process.stdin.on('end', () => process.exit()).resume();
