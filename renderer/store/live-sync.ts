/**
 * Joins the stores to the bridge for as long as the window lives: which host there is, its connections and its health, the
 * app, the practice relay, the person's preferences, and the beat of time and traffic.
 *
 * Invariants: events count more than answers that were asked for before them; nothing is asked for and nothing ticks
 * while the window is hidden; what was started here ends with the returned function.
 */
import type { HostState } from '../../electron/contract/shell-api.ts';
import type { Services } from '../services.tsx';
import { startExpectationTimers } from './expectation-timers.ts';
import { createHealthSync } from './health-sync.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createSnapshotSync } from './snapshot-sync.ts';

/** The part of `document` that says whether anybody looks. */
export type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/** @returns what ends it. */
export function startLiveSync(services: Services, page: Page = document): () => void {
  const { bridge, clock, connections, health, shell, toasts, traffic } = services;
  const snapshots = createSnapshotSync(bridge, connections);
  const healthSync = createHealthSync(bridge, health);
  const heartbeat = createHeartbeat(clock, connections, traffic);
  let ended = false;

  function applyHost(host: HostState): void {
    shell.setState({ host });
    if (host.mode === 'unreachable') {
      snapshots.pause();
      healthSync.forget();
      // The first moment counts, however often the app says it again.
      connections.setUnknownSince(connections.getState().unknownSince ?? Date.now());
    } else if (host.mode !== 'starting' && isVisible()) {
      snapshots.restart();
      healthSync.restart();
    }
  }

  function isVisible(): boolean {
    return page.visibilityState === 'visible';
  }

  function onVisibility(): void {
    if (!isVisible()) {
      heartbeat.stop();
      snapshots.pause();
      healthSync.pause();
      return;
    }
    heartbeat.start();
    const { mode } = shell.getState().host;
    // Patches aren't sent to a window that nobody sees.
    if (mode !== 'app' && mode !== 'background') return;
    snapshots.restart();
    healthSync.restart();
  }

  /** Asks once; an event that comes first wins. A refusal leaves what is known: the host's state tells what is wrong. */
  function ask<Answer>(answer: Promise<Answer>, apply: (answer: Answer) => void, isOld = () => false): void {
    answer.then(
      (value) => {
        if (!ended && !isOld()) apply(value);
      },
      () => undefined,
    );
  }

  let heardOfHost = false;
  let heardOfDemo = false;
  const ends = [
    bridge.on('connections.patch', (patch) => snapshots.onPatch(patch)),
    bridge.on('app.hostChanged', ({ state }) => {
      heardOfHost = true;
      applyHost(state);
    }),
    bridge.on('demo.changed', ({ state }) => {
      heardOfDemo = true;
      shell.setState({ demo: state });
    }),
    startExpectationTimers(connections, toasts),
  ];
  ask(
    bridge.call('app.host', {}),
    ({ state }) => applyHost(state),
    () => heardOfHost,
  );
  ask(
    bridge.call('demo.get', {}),
    ({ state }) => shell.setState({ demo: state }),
    () => heardOfDemo,
  );
  ask(bridge.call('app.info', {}), (app) => shell.setState({ app }));
  ask(bridge.call('preferences.get', {}), ({ preferences }) => shell.setState({ preferences }));

  page.addEventListener('visibilitychange', onVisibility);
  if (isVisible()) heartbeat.start();
  return () => {
    ended = true;
    page.removeEventListener('visibilitychange', onVisibility);
    heartbeat.stop();
    snapshots.pause();
    healthSync.end();
    for (const end of ends) end();
  };
}
