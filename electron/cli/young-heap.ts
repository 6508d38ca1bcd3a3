/**
 * Keeps V8's space for young objects as small as it is by now, some MB: on a host that is left alone for months it would
 * grow to 48 MB at the first busy moment and never shrink. What the data path carries lies outside of it.
 */
import { setFlagsFromString } from 'node:v8';

/** The option that Node has for it (`--max-semi-space-size`) counts only from the start of a process. */
export function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
