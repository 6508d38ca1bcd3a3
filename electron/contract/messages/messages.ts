/**
 * What window, tray, notifications and command line ask for texts. English is the first language; another one brings
 * the same data files, and the choice between them is made here.
 */
import type { AzureStatus, EndpointStatus } from '../status.ts';
import { azureWordTexts, endpointWordTexts } from './texts/status.ts';

export { describeError, describeNotice } from './describe-error.ts';
export { endpointSecondLine, secondLine } from './status-lines.ts';

export function statusWord(status: AzureStatus): string {
  return azureWordTexts[status];
}

export function endpointStatusWord(status: EndpointStatus): string {
  return endpointWordTexts[status];
}
