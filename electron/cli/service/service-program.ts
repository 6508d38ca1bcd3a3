/**
 * Whether a service can start this program: one in somebody's home is closed to the service's account, and would be gone
 * with that somebody.
 */
import { posix, win32 } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { wrongUse } from '../wrong-use.ts';

const homes: Readonly<Partial<Record<NodeJS.Platform, RegExp>>> = {
  linux: /^\/(?:home|root|run\/user|tmp|var\/tmp)\//,
  darwin: /^\/(?:Users|private\/tmp|tmp)\//,
  win32: /^[a-z]:\\users\\/i,
};

/** @throws HcmError HCM1060 for a path that isn't absolute, HCM5023 for one in a home. */
export function requireReachable(platform: NodeJS.Platform, program: readonly string[]): void {
  const paths = platform === 'win32' ? win32 : posix;
  for (const file of program) {
    if (!paths.isAbsolute(file) || /[\r\n]/.test(file)) throw wrongUse('choice', { name: '--program' });
    if (homes[platform]?.test(file) === true) throw new HcmError('HCM5023', { file });
  }
}
