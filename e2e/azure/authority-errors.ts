/** Failures of the authority in Entra's words: codes with an AADSTS number, which people search for. */
import { randomUUID } from 'node:crypto';

export class AuthorityError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(error: string, number: number, text: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(text);
    this.status = error === 'invalid_client' ? 401 : 400;
    const trace = randomUUID();
    const correlation = randomUUID();
    const timestamp = new Date().toISOString().replace('T', ' ').replace(/\.\d+/, '');
    this.body = {
      error,
      error_description: `AADSTS${number}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [number],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://localhost/error?code=${number}`,
      ...extra,
    };
  }
}

export const secondFactorNeeded = (claims: string | null): AuthorityError =>
  new AuthorityError(
    'interaction_required',
    50076,
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    { suberror: 'basic_action', ...(claims === null ? {} : { claims }) },
  );

/** What the provider says about a token request, as Entra says it. */
export function translated(error: string, description: string, grantType: string): AuthorityError {
  switch (error) {
    case 'authorization_pending':
      return new AuthorityError(
        error,
        70016,
        'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
      );
    case 'expired_token':
      return new AuthorityError(
        error,
        70020,
        'The provided value for the input parameter device_code is not valid. This device code has expired.',
      );
    case 'access_denied':
      return new AuthorityError('authorization_declined', 70018, 'User declined the authorization.');
    case 'invalid_client':
      return new AuthorityError(error, 7000215, 'Invalid client secret provided.');
    case 'invalid_grant':
      if (grantType !== 'refresh_token')
        return new AuthorityError(
          error,
          70008,
          'The provided authorization code or refresh token has expired due to inactivity.',
        );
      return new AuthorityError(
        error,
        50173,
        'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
        { suberror: 'bad_token' },
      );
    default:
      return new AuthorityError(error, 9002313, `Invalid request. ${description}`);
  }
}
