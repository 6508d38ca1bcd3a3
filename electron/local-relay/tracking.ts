/**
 * Tracking ids and the details that the service appends to its texts (relay-protocol §3.2, §9.2). Support staff ask for the
 * TrackingId, so every refusal carries one.
 */
import { randomUUID } from 'node:crypto';

export interface Tracking {
  /** `<guid>_G0`, as in the reason phrase and in the `TrackingId` header. */
  readonly trackingId: string;
  /** `sb://namespace/path`. */
  readonly systemTracker: string;
}

/** An id that a peer may name itself; other texts are replaced, since it travels in headers and URLs. */
const plainId = /^[0-9A-Za-z_.:{}-]{1,128}$/;
const gatewaySuffix = /(?:_G\d+)+$/;

/** The peer's own id without the suffixes of gateways passed before, or a new one (relay-protocol §3.1). */
export function peerId(given: string | undefined): string {
  if (given === undefined || !plainId.test(given)) return randomUUID();
  const bare = given.replace(gatewaySuffix, '');
  return bare === '' ? randomUUID() : bare;
}

export function tracking(id: string, namespaceUrl: string, path: string): Tracking {
  return { trackingId: `${id}_G0`, systemTracker: `${namespaceUrl}${path}` };
}

/** `text` with the details appended. */
export function withTracking(text: string, details: Tracking, nowMs: number): string {
  const timestamp = new Date(nowMs).toISOString().slice(0, 19);
  return `${text} TrackingId:${details.trackingId}, SystemTracker:${details.systemTracker}, Timestamp:${timestamp}`;
}

const maxReasonLength = 1024;

/** A text as it may stand in a status line: printable Latin-1 on one line, bounded (relay-protocol §9.2 step 5). */
export function reasonPhrase(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[^\x20-\x7e\xa0-\xff]/g, '')
    .slice(0, maxReasonLength);
}
