// @ts-check
/**
 * What one writes who knows Node and `ws` and needs a tunnel: the control channel with keep-alive, token renewal and
 * reconnect; for each `accept` the service is dialled, then the rendezvous, then both are piped.
 * Environment: RELAY_LISTEN_STRING, TARGET_PORT; the CA by NODE_EXTRA_CA_CERTS.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { pipeline } from 'node:stream';
import { clearInterval, setInterval } from 'node:timers';
import { createWebSocketStream, WebSocket } from 'ws';

const listenString = process.env['RELAY_LISTEN_STRING'] ?? '';
const targetPort = Number(process.env['TARGET_PORT']);
/** @type {Record<string, string>} */
const parts = Object.fromEntries(
  listenString
    .split(';')
    .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
);
const { host } = new URL((parts['Endpoint'] ?? '').replace(/^sb:/, 'https:'));
const path = parts['EntityPath'] ?? '';

const pingEveryMs = 30_000;
const renewEveryMs = 45 * 60_000;
const reconnectAfterMs = 2_000;

function createToken() {
  const expiry = Math.floor(Date.now() / 1000) + 3600;
  const encoded = encodeURIComponent(`http://${host}/${path}`);
  const signature = createHmac('sha256', parts['SharedAccessKey'] ?? '')
    .update(`${encoded}\n${expiry}`)
    .digest('base64');
  return `SharedAccessSignature sr=${encoded}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${parts['SharedAccessKeyName'] ?? ''}`;
}

function listen() {
  const url = `wss://${host}/$hc/${path}?sb-hc-action=listen&sb-hc-id=${randomUUID()}`;
  const control = new WebSocket(url, {
    perMessageDeflate: false,
    headers: { ServiceBusAuthorization: createToken() },
  });
  const ping = setInterval(() => control.ping(), pingEveryMs);
  const renew = setInterval(
    () => control.send(JSON.stringify({ renewToken: { token: createToken() } })),
    renewEveryMs,
  );
  control.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.accept !== undefined) serve(message.accept.address);
  });
  control.on('error', () => undefined);
  control.on('close', () => {
    clearInterval(ping);
    clearInterval(renew);
    setTimeout(listen, reconnectAfterMs);
  });
}

/** @param {string} address */
function serve(address) {
  const target = connect({ host: '127.0.0.1', port: targetPort, noDelay: true });
  const reject = () => {
    const turnedAway = new WebSocket(`${address}&sb-hc-statusCode=502&sb-hc-statusDescription=unreachable`);
    turnedAway.on('error', () => undefined);
  };
  target.once('error', reject);
  target.once('connect', () => {
    target.removeListener('error', reject);
    const rendezvous = new WebSocket(address, { perMessageDeflate: false });
    const stream = createWebSocketStream(rendezvous);
    pipeline(stream, target, stream, () => {
      rendezvous.terminate();
      target.destroy();
    });
  });
}

listen();
process.stdin.on('end', () => process.exit()).resume();
