/** Exit codes of `hcm`: a promise to scripts, documented in the help and in the README. */
import type { ErrorCode } from '../contract/errors.ts';

export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  needsHost: 3,
  /** `hcm plan`: there is something to change; `hcm version --check`: a newer version is there. */
  changes: 10,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(code: ErrorCode): ExitCode {
  switch (code) {
    case 'HCM1060':
      return exitCodes.wrongUse;
    case 'HCM5001':
      return exitCodes.needsHost;
    default:
      return exitCodes.failed;
  }
}
