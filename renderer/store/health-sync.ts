/**
 * Keeps the health store in step with one host: asked for when there is a host and somebody looks, then as it changes.
 *
 * Invariants: what the host tells counts more than an answer that was asked for before it; while paused nothing is asked
 * for, and what was known of a host that is gone is forgotten.
 */
import type { Bridge } from '../bridge.ts';
import type { HealthStore } from './health-store.ts';

export interface HealthSync {
  /** Asks this host anew. */
  restart(): void;
  /** Nobody looks: `restart` goes on. */
  pause(): void;
  /** No host is there: nothing is known of it. */
  forget(): void;
  end(): void;
}

export function createHealthSync(bridge: Bridge, health: HealthStore): HealthSync {
  /** Raised by everything that makes an answer that is still to come worthless. */
  let round = 0;
  const unsubscribe = bridge.on('health.changed', ({ items }) => {
    round += 1;
    health.setState({ items });
  });

  function pause(): void {
    round += 1;
  }

  return {
    restart: () => {
      pause();
      const asked = round;
      bridge.call('health.list', {}).then(
        ({ items }) => {
          if (asked === round) health.setState({ items });
        },
        // The host's own state tells what is wrong with it; the next change brings all items.
        () => undefined,
      );
    },
    pause,
    forget: () => {
      pause();
      health.setState({ items: [] });
    },
    end: () => {
      pause();
      unsubscribe();
    },
  };
}
