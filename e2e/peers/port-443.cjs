'use strict';
/**
 * Preload for the official clients: they hard-code port 443, the local relay listens on a free one. Connections to
 * localhost:443, and no others, go to RELAY_PORT instead; host name, TLS and its verification stay as they are.
 */
const net = require('node:net');

const relayPort = Number(process.env.RELAY_PORT);
const connectSocket = net.Socket.prototype.connect;

net.Socket.prototype.connect = function connect(first, ...rest) {
  // Node itself hands over either options or an array of its own with options in front; the clients use nothing else.
  if (Array.isArray(first)) first[0] = redirected(first[0]);
  else if (typeof first === 'object' && first !== null) first = redirected(first);
  return connectSocket.call(this, first, ...rest);
};

function redirected(options) {
  const isRelay = Number(options.port) === 443 && options.host === 'localhost';
  return isRelay ? { ...options, port: relayPort, host: '127.0.0.1' } : options;
}
