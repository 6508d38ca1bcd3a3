/** From an errno of the file system to the product's error (plan 5.11). */
import { HcmError } from '../../contract/errors.ts';

export function errnoOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** `file` is the bare name: a path could tell more about this computer than a report should. */
export function toFileError(error: unknown, file: string): HcmError {
  if (error instanceof HcmError) return error;
  const reason = errnoOf(error);
  const details = { file, reason: reason === '' ? 'unknown' : reason };
  if (['ENOSPC', 'EDQUOT'].includes(reason)) return new HcmError('HCM4003', details, { cause: error });
  if (['EACCES', 'EPERM', 'EROFS'].includes(reason))
    return new HcmError('HCM4004', details, { cause: error });
  return new HcmError('HCM4005', details, { cause: error });
}
