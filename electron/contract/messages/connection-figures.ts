/** Sessions and traffic of one connection as figures: window and command line show the same ones. Pure. */
import type { ConnectionView } from '../connection-view.ts';
import { formatRate, unknownValue } from '../format.ts';

/** A connection has sessions and traffic of its own only while it is with Azure. */
export function isLive({ azure }: ConnectionView): boolean {
  return azure.status === 'connected' || azure.status === 'stopping';
}

export function sessionsText(view: ConnectionView): string {
  return isLive(view) ? String(view.sessions) : unknownValue;
}

/** @param rate bytes per second both ways, null before it is known. */
export function trafficText(view: ConnectionView, rate: number | null): string {
  return isLive(view) ? formatRate(rate) : unknownValue;
}
