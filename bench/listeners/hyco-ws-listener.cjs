'use strict';
/**
 * A tunnel on Microsoft's `hyco-ws`, unmodified: for each socket that its server hands over the service is dialled and
 * bytes are carried both ways, with back-pressure as far as its WebSocket (ws 1.1) knows it.
 * Environment: SB_HC_* and RELAY_PORT as for the peers' tests, TARGET_PORT; the CA by NODE_EXTRA_CA_CERTS.
 */
const net = require('node:net');
const path = require('node:path');
const relay = require(path.join(__dirname, '..', '..', 'e2e', 'peers', 'node_modules', 'hyco-ws'));

const { SB_HC_NAMESPACE, SB_HC_PATH, SB_HC_KEYRULE, SB_HC_KEY, TARGET_PORT } = process.env;
const maxWaitingBytes = 1024 * 1024;
const uri = relay.createRelayListenUri(SB_HC_NAMESPACE, SB_HC_PATH);

relay
  .createRelayedServer(
    { server: uri, token: () => relay.createRelayToken(uri, SB_HC_KEYRULE, SB_HC_KEY) },
    (socket) => {
      const target = net.connect({ host: '127.0.0.1', port: Number(TARGET_PORT), noDelay: true });
      socket.on('open', () => target.on('data', (chunk) => send(chunk)));
      socket.on('message', (data) => {
        if (!target.write(data)) socket.pause();
      });
      target.on('drain', () => socket.resume());
      target.on('end', () => socket.close());
      target.on('error', () => socket.terminate());
      socket.on('close', () => target.end());
      socket.on('error', () => target.destroy());

      let waitingBytes = 0;
      function send(chunk) {
        waitingBytes += chunk.length;
        if (waitingBytes > maxWaitingBytes) target.pause();
        socket.send(chunk, { binary: true }, () => {
          waitingBytes -= chunk.length;
          if (waitingBytes <= maxWaitingBytes) target.resume();
        });
      }
    },
  )
  .on('error', (error) => process.stderr.write(`${error.message}\n`));

process.stdin.on('end', () => process.exit()).resume();
