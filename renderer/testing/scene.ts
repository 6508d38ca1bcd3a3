/**
 * A state of the window to look at in the gallery. Files in `scenes/` export `scenes`; the gallery finds them by
 * themselves. What a scene doesn't say is as in the design's first picture.
 */
import type { ReactNode } from 'react';
import type { Person } from './person.ts';
import type { ServicesOfTest } from './render-with-services.tsx';
import type { TestBridgeOptions } from './test-bridge.ts';

export interface Scene {
  /** As in `gallery.html?scene=…`. */
  readonly name: string;
  /** Host, connections and answers; `now` in milliseconds since 1970-01-01 UTC. */
  readonly bridge?: (now: number) => TestBridgeOptions;
  /**
   * What the person did: selected a row, opened a dialog. Runs when the first answers are there; what the
   * person does in the dialog goes on from then. */
  readonly prepare?: (services: ServicesOfTest, person: Person) => void;
  /** Selector of a button that the person pressed then, as soon as it was there. */
  readonly press?: string;
  /** In place of the whole app. */
  readonly render?: () => ReactNode;
}
