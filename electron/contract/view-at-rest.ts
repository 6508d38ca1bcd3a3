/** What is shown of a connection that no host runs, or whose host doesn't answer. Pure. */
import type { ConnectionConfig } from './connection.ts';
import type { ConnectionView, EndpointLeg, KeysView } from './connection-view.ts';

/** An endpoint that nobody looks at. */
export const notChecked: EndpointLeg = {
  status: 'notChecked',
  problem: null,
  dialMs: null,
  checkedAt: null,
  address: null,
};

/** What can be said of the keys before any was tried. */
export function keysAtRest({ secondaryKeyName }: ConnectionConfig): KeysView {
  return { inUse: 'primary', hasSecondary: secondaryKeyName !== null, refused: [] };
}

/** A stored connection that no host runs. */
export function viewAtRest(config: ConnectionConfig): ConnectionView {
  const status = config.kind === 'biztalk' ? 'discontinued' : 'stopped';
  return {
    config,
    azure: {
      status,
      since: Date.parse(config.updatedAt),
      problem: null,
      retryAt: null,
      attempt: 0,
      answersInMs: null,
      via: null,
    },
    endpoint: notChecked,
    listeners: null,
    endpointInAzure: null,
    keys: keysAtRest(config),
    tokenProblem: null,
    limitHit: null,
    sessions: 0,
    lastSessionAt: null,
    bytesIn: 0,
    bytesOut: 0,
  };
}

/** A connection whose host has just come up and will start it in a moment. @param since milliseconds since 1970-01-01 UTC */
export function viewBeforeStart(config: ConnectionConfig, since: number): ConnectionView {
  const view = viewAtRest(config);
  if (!config.enabled || config.kind === 'biztalk') return view;
  return { ...view, azure: { ...view.azure, status: 'connecting', since } };
}

/** What is left of a view when its host isn't answering: what was configured, and when it was last known. */
export function viewUnknown(view: ConnectionView, since: number): ConnectionView {
  if (view.config.kind === 'biztalk') return view;
  return {
    ...viewAtRest(view.config),
    azure: { ...viewAtRest(view.config).azure, status: 'unknown', since },
  };
}
