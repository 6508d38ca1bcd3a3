/** Whether this row has come to need a person while it was shown: it is tinted then, once (design §14). */
import { useState } from 'react';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { azureTone, endpointTone } from '../../../../electron/contract/status.ts';
import { legsOf } from '../../../components/legs-of.ts';

interface Seen {
  readonly needsPerson: boolean;
  readonly known: boolean;
  readonly turnedRed: boolean;
}

export function useTurnedRed(view: ConnectionView): boolean {
  const needsPerson = azureTone(legsOf(view)) === 'act' || endpointTone(view.endpoint.status) === 'act';
  const known = view.azure.status !== 'unknown';
  const [seen, setSeen] = useState<Seen>({ needsPerson, known, turnedRed: false });
  if (seen.needsPerson === needsPerson && seen.known === known) return seen.turnedRed;
  // What was so before a host went away hasn't turned red when it is back.
  const next = { needsPerson, known, turnedRed: needsPerson && seen.known && !seen.needsPerson };
  setSeen(next);
  return next.turnedRed;
}
