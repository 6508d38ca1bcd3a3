/**
 * English texts of what is asked before a connection string goes to the clipboard: whoever has it can do what its key may
 * do.
 */
import { localised } from '../localised.ts';

export const gatewayStringTexts = localised({
  question: 'Copy the connection string of {name}?',
  listens:
    'Whoever has it can listen on {name} from any computer, and then gets some of the sessions of its apps. Give it only to ' +
    'whoever runs the other host.',
  /** Of a rule that may do more than listen. */
  manages:
    'The rule {rule} may manage the whole namespace {namespace}: whoever has this connection string can listen and send on ' +
    'all of its Hybrid Connections, and make and delete them. Use a rule that may only listen instead.',
  clears: 'The clipboard is cleared in {seconds} seconds.',
  copy: 'Copy',
  copyAnyway: 'Copy it anyway',
  cancel: 'Cancel',
} as const satisfies Record<string, string>);
