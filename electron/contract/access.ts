/**
 * What the two roles at a host may do (plan §5.7): an admin everything, a viewer only look. Pure. The host decides by it,
 * and the window shows by it what it may not do.
 */
import type { CallName } from './api.ts';

export const roles = ['admin', 'viewer'] as const;

export type Role = (typeof roles)[number];

/**
 * Reads without an effect on the host or on anything that the host reaches: a viewer can't make it dial, so tries of an
 * endpoint or a namespace are not among them.
 */
const viewerCalls: ReadonlySet<CallName> = new Set<CallName>([
  'host.info',
  'connections.snapshot',
  'activity.list',
  'log.tail',
  'sessions.list',
  'sessions.history',
  'health.list',
  'settings.get',
  'proxy.get',
  'updates.get',
]);

export function mayCall(role: Role, name: CallName): boolean {
  return role === 'admin' || viewerCalls.has(name);
}
