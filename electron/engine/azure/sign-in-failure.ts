/**
 * From what the authority or the library that signs in said to one code. The library's texts are never handed on: they quote
 * requests. Only the error's word and the number of Entra's own list (`AADSTS…`) are. Pure.
 */
import { HcmError, type ErrorCode, type ErrorDetails } from '../../contract/errors.ts';

interface Said {
  /** `invalid_grant` and the like, of the authority or the library. */
  readonly word: string;
  /** Number of Entra's own list; '' when there is none. */
  readonly number: string;
  readonly correlationId: string;
}

const byNumber: Readonly<Record<string, ErrorCode>> = {
  '65004': 'HCM6002',
  '70016': 'HCM6003',
  '70020': 'HCM6003',
  '50076': 'HCM6004',
  '50078': 'HCM6004',
  '50079': 'HCM6004',
  '50173': 'HCM6004',
  '70008': 'HCM6004',
  '70043': 'HCM6004',
  '700082': 'HCM6004',
  '700084': 'HCM6004',
  '50105': 'HCM6006',
  '53000': 'HCM6006',
  '53001': 'HCM6006',
  '53003': 'HCM6006',
  '65001': 'HCM6006',
  '90094': 'HCM6006',
  '700027': 'HCM6007',
  '7000215': 'HCM6007',
  '7000222': 'HCM6007',
  '90002': 'HCM6008',
  '900023': 'HCM6008',
  '50059': 'HCM6008',
  '50011': 'HCM6016',
  '700016': 'HCM6016',
  '7000218': 'HCM6016',
};

const byWord: readonly (readonly [RegExp, ErrorCode])[] = [
  [/access_denied|authorization_declined|user_cancel|polling_cancelled/u, 'HCM6002'],
  [/device_code_expired|expired_token|code_expired|user_timeout/u, 'HCM6003'],
  [/consent_required/u, 'HCM6006'],
  [/invalid_client\b|unauthorized_client/u, 'HCM6016'],
  [
    /interaction_required|login_required|invalid_grant|no_tokens_found|no_account_found|bad_token/u,
    'HCM6004',
  ],
  [/endpoints_resolution_error|openid_config_error|untrusted_authority/u, 'HCM6015'],
];

/** @param details `name` of whoever signs in, `tenant`, `host` of the authority. */
export function signInFailure(error: unknown, details: ErrorDetails): HcmError {
  if (error instanceof HcmError) return error;
  const said = readError(error);
  const { word, number, correlationId } = said;
  const all = {
    ...details,
    reason: word,
    ...(number === '' ? {} : { aadsts: `AADSTS${number}` }),
    ...(correlationId === '' ? {} : { correlationId }),
  };
  return new HcmError(codeOf(said, details), all);
}

function codeOf({ word, number }: Said, { isService }: ErrorDetails): ErrorCode {
  const known = byNumber[number];
  if (known !== undefined) return known;
  if (isService === 'yes' && /invalid_client\b/u.test(word)) return 'HCM6007';
  return byWord.find(([pattern]) => pattern.test(word))?.[1] ?? 'HCM6005';
}

const refusedWords =
  /\b(?:access_denied|authorization_declined|expired_token|code_expired|invalid_grant|invalid_client|unauthorized_client|interaction_required|consent_required)\b/u;

function readError(error: unknown): Said {
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const message = text('errorMessage');
  // A device code's refusal is only in the message of the library: `post_request_failed: access_denied`.
  const inside = refusedWords.exec(message)?.[0];
  const word = text('errorCode');
  return {
    word: (word === 'post_request_failed' && inside !== undefined ? inside : word).slice(0, 100),
    number: /AADSTS(\d{4,8})/u.exec(message)?.[1] ?? '',
    correlationId: /^[\w-]{1,64}$/u.exec(text('correlationId'))?.[0] ?? '',
  };
}
