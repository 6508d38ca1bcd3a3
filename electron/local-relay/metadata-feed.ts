/**
 * Runtime metadata over the data plane (relay-protocol §6): how managers learn the target and how many listeners there are.
 * Owns nothing.
 *
 * Invariant: the elements' order is part of the format; one official client reads defaults when it differs (§6.2).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EntityConfig } from './entities.ts';
import { addressed, endpointMissingText, headerText } from './refusal.ts';
import { authorize, detailed } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import type { RequestTarget } from './request-target.ts';
import { peerId, reasonPhrase } from './tracking.ts';

/** The header, and nothing else, tells metadata from a relayed GET of the same URL (§6.1). */
export function asksForMetadata(request: IncomingMessage): boolean {
  return headerText(request.headers['x-process-at'])?.toLowerCase() === 'servicebus';
}

export function answerMetadata(
  context: RelayContext,
  listenerCount: (entity: string) => number,
  {
    request,
    response,
    target,
  }: { request: IncomingMessage; response: ServerResponse; target: RequestTarget },
): void {
  const answer = readMetadata(context, listenerCount, request, target);
  context.events.publish(target.path, { type: 'metadata-read', status: answer.status });
  const body = Buffer.from(answer.body, 'utf8');
  response.sendDate = false;
  response.writeHead(answer.status, reasonPhrase(answer.reason), {
    Date: new Date(context.now()).toUTCString(),
    'Content-Type': answer.type,
    'Content-Length': body.length,
  });
  response.end(body);
  request.resume();
}

interface MetadataAnswer {
  readonly status: number;
  readonly reason: string;
  readonly type: string;
  readonly body: string;
}

function readMetadata(
  context: RelayContext,
  listenerCount: (entity: string) => number,
  request: IncomingMessage,
  target: RequestTarget,
): MetadataAnswer {
  const fail = (status: number, reason: string): MetadataAnswer => {
    const detail = detailed(context, reason, peerId(undefined), target.path);
    return { status, reason, type: 'application/xml; charset=utf-8', body: errorXml(status, detail) };
  };
  if (request.method !== 'GET') return fail(405, 'Only GET is served here.');
  const token =
    request.headers.authorization ?? headerText(request.headers['servicebusauthorization']) ?? target.token;
  const { host } = request.headers;
  const allowed = authorize(context, { token, right: undefined, path: target.path, host });
  if (!allowed.ok) return fail(allowed.status, allowed.text);
  const entity = context.entities.find(target.path);
  if (entity === undefined) return fail(404, addressed(context, endpointMissingText, target.path));
  return {
    status: 200,
    reason: 'OK',
    type: 'application/atom+xml;type=entry;charset=utf-8',
    body: entryXml(entity, context.namespaceUrl(), listenerCount(entity.name)),
  };
}

function entryXml(entity: EntityConfig, namespaceUrl: string, listenerCount: number): string {
  const id = `${namespaceUrl.replace(/^sb:/, 'https:')}${entity.name}?api-version=2016-07`;
  const description = [
    element('CreatedAt', entity.createdAt),
    element('UpdatedAt', entity.updatedAt),
    element('RequiresClientAuthorization', String(entity.requiresClientAuthorization)),
    element('UserMetadata', entity.userMetadata),
    element('ListenerCount', String(listenerCount)),
  ].join('');
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<entry xmlns="http://www.w3.org/2005/Atom">' +
    element('id', id) +
    element('title', entity.name) +
    element('published', entity.createdAt) +
    element('updated', entity.updatedAt) +
    `<author>${element('name', 'local')}</author>` +
    `<link rel="self" href="${escapeXml(id)}"/>` +
    '<content type="application/xml">' +
    '<HybridConnectionDescription xmlns="http://schemas.microsoft.com/netservices/2010/10/servicebus/connect"' +
    ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance">' +
    `${description}</HybridConnectionDescription></content></entry>`
  );
}

function errorXml(status: number, detail: string): string {
  return `<Error>${element('Code', String(status))}${element('Detail', detail)}</Error>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** Escaped, and without the control characters that XML 1.0 can't hold at all. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, (found) => (/[\ud800-\udfff]/.test(found) ? found : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
