/**
 * What window, tray, notifications and command line ask for texts. English is the first language; another one brings
 * the same data files, and the choice between them is made here.
 */
import type { AzureStatus, EndpointStatus } from '../status.ts';
import { enAzureWords, enEndpointWords } from './en-status.ts';

export { describeError, describeNotice } from './describe-error.ts';
export { endpointSecondLine, secondLine } from './status-lines.ts';

export function statusWord(status: AzureStatus): string {
  return enAzureWords[status];
}

export function endpointStatusWord(status: EndpointStatus): string {
  return enEndpointWords[status];
}
