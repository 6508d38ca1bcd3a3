/**
 * Joins the stores to the bridge for as long as the window lives: which host there is, its connections and its health, the
 * app, newer versions of it, the practice relay, the person's preferences, and the beat of time and traffic.
 *
 * Invariants: events count more than answers that were asked for before them; nothing ticks while the window is hidden, and
 * once it has been seen nothing is asked for then, either; what was started here ends with the returned function.
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
  /** It was hidden after it had been seen: patches were missed. Before that it is as if somebody looked. */
  let isPaused = false;
  /** The first host is asked before it is known which one it is: the app holds the answers back until then. */
  let isAskedAhead = true;

  function applyHost(host: HostState): void {
    shell.setState({ host });
    if (host.mode === 'unreachable') {
      isAskedAhead = false;
      snapshots.pause();
      healthSync.forget();
      // The first moment counts, however often the app says it again.
      connections.setUnknownSince(connections.getState().unknownSince ?? Date.now());
    } else if (host.mode !== 'starting') {
      if (!isAskedAhead && !isPaused) restart();
      isAskedAhead = false;
    }
  }

  function restart(): void {
    snapshots.restart();
    healthSync.restart();
  }

  function isVisible(): boolean {
    return page.visibilityState === 'visible';
  }

  function onVisibility(): void {
    if (!isVisible()) {
      isPaused = true;
      isAskedAhead = false;
      heartbeat.stop();
      snapshots.pause();
      healthSync.pause();
      return;
    }
    heartbeat.start();
    if (!isPaused) return;
    isPaused = false;
    const { mode } = shell.getState().host;
    // Patches aren't sent to a window that nobody sees.
    if (mode !== 'app' && mode !== 'background') return;
    restart();
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
  let heardOfUpdate = false;
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
    bridge.on('update.changed', ({ state }) => {
      heardOfUpdate = true;
      shell.setState({ update: state });
    }),
    startExpectationTimers(connections, toasts),
  ];
  ask(
    bridge.call('app.host', {}),
    ({ state }) => applyHost(state),
    () => heardOfHost,
  );
  restart();
  ask(
    bridge.call('demo.get', {}),
    ({ state }) => shell.setState({ demo: state }),
    () => heardOfDemo,
  );
  ask(
    bridge.call('update.get', {}),
    ({ state }) => shell.setState({ update: state }),
    () => heardOfUpdate,
  );
  ask(bridge.call('app.info', {}), (app) => shell.setState({ app }));

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
