/** Who types the command: for the activity list of the host. */
import type { CliIo } from './cli-io.ts';

/** Longest name that the contract takes. */
const maxLength = 256;

/** Nothing where the system knows no name. */
export function askedBy({ userName }: Pick<CliIo, 'userName'>): { readonly by?: string } {
  return userName === '' ? {} : { by: userName.slice(0, maxLength) };
}
