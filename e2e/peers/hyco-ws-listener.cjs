'use strict';
/** hyco-ws as a listener that echoes. A text `close CODE REASON` makes it close instead. */
const relay = require('hyco-ws');

const { SB_HC_NAMESPACE, SB_HC_PATH, SB_HC_KEYRULE, SB_HC_KEY } = process.env;
const uri = relay.createRelayListenUri(SB_HC_NAMESPACE, SB_HC_PATH);

function report(event, details) {
  process.stdout.write(`${JSON.stringify({ event, ...details })}\n`);
}

const server = relay.createRelayedServer(
  { server: uri, token: () => relay.createRelayToken(uri, SB_HC_KEYRULE, SB_HC_KEY) },
  (socket) => {
    socket.on('open', () => report('open', { protocol: socket.protocol ?? null }));
    socket.on('message', (data, flags) => {
      const command = flags.binary ? null : /^close (\d+) (.*)$/.exec(data);
      if (command === null) socket.send(data, { binary: flags.binary === true });
      else socket.close(Number(command[1]), command[2]);
    });
    socket.on('close', (code, reason) => report('closed', { code, reason }));
    socket.on('error', (error) => report('failed', { reason: error.message }));
  },
);
server.on('listening', () => report('listening', {}));
server.on('error', (error) => report('error', { reason: error.message }));

process.stdin.on('end', () => process.exit()).resume();
