/**
 * What window, tray, notifications and command line ask for texts. English is the first language; another one brings
 * the same data files, and the choice between them is made here.
 */
import type { AzureStatus, EndpointStatus, StatusGroup } from '../status.ts';
import { enAzureWords, enEndpointWords, enGroupWords } from './en-status.ts';

export { describeError, describeNotice, type ErrorDescription } from './describe-error.ts';
export { endpointSecondLine, secondLine, statusTooltip } from './status-lines.ts';

export function statusWord(status: AzureStatus): string {
  return enAzureWords[status];
}

export function endpointStatusWord(status: EndpointStatus): string {
  return enEndpointWords[status];
}

export function groupWord(group: StatusGroup): string {
  return enGroupWords[group];
}
