/** How fast each open session is, from one look at them to the next. */
import { useCallback, useState } from 'react';
import type { SessionsLook } from './session-sources.ts';
import { nextRates, noRates } from './session-rates.ts';

/** @param look the latest one; null before the first. */
export function useSessionRates(look: SessionsLook | null): (id: string) => number | null {
  const [seen, setSeen] = useState<{ look: SessionsLook | null; rates: typeof noRates }>({
    look: null,
    rates: noRates,
  });
  // State that follows a prop: React draws again at once, before anybody sees the old one.
  if (look !== null && seen.look !== look)
    setSeen({ look, rates: nextRates(seen.rates, look.sessions, look.atMs) });
  const { byId } = seen.rates;
  return useCallback((id) => byId.get(id)?.perSecond ?? null, [byId]);
}
