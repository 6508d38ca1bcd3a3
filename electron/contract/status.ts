/**
 * The one table of status words, tones and allowed actions (design §4): window, tray and command line all read it. The
 * words themselves are in `messages/`, under `status.*`.
 */
import { errorTable, type ErrorCode, type ErrorData } from './errors.ts';

/** Who has to act. `good` nobody, all is well; `watch` the host is on it; `act` a person; `quiet` nobody, by choice. */
export type Tone = 'good' | 'watch' | 'act' | 'quiet';

export const azureStatuses = [
  'connected',
  'connecting',
  'notConnected',
  'unauthorized',
  'notFound',
  'blockedByPolicy',
  'keyNeeded',
  'cantStart',
  'stopping',
  'stopped',
  'discontinued',
  'unknown',
] as const;

/** State of the way to Azure. */
export type AzureStatus = (typeof azureStatuses)[number];

export const endpointStatuses = ['reachable', 'unreachable', 'checking', 'notChecked'] as const;

/** State of the way to the endpoint. */
export type EndpointStatus = (typeof endpointStatuses)[number];

export const connectionActions = [
  'restart',
  'start',
  'stop',
  'retryNow',
  'replaceKey',
  'closeSessionsNow',
  'pathDoctor',
  'openInAzure',
  'howToFix',
  'whyBlocked',
  'howToReplace',
] as const;

export type ConnectionAction = (typeof connectionActions)[number];

/** `attention` = act on either leg, `recovering` = on its way, `working` = both legs good, `off` = by choice. */
export type StatusGroup = 'attention' | 'recovering' | 'working' | 'off';

interface AzureEntry {
  readonly tone: Tone;
  /** Beyond the ones that are always allowed: Details, Test, Copy details, Remove. */
  readonly actions: readonly ConnectionAction[];
}

const azureTable: Readonly<Record<AzureStatus, AzureEntry>> = {
  connected: { tone: 'good', actions: ['restart', 'stop', 'replaceKey'] },
  connecting: { tone: 'quiet', actions: ['stop'] },
  notConnected: { tone: 'watch', actions: ['retryNow', 'stop', 'pathDoctor'] },
  unauthorized: { tone: 'act', actions: ['replaceKey', 'retryNow', 'stop'] },
  notFound: { tone: 'act', actions: ['retryNow', 'stop', 'openInAzure'] },
  blockedByPolicy: { tone: 'act', actions: ['whyBlocked'] },
  keyNeeded: { tone: 'act', actions: ['replaceKey'] },
  cantStart: { tone: 'act', actions: ['retryNow', 'howToFix'] },
  stopping: { tone: 'quiet', actions: ['closeSessionsNow'] },
  stopped: { tone: 'quiet', actions: ['start'] },
  discontinued: { tone: 'quiet', actions: ['howToReplace'] },
  unknown: { tone: 'quiet', actions: ['retryNow'] },
};

const endpointTones: Readonly<Record<EndpointStatus, Tone>> = {
  reachable: 'good',
  unreachable: 'act',
  checking: 'quiet',
  notChecked: 'quiet',
};

/** The two legs as far as the table needs them. */
export interface Legs {
  readonly azure: AzureStatus;
  readonly endpoint: EndpointStatus;
  readonly problem: ErrorData | null;
}

/** Green is earned by the whole path: connected to Azure with a dead endpoint isn't green. */
export function azureTone({ azure, endpoint, problem }: Legs): Tone {
  if (azure === 'connected') return endpoint === 'reachable' ? 'good' : 'quiet';
  if (azure === 'notConnected' && problem && errorTable[problem.code].severity === 'act') return 'act';
  return azureTable[azure].tone;
}

export function endpointTone(endpoint: EndpointStatus): Tone {
  return endpointTones[endpoint];
}

export function allowedActions(azure: AzureStatus): readonly ConnectionAction[] {
  return azureTable[azure].actions;
}

/** Each connection is in exactly one group. */
export function statusGroup(legs: Legs): StatusGroup {
  const { azure, endpoint } = legs;
  if (azure === 'stopped' || azure === 'discontinued') return 'off';
  if (azure === 'unknown' || azureTone(legs) === 'act' || endpointTone(endpoint) === 'act')
    return 'attention';
  return azure === 'connected' && endpoint === 'reachable' ? 'working' : 'recovering';
}

const statusOfCode: Partial<Readonly<Record<ErrorCode, AzureStatus>>> = {
  HCM2020: 'unauthorized',
  HCM2022: 'unauthorized',
  HCM2023: 'notFound',
  HCM2041: 'cantStart',
  HCM2042: 'cantStart',
  HCM1050: 'cantStart',
  HCM3106: 'blockedByPolicy',
  // Those that listen without a key: the account, its sign-in, its role.
  HCM6004: 'cantStart',
  HCM6006: 'cantStart',
  HCM6007: 'cantStart',
  HCM6009: 'cantStart',
  HCM6014: 'cantStart',
  HCM6016: 'cantStart',
  HCM6070: 'cantStart',
  HCM6071: 'cantStart',
  HCM6072: 'cantStart',
  HCM4010: 'keyNeeded',
  HCM4011: 'keyNeeded',
};

/** Status of a connection that isn't connected because of this problem. */
export function statusOfProblem(code: ErrorCode): AzureStatus {
  return statusOfCode[code] ?? 'notConnected';
}
