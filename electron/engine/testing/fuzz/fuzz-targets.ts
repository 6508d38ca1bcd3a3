/** Every parser of what comes from outside that is fuzzed. */
import { connectionStringsTarget } from './connection-strings-target.ts';
import { controlMessagesTarget } from './control-messages-target.ts';
import { framesTarget } from './frames-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { httpAnswersTarget } from './http-answers-target.ts';
import { metadataTarget } from './metadata-target.ts';
import { rendezvousAddressesTarget } from './rendezvous-addresses-target.ts';

export const fuzzTargets: readonly FuzzTarget[] = [
  framesTarget,
  controlMessagesTarget,
  metadataTarget,
  connectionStringsTarget,
  rendezvousAddressesTarget,
  httpAnswersTarget,
];
