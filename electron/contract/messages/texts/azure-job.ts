/** English texts for work in Azure that takes several steps: their names, and how each of them stands. */
import { localised } from '../localised.ts';
import type { AzureJob, AzureJobStep } from '../../azure-resource.ts';

export const azureJobStepTexts: Readonly<Record<AzureJobStep, string>> = localised({
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
});

/** Behind a step's name, for those who don’t see its icon. */
export const azureJobStateTexts: Readonly<Record<AzureJob['steps'][number]['state'], string>> = localised({
  waiting: 'waiting',
  running: 'under way',
  done: 'done',
  failed: 'failed',
});

export const azureJobTexts = localised({
  steps: 'Steps',
  /** Read out as it goes on. */
  spoken: 'Step {number} of {count}: {step}.',
  spokenDone: 'All steps are done.',
  starting: 'Starting…',
  stopped: 'Stopped here. What was done stays.',
  /** It may go on: only the host’s answers are missing. */
  lost: 'How it goes can’t be read',
  look: 'Look again',
} as const satisfies Record<string, string>);

/** Told in a message of its own when no dialog shows how it goes. */
export const azureJobEndTexts = localised({
  creation: {
    done: 'Created {name}.',
    stopped: 'Creating {name} was stopped. Create in Azure… shows how far it came.',
    failed: 'Creating {name} isn’t complete: {problem}. Create in Azure… shows how far it came.',
    unknown: 'How creating {name} ended isn’t known: the host was restarted. Look into the portal.',
  },
  rotation: {
    done: 'Both keys of {name} are new.',
    stopped: 'Rotating the keys of {name} was stopped. It goes on with the key that works.',
    failed: 'Rotating the keys of {name} isn’t complete: {problem}. It goes on with the key that works.',
    unknown: 'How rotating the keys of {name} ended isn’t known: the host was restarted. Run Sync keys.',
  },
  rotationOfSeveral: {
    done: 'Both keys of {name} are new. Now run Sync keys on every other host that listens on it.',
    stopped:
      'Rotating the keys of {name} was stopped. Run Sync keys on every other host that listens on it, or rotate again.',
    failed:
      'Rotating the keys of {name} isn’t complete: {problem}. Run Sync keys on every other host that listens on it.',
    unknown:
      'How rotating the keys of {name} ended isn’t known: the host was restarted. Run Sync keys on every host that listens on it.',
  },
} as const satisfies Record<string, Readonly<Record<'done' | 'stopped' | 'failed' | 'unknown', string>>>);
