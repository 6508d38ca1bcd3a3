/** What the system says of our service. */
export const serviceStates = ['running', 'starting', 'stopping', 'stopped', 'failed'] as const;

export interface ServiceState {
  readonly installed: boolean;
  /** Starts with the system. */
  readonly enabled: boolean;
  readonly state: (typeof serviceStates)[number];
  readonly processId: number | null;
  /** Where the service keeps its state; null where the system doesn't say. */
  readonly dataFolder: string | null;
}

export const notInstalled: ServiceState = {
  installed: false,
  enabled: false,
  state: 'stopped',
  processId: null,
  dataFolder: null,
};
