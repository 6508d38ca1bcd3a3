/**
 * The HTTPS server below the relay: TLS, limits of the HTTP parser, and answers to what is no HTTP. Owns nothing once made.
 */
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { refuseUpgrade } from './http-answers.ts';
import type { RelayContext } from './relay-context.ts';
import type { Routes } from './routes.ts';

export interface ServerCertificate {
  readonly certPem: string;
  readonly keyPem: string;
}

export function createRelayServer(
  context: RelayContext,
  certificate: ServerCertificate,
  routes: Routes,
): Server {
  const { limits, now, sockets } = context;
  const server = createServer({
    cert: certificate.certPem,
    key: certificate.keyPem,
    minVersion: 'TLSv1.2',
    maxHeaderSize: limits.headerBytes,
    handshakeTimeout: limits.handshakeMs,
    headersTimeout: limits.handshakeMs,
    // Long uploads are bounded by their progress instead (http-exchange).
    requestTimeout: 0,
  });
  server.maxConnections = limits.connections;
  server.timeout = limits.responseMs + limits.handshakeMs;
  sockets.watch(server);
  server.on('request', (request, response) => routes.request(request, response));
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    // Without this a reset of the peer's connection would be thrown.
    socket.on('error', () => undefined);
    routes.upgrade(request, socket, head);
  });
  // CONNECT is never relayed (relay-protocol §3.7).
  server.on('connect', (_request, socket) => refuseUpgrade(socket, 405, 'Method Not Allowed', now()));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuseUpgrade(socket, ...parserFailure(error.code), now());
  });
  // Trouble while accepting (no descriptors left) passes; the open connections must not go down with it.
  server.on('error', () => undefined);
  return server;
}

function parserFailure(code: string | undefined): [status: number, reason: string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'Request Header Fields Too Large'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'Request Timeout'];
  return [400, 'Bad Request'];
}
