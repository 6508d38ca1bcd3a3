/**
 * Whether the person at this window may have the host do something, decided as the host itself decides it (`access.ts`).
 * The host refuses in any case: this is so that the window doesn't offer what will be refused.
 */
import { mayCall, type Role } from '../../electron/contract/access.ts';
import type { CallName } from '../../electron/contract/api.ts';
import { viewerTexts } from '../../electron/contract/messages/texts/viewer.ts';
import type { HostState } from '../../electron/contract/shell-api.ts';
import { useShell } from '../services.tsx';

/** Of a host that went away the last role stands. Before the first answer nothing is taken from anybody. */
function roleOf(host: HostState): Role {
  return (host.mode === 'starting' ? null : host.info)?.role ?? 'admin';
}

/** Why this call isn't the person's to make; null when it is, or when no call is needed. */
export function whyNot(host: HostState, need: CallName | null): string | null {
  return need === null || mayCall(roleOf(host), need) ? null : viewerTexts.reason;
}

export function useWhyNot(need: CallName | null): string | null {
  return useShell(({ host }) => whyNot(host, need));
}

export function useIsViewer(): boolean {
  return useShell(({ host }) => roleOf(host) === 'viewer');
}
