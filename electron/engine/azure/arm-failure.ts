/** From what Azure Resource Manager answered to one code (product B6). Pure. */
import { z } from 'zod';
import { HcmError, type ErrorCode, type ErrorDetails } from '../../contract/errors.ts';
import type { HttpsAnswer } from '../net/https-request.ts';

const envelopeSchema = z.object({
  error: z.object({ code: z.string(), message: z.string().optional() }),
});

/** @param name what was asked for, as a person calls it. */
export function armFailure(answer: HttpsAnswer, name: string): HcmError {
  const { status, headers } = answer;
  const said = envelopeOf(answer.body);
  const correlationId = /^[\w-]{1,64}$/u.exec(headers['x-ms-correlation-request-id'] ?? '')?.[0];
  const details: ErrorDetails = {
    status,
    name,
    reason: said?.code ?? '',
    ...(correlationId === undefined ? {} : { correlationId }),
    ...permissionIn(said?.message ?? ''),
  };
  // A proxy's or a gateway's page with a status of its own.
  if (said === null && status < 500 && status !== 429)
    return new HcmError('HCM6026', { ...details, reason: 'json' });
  if (status === 429)
    return new HcmError('HCM6024', { ...details, seconds: retryAfterSeconds(answer) ?? '' });
  return new HcmError(codeOf(status, said?.code ?? ''), details);
}

/** Seconds that the service asks to wait; null when it doesn't say. */
export function retryAfterSeconds({ headers }: HttpsAnswer): number | null {
  const text = headers['retry-after'] ?? '';
  return /^\d{1,6}$/u.test(text) ? Number(text) : null;
}

/** Claims that a challenge demands, as the library that signs in takes them; '' when it demands none. */
export function demandedClaims({ headers }: HttpsAnswer): string {
  const encoded = /\bclaims="([A-Za-z0-9+/=_-]{1,8192})"/u.exec(headers['www-authenticate'] ?? '')?.[1] ?? '';
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? text : '';
  } catch {
    return '';
  }
}

function codeOf(status: number, code: string): ErrorCode {
  if (/^SubscriptionNotFound$/iu.test(code)) return 'HCM6022';
  if (/ReadOnlyDisabledSubscription|SubscriptionDisabled/iu.test(code)) return 'HCM6029';
  if (status === 401) return 'HCM6020';
  if (status === 403) return 'HCM6021';
  if (status === 404) return 'HCM6023';
  return status >= 500 || status === 408 ? 'HCM6025' : 'HCM6027';
}

/** ARM names the missing permission and where it is missing; both go into the sentence. */
function permissionIn(message: string): ErrorDetails {
  const action = /perform action '([\w./*-]{1,200})'/iu.exec(message)?.[1];
  const scope = /over scope '([^']{1,500})'/iu.exec(message)?.[1];
  return { ...(action === undefined ? {} : { action }), ...(scope === undefined ? {} : { scope }) };
}

function envelopeOf(body: string): z.infer<typeof envelopeSchema>['error'] | null {
  try {
    const { error } = envelopeSchema.parse(JSON.parse(body));
    return { ...error, code: error.code.replace(/[^\w.-]/gu, '').slice(0, 100) };
  } catch {
    return null;
  }
}
