/** English texts of all error codes. The type demands that no code is left out. */
import type { ErrorCode } from '../errors.ts';
import { enAzureErrors } from './en-errors-azure.ts';
import { enDesiredErrors } from './en-errors-desired.ts';
import { enEndpointErrors } from './en-errors-endpoint.ts';
import { enHostErrors } from './en-errors-host.ts';
import { enInputErrors } from './en-errors-input.ts';
import { enPortableErrors } from './en-errors-portable.ts';
import { enProxyErrors } from './en-errors-proxy.ts';
import { enRelayErrors } from './en-errors-relay.ts';
import { enStatusErrors } from './en-errors-status.ts';
import type { ErrorText } from './error-text.ts';

export const enErrors: Readonly<Record<ErrorCode, ErrorText>> = {
  ...enInputErrors,
  ...enPortableErrors,
  ...enDesiredErrors,
  ...enStatusErrors,
  ...enRelayErrors,
  ...enProxyErrors,
  ...enEndpointErrors,
  ...enHostErrors,
  ...enAzureErrors,
};
