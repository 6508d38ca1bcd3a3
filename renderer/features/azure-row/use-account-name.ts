import { useEffect, useState } from 'react';
import { useBridge } from '../../services.tsx';

/** What the account is called on this host; null until that is known, and where nobody may tell. */
export function useAccountName(accountId: string | null): string | null {
  const bridge = useBridge();
  const [known, setKnown] = useState<{ readonly id: string; readonly name: string } | null>(null);
  useEffect(() => {
    if (accountId === null) return undefined;
    let isOver = false;
    bridge.call('azure.accounts', {}).then(
      ({ accounts }) => {
        const account = accounts.find(({ id }) => id === accountId);
        if (!isOver && account !== undefined) setKnown({ id: accountId, name: account.name });
      },
      // The rest is there all the same.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [bridge, accountId]);
  return known?.id === accountId ? known.name : null;
}
