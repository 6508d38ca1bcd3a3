/**
 * How a session ended, in the words of its record, and what a sender that is turned away is told. Pure.
 */
import { HcmError, toErrorData, type ErrorCode } from '../../contract/errors.ts';
import type { ClosedBy } from './session-record.ts';
import type { PumpEnd } from './tcp-pump.ts';

export interface Outcome {
  readonly closedBy: ClosedBy;
  readonly code: ErrorCode | null;
  readonly detail: string;
}

/** What this host decided itself, or lacked, rather than met at the endpoint or in Azure. */
const ownDecisions: readonly ErrorCode[] = [
  'HCM2041',
  'HCM2050',
  'HCM3106',
  'HCM3107',
  'HCM3110',
  'HCM3111',
  'HCM3112',
  'HCM3122',
  'HCM3123',
  'HCM3125',
  'HCM9001',
];

/** A session that ended before a byte could flow. */
export function outcomeOfError(error: unknown): Outcome {
  if (!(error instanceof HcmError)) {
    const detail = error instanceof Error ? error.message : typeof error;
    return { closedBy: 'host', code: 'HCM3125', detail };
  }
  const detail = String(error.details['reason'] ?? '');
  return { closedBy: closedByOf(error.code), code: error.code, detail };
}

function closedByOf(code: ErrorCode): ClosedBy {
  if (ownDecisions.includes(code)) return 'host';
  return code.startsWith('HCM31') ? 'endpoint' : 'relay';
}

/** A session that carried bytes. */
export function outcomeOfPump({ by, how, detail }: PumpEnd): Outcome {
  const closedBy: ClosedBy = by === 'tcp' ? 'endpoint' : by === 'relay' ? 'app' : 'host';
  switch (how) {
    case 'ended':
      return { closedBy, code: null, detail };
    case 'aborted':
      if (by === 'tcp') return { closedBy, code: 'HCM3120', detail };
      return { closedBy: isOfAzure(detail) ? 'relay' : closedBy, code: 'HCM3121', detail };
    case 'silent':
      return { closedBy: 'relay', code: 'HCM2034', detail };
    case 'halfCloseTimeout':
      return { closedBy: 'host', code: 'HCM3122', detail };
    case 'idle':
      return { closedBy: 'host', code: 'HCM3126', detail };
    case 'bug':
      return { closedBy: 'host', code: 'HCM3125', detail };
    case 'stopped':
      return { closedBy: 'host', code: 'HCM3123', detail };
    case 'protocolError':
      return { closedBy: 'relay', code: 'HCM3124', detail };
  }
}

/**
 * Aborts that the service or the way to it causes: the codes that it closes with itself, and a network that is gone
 * (relay-protocol §4.2). A connection that just breaks off is what the relay makes of an app that broke off.
 */
function isOfAzure(detail: string): boolean {
  return /^(1008|1011|1012|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENETRESET)\b/.test(detail);
}

/** Status and reason for the sender. They name no address of this network: the sender is on the far side of the door. */
export function rejection(failure: unknown): { readonly status: number; readonly description: string } {
  const { code } = toErrorData(failure);
  switch (code) {
    case 'HCM3102':
      return { status: 502, description: `The endpoint refused the connection. ${code}` };
    case 'HCM3104':
      return { status: 504, description: `The endpoint did not answer in time. ${code}` };
    case 'HCM3106':
      return { status: 502, description: `The endpoint is not allowed on the listening host. ${code}` };
    case 'HCM3107':
      return { status: 503, description: `The listening host has no room for another session. ${code}` };
    case 'HCM3112':
      return { status: 503, description: `The listening host has reached its limit of sessions. ${code}` };
    case 'HCM3110':
      return { status: 503, description: `The connection has reached its limit of sessions. ${code}` };
    default:
      return { status: 502, description: `The endpoint could not be reached. ${code}` };
  }
}
