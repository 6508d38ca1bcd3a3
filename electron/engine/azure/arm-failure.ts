/** From what Azure Resource Manager answered to one code (product B6). Pure. */
import { z } from 'zod';
import { HcmError, type ErrorCode, type ErrorDetails } from '../../contract/errors.ts';
import type { HttpsAnswer } from '../net/https-request.ts';

const maxSaid = 300;

/** Resource Manager's own; and App Service's, which answers by itself for what lies in an app or a plan. */
const envelopeSchema = z.union([
  z
    .object({ error: z.object({ code: z.string(), message: z.string().nullish() }) })
    .transform(({ error }) => error),
  z
    .object({ Code: z.string(), Message: z.string().nullish() })
    .transform((said) => ({ code: said.Code, message: said.Message })),
]);

export interface FailureKind {
  /** Something was to be changed: Azure's own words say why not. */
  readonly isChange: boolean;
}

/** @param name what was asked for, as a person calls it. */
export function armFailure(answer: HttpsAnswer, name: string, kind?: FailureKind): HcmError {
  const { status, headers } = answer;
  const said = envelopeOf(answer.body);
  const correlationId = /^[\w-]{1,64}$/u.exec(headers['x-ms-correlation-request-id'] ?? '')?.[0];
  const details: ErrorDetails = {
    status,
    name,
    reason: said?.code ?? '',
    ...(correlationId === undefined ? {} : { correlationId }),
    ...permissionIn(said?.message ?? ''),
    ...(kind?.isChange === true ? wordsIn(said?.message ?? '') : {}),
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
  if (/^RequestDisallowedByPolicy/iu.test(code)) return 'HCM6067';
  if (/^ScopeLocked$/iu.test(code)) return 'HCM6068';
  if (/^(?:MissingSubscriptionRegistration|SubscriptionNotRegistered)$/iu.test(code)) return 'HCM6069';
  if (/^NamespaceUnavailable$/iu.test(code)) return 'HCM6062';
  if (/quota|limit(?:s)?(?:Exceeded|Reached)|^TooMany(?!Requests)/iu.test(code)) return 'HCM6063';
  if (status === 401) return 'HCM6020';
  if (status === 403) return 'HCM6021';
  if (status === 404) return 'HCM6023';
  if (status === 409 || status === 412) return 'HCM6066';
  return status >= 500 || status === 408 ? 'HCM6025' : 'HCM6027';
}

/** ARM names the missing permission and where it is missing; both go into the sentence. */
function permissionIn(message: string): ErrorDetails {
  const action = /perform action '([\w./*-]{1,200})'/iu.exec(message)?.[1];
  const scope = /over scope '([^'\p{C}]{1,500})'/iu.exec(message)?.[1];
  return {
    ...(action === undefined ? {} : { action }),
    // A connection string of somebody who has it is a way round this one alone.
    ...(action !== undefined && /\/listKeys\//iu.test(action) ? { keyAction: action } : {}),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** Enough to understand it, on one line. */
function wordsIn(message: string): ErrorDetails {
  const said = message
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, maxSaid)
    .replace(/\.$/u, '');
  return said === '' ? {} : { said };
}

function envelopeOf(body: string): z.infer<typeof envelopeSchema> | null {
  try {
    const said = envelopeSchema.parse(JSON.parse(body));
    return { ...said, code: said.code.replace(/[^\w.-]/gu, '').slice(0, 100) };
  } catch {
    return null;
  }
}
