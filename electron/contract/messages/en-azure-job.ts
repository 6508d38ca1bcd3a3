/** English texts for work in Azure that takes several steps: their names, and how each of them stands. */
import type { AzureJob, AzureJobStep } from '../azure-resource.ts';

export const enAzureJobSteps: Readonly<Record<AzureJobStep, string>> = {
  group: 'Make the resource group',
  namespace: 'Make the namespace',
  connection: 'Make the Hybrid Connection',
  listenRule: 'Make its listen rule, defaultListener',
  sendRule: 'Make its send rule, defaultSender',
  app: 'Attach the app',
  add: 'Add it to this host',
  readKeys: 'Read both keys',
  useSecondary: 'Listen with the secondary key',
  regeneratePrimary: 'Regenerate the primary key',
  usePrimary: 'Listen with the new primary key',
  regenerateSecondary: 'Regenerate the secondary key',
  keepSecondary: 'Keep the new secondary key',
};

/** Behind a step's name, for those who don’t see its icon. */
export const enAzureJobStates: Readonly<Record<AzureJob['steps'][number]['state'], string>> = {
  waiting: 'waiting',
  running: 'under way',
  done: 'done',
  failed: 'failed',
};

export const enAzureJob = {
  steps: 'Steps',
  /** Read out as it goes on. */
  spoken: 'Step {number} of {count}: {step}.',
  spokenDone: 'All steps are done.',
  starting: 'Starting…',
  stopped: 'Stopped here. What was done stays.',
  /** It may go on: only the host’s answers are missing. */
  lost: 'How it goes can’t be read',
  look: 'Look again',
} as const satisfies Record<string, string>;
