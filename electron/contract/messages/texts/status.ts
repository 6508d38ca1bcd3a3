/**
 * English words for states (design §4): the words that window, tray and command line share, the second line that says
 * why, and the sentence of the tooltip.
 */
import { localised } from '../localised.ts';
import type { ErrorCode } from '../../errors.ts';
import type { MomentWords } from '../../format.ts';
import type { AzureStatus, EndpointStatus } from '../../status.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const azureWordTexts: Readonly<Record<AzureStatus, string>> = localised({
  connected: 'Connected',
  connecting: 'Connecting',
  notConnected: 'Not connected',
  unauthorized: 'Unauthorized',
  notFound: 'Not found',
  blockedByPolicy: 'Blocked by policy',
  keyNeeded: 'Key needed',
  cantStart: 'Can’t start',
  stopping: 'Stopping',
  stopped: 'Stopped',
  discontinued: 'Discontinued',
  unknown: 'Unknown',
});

export const endpointWordTexts: Readonly<Record<EndpointStatus, string>> = localised({
  reachable: 'Reachable',
  unreachable: 'Unreachable',
  checking: 'Checking',
  notChecked: 'Not checked',
});

/** Second line below the word of the way to Azure, where no problem says it better. */
export const azureLineTexts = localised({
  thisHostOnly: 'This host only',
  toAzureOnly: 'To Azure only',
  endpointNotChecked: 'Endpoint not checked yet',
  connecting: 'Opening the channel',
  retryAt: 'Retrying in {time}, attempt {attempt}',
  retrying: 'Retrying, attempt {attempt}',
  retryingAtFirst: 'Retrying',
  unauthorized: 'Azure refused the key',
  notFound: 'Deleted or renamed in Azure',
  blockedByPolicy: 'Endpoint not on allowed list',
  keyNeeded: 'Key can’t be read here',
  cantStart: 'Something is missing',
  stopping: 'Finishing',
  stopped: 'Since {time}',
  discontinued: 'BizTalk, ended 31 May 2018',
  unknown: 'Last known {time}',
} as const satisfies Record<string, string>);

export const otherHostTexts: CountedText = localised({
  one: 'This host and {count} other',
  other: 'This host and {count} others',
});

export const sessionsFinishingTexts: CountedText = localised({
  one: '{count} session finishing',
  other: '{count} sessions finishing',
});

export const sessionsFinishingInTexts: CountedText = localised({
  one: '{count} session finishing, {time} left',
  other: '{count} sessions finishing, {time} left',
});

/** Second lines by problem: in its column there is room for four words. */
export const problemLineTexts: Readonly<Partial<Record<ErrorCode, MessageText>>> = localised({
  HCM1050: 'CA file can’t be used',
  HCM2004: 'No network',
  HCM2010: 'Certificate not trusted',
  HCM2011: 'Certificate of another name',
  HCM2012: 'Certificate out of date',
  HCM2013: 'TLS can’t be set up',
  HCM2014: 'Answer is not a relay’s',
  HCM2020: 'Azure refused the key',
  HCM2021: 'Namespace blocks this address',
  HCM2022: 'Key lacks a right',
  HCM2023: 'Deleted or renamed in Azure',
  HCM2024: 'WebSockets don’t get through',
  HCM2060: 'Proxy’s name not known',
  HCM2061: 'Proxy refused the connection',
  HCM2062: 'No answer from the proxy',
  HCM2063: 'Proxy can’t be reached',
  HCM2064: 'Proxy refused to connect',
  HCM2065: 'Proxy wants a sign-in',
  HCM2066: 'Proxy wants another sign-in',
  HCM2067: 'Proxy refused the sign-in',
  HCM2068: 'Answer is not a proxy’s',
  HCM2069: 'Proxy can’t reach Azure',
  HCM2070: 'Proxy setting can’t be used',
  HCM2071: 'SOCKS isn’t supported',
  HCM2072: 'TLS with the proxy fails',
  HCM2073: 'TLS is opened on the way',
  HCM2029: ['Clock is {skewMinutes} min off', 'Clock is off'],
  HCM2041: 'No endpoint in Azure',
  HCM2042: 'Endpoint in Azure can’t be read',
  HCM3101: 'Name not known',
  HCM3102: 'Connection refused',
  HCM3103: 'No route',
  HCM3104: ['No answer in {seconds} s', 'No answer'],
  HCM3105: 'Can’t be reached',
  HCM3106: 'Not allowed on this host',
  HCM3107: 'Too many open files',
  HCM4010: 'Key can’t be read here',
  HCM6004: 'Account must sign in again',
  HCM6014: 'Account isn’t signed in',
  HCM6070: 'Role Azure Relay Listener missing',
  HCM6071: 'Azure refused the token',
  HCM4011: 'Key file can’t be used',
});

/** Second line of an endpoint that nobody checks. */
export const notCheckedLineTexts = localised({
  stopped: 'Stopped',
  blockedByPolicy: 'Blocked by policy',
  discontinued: 'Discontinued',
  notYet: 'Not yet',
} as const satisfies Record<string, string>);

/** One sentence or two for the tooltip; `{problem}` is the title of the problem, in front of a full stop. */
export const azureTooltipTexts: Readonly<Record<AzureStatus, MessageText>> = localised({
  connected: 'Azure delivers sessions to this host, and the endpoint answers.',
  connecting: 'This host is opening its channel to Azure.',
  notConnected: [
    'Azure can’t be reached: {problem}. This host tries again by itself.',
    'Azure can’t be reached. This host tries again by itself.',
  ],
  unauthorized: 'Azure refused the key of {name}. It was probably regenerated. Paste the new one.',
  notFound: 'Azure has no Hybrid Connection {name} in {host}.',
  blockedByPolicy: 'Your organization’s policy doesn’t allow {name}.',
  keyNeeded: 'The stored key can’t be read on this account or computer. Paste it again.',
  cantStart: ['{name} can’t start: {problem}.', '{name} can’t start.'],
  stopping: 'No new sessions; open ones may finish.',
  stopped: 'Stopped on this host. Other hosts aren’t affected.',
  discontinued: 'BizTalk Hybrid Connections reached end of life.',
  unknown: 'The background host isn’t answering, so the state is not known.',
});

/** Connected, and yet not green. */
export const connectedTooltipTexts = localised({
  endpointUnreachable: 'Azure delivers sessions to this host, but it can’t hand them to the endpoint.',
  endpointNotChecked: 'Azure delivers sessions to this host. The endpoint isn’t checked yet.',
} as const satisfies Record<string, string>);

export const momentWordTexts: MomentWords = localised({
  yesterday: 'yesterday',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  thisWeek: '{day} {time}',
  dated: '{day} {month} {year}, {time}',
});
