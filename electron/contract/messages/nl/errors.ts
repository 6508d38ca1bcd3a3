/** Dutch of `texts/errors.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors.ts';
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

export const errorTexts: Translated<typeof english.errorTexts> = {
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
};
