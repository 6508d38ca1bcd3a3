/** English texts of all error codes. The type demands that no code is left out. */
import { localised } from '../localised.ts';
import type { ErrorCode } from '../../errors.ts';
import { appUpdateErrorTexts } from './errors-app-update.ts';
import { azureErrorTexts } from './errors-azure.ts';
import { desiredErrorTexts } from './errors-desired.ts';
import { endpointErrorTexts } from './errors-endpoint.ts';
import { hostErrorTexts } from './errors-host.ts';
import { inputErrorTexts } from './errors-input.ts';
import { policyErrorTexts } from './errors-policy.ts';
import { portableErrorTexts } from './errors-portable.ts';
import { proxyErrorTexts } from './errors-proxy.ts';
import { relayErrorTexts } from './errors-relay.ts';
import { statusErrorTexts } from './errors-status.ts';
import { updateErrorTexts } from './errors-updates.ts';
import type { ErrorText } from '../error-text.ts';

export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = localised({
  ...inputErrorTexts,
  ...portableErrorTexts,
  ...desiredErrorTexts,
  ...statusErrorTexts,
  ...relayErrorTexts,
  ...proxyErrorTexts,
  ...endpointErrorTexts,
  ...hostErrorTexts,
  ...azureErrorTexts,
  ...updateErrorTexts,
  ...appUpdateErrorTexts,
  ...policyErrorTexts,
});
