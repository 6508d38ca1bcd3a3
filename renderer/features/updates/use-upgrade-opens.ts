/**
 * Opens the popup of a newer version by itself: once when it is there and once when it can be installed, never over another
 * dialog, and not for a release of which the person wants to hear nothing.
 */
import { useEffect } from 'react';
import type { UpdateState } from '../../../electron/contract/updates.ts';
import { useServices, useShell, useUi } from '../../services.tsx';

export function useUpgradeOpens(): void {
  const { shell, ui } = useServices();
  const wanted = useShell(({ update }) => (update === null ? null : worthShowing(update)));
  const shown = useShell(({ shownUpgrade }) => shownUpgrade);
  const isQuiet = useShell(({ update }) => update?.isQuiet === true);
  const isFree = useUi(({ dialog }) => dialog === null);
  useEffect(() => {
    // Who wants to be reminded is, once that is over.
    if (isQuiet) shell.setState({ shownUpgrade: null });
  }, [isQuiet, shell]);
  useEffect(() => {
    if (wanted === null || wanted === shown || !isFree) return;
    shell.setState({ shownUpgrade: wanted });
    ui.openDialog({ kind: 'upgrade' });
  }, [wanted, shown, isFree, shell, ui]);
}

/** What the popup would be about; null for nothing. */
function worthShowing({ phase, release, isQuiet, goBackTo }: UpdateState): string | null {
  if (goBackTo !== null) return `back to ${goBackTo}`;
  if (release === null || isQuiet) return null;
  return phase === 'available' || phase === 'ready' ? `${phase} ${release.version}` : null;
}
