/**
 * A part of the page with code of its own, loaded when it is wanted or ahead of that. `lazy` alone shows nothing at first even
 * when the code is there, and React leaves that nothing standing for 300 ms: the page would go blank on each first visit.
 */
import { lazy, useState, type ComponentType } from 'react';

export interface LaterPart<Props extends object> {
  /** Drawn at once when it is loaded; else waits, as `lazy` does. */
  readonly Part: ComponentType<Props>;
  readonly load: () => Promise<void>;
}

export function laterPart<Props extends object>(
  importPart: () => Promise<ComponentType<Props>>,
): LaterPart<Props> {
  let loaded: ComponentType<Props> | null = null;
  const load = async (): Promise<ComponentType<Props>> => (loaded = await importPart());
  const Waiting = lazy(async () => ({ default: await load() }));

  function Part(props: Props) {
    // Kept from the first drawing on: another component in its place would lose what the part holds.
    const [Chosen] = useState<ComponentType<Props>>(() => loaded ?? Waiting);
    return <Chosen {...props} />;
  }

  return {
    Part,
    load: async () => {
      await load();
    },
  };
}
