/** English texts of the window of a viewer: somebody who may look at a host and not change it (`access.ts`). */
import { localised } from '../localised.ts';

export const viewerTexts = localised({
  /** Chip of the header. */
  chip: 'View only',
  /** Why a control does nothing. Lines in tooltips, so no full stop. */
  reason: 'You may look at this host, not change it',
  who: 'Only administrators of this host can change it.',
  /** Says why a key or a click led to nothing. */
  refused: 'You may look at this host, not change it. Only its administrators can.',
  /** In place of the namespace’s IP address. */
  addressNotAsked: 'Only administrators can have it looked up',
  /** In place of an empty table. */
  emptyTitle: 'Nothing is configured on this host',
  emptyText:
    'Its administrators add connections. As soon as there is one, you see here how it is and what goes through.',
} as const satisfies Record<string, string>);
