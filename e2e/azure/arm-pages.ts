/** Paging as ARM does it: `nextLink` is a whole address with a `$skiptoken` that means something to the server only. */
import { ArmError } from './arm-error.ts';
import { ok, type ArmAnswer, type ArmRequest } from './arm-request.ts';

export function paged(request: ArmRequest, all: readonly object[], pageSize: number): ArmAnswer {
  const token = request.url.searchParams.get('$skiptoken');
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isInteger(start) || start < 0 || start > all.length)
    throw new ArmError(400, 'InvalidSkipToken', 'The skip token is invalid.');
  const value = all.slice(start, start + pageSize);
  const end = start + value.length;
  if (end >= all.length) return ok({ value });
  const next = new URL(request.url);
  next.searchParams.set('$skiptoken', Buffer.from(String(end)).toString('base64url'));
  return ok({ value, nextLink: next.href });
}
