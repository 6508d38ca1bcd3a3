'use strict';
/**
 * hyco-ws as a sender. Command on standard input, one JSON line: `{"sizes":[…]}` sends messages of these sizes, one after the
 * other's echo; `{"halfClose":true}` sends one message, closes, and reads what still comes.
 */
const crypto = require('node:crypto');
const readline = require('node:readline');
const relay = require('hyco-ws');

const { SB_HC_NAMESPACE, SB_HC_PATH, SB_HC_KEYRULE, SB_HC_KEY } = process.env;
const uri = relay.createRelaySendUri(SB_HC_NAMESPACE, SB_HC_PATH);

function report(event, details) {
  process.stdout.write(`${JSON.stringify({ event, ...details })}\n`);
}

function connect(onOpen) {
  const token = relay.createRelayToken(uri, SB_HC_KEYRULE, SB_HC_KEY);
  const socket = relay.relayedConnect(uri, token, () => onOpen(socket));
  socket.on('error', (error) => report('failed', { reason: error.message }));
  return socket;
}

function echo(sizes) {
  const left = [...sizes];
  let echoed = 0;
  connect((socket) => {
    let expected;
    const next = () => {
      const size = left.shift();
      if (size === undefined) return socket.close(1000, 'all echoed');
      expected = crypto.randomBytes(size);
      socket.send(expected, { binary: true });
    };
    socket.on('message', (data) => {
      if (Buffer.compare(Buffer.from(data), expected) === 0) echoed += 1;
      next();
    });
    socket.on('close', (code, reason) => report('echoed', { echoed, code, reason }));
    next();
  });
}

function halfClose() {
  const hash = crypto.createHash('sha256');
  let bytes = 0;
  connect((socket) => {
    socket.on('message', (data) => {
      bytes += data.length;
      hash.update(data);
    });
    socket.on('close', (code, reason) => report('done', { code, reason, bytes, sha256: hash.digest('hex') }));
    socket.send('one request');
    socket.close(1000, 'request sent');
  });
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const command = JSON.parse(line);
  if (command.sizes !== undefined) echo(command.sizes);
  else if (command.halfClose === true) halfClose();
});
