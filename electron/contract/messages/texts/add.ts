/**
 * English texts for adding a connection from its string and for replacing a key (design §9.1, §9.7). What is wrong with a
 * string mostly stands in the messages of errors and notices; here are the rows' own words.
 */
import { localised } from '../localised.ts';
import type { ErrorCode } from '../../errors.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const addDialogTexts = localised({
  title: 'Add a Hybrid Connection from its connection string',
  field: 'Connection string',
  hint: 'In the Azure portal: your app > Networking > Hybrid connections. The key is hidden as soon as you paste.',
  keyHidden: 'key hidden',
  dropped: 'Nothing changed for 2 minutes, so the string was forgotten. Paste it again.',
  nameField: 'Hybrid Connection name',
  nameExample: 'For example payroll-sql',
  add: 'Add',
  howToReplace: 'How to replace it',
  howToFix: 'How to fix it',
  replaceKey: 'Replace key',
  added: 'Added {name}. Connecting…',
  addedDiscontinued: 'Added {name}. It is listed as Discontinued.',
} as const satisfies Record<string, string>);

export const replaceKeyDialogTexts = localised({
  title: 'Replace the key of {name}',
  titleAdd: 'Add a second key to {name}',
  explanation: 'The connection switches without dropping sessions once Azure accepts the new key.',
  explanationAdd:
    'When Azure refuses the first key, the connection goes on with this one. This key is kept once Azure accepts it.',
  explanationReserve:
    'The new key is kept once Azure accepts it. The connection goes on with the key in use.',
  slot: 'Key to replace',
  slotState: '{key} ({state})',
  replace: 'Replace',
  add: 'Add',
  replaced: 'Key replaced.',
  added: 'Second key added.',
  otherName: 'This string is for {other}, not {name}.',
  otherNamespace: 'This string is for the namespace {other}, not {name}.',
} as const satisfies Record<string, string>);

/** The line above the rows. */
export const addHeadingTexts = localised({
  emptyAdd: 'Paste a string to see what it adds',
  emptyReplace: 'Paste the string with the new key',
  readyAdd: 'Ready to add',
  readyReplace: 'Ready to replace',
  blockedAdd: 'This can’t be added',
  blockedReplace: 'This can’t replace the key',
  discontinued: 'This can be added as Discontinued',
  wontConnect: 'This can be added, but it won’t connect yet',
  refused: 'Azure doesn’t accept this key',
} as const satisfies Record<string, string>);

export const thingsMissingTexts: CountedText = localised({
  one: '{count} thing is missing',
  other: '{count} things are missing',
});

export const addRowTexts = localised({
  name: 'Hybrid Connection',
  namespace: 'Namespace',
  rule: 'Rule',
  key: 'Key',
  endpoint: 'Endpoint',
  listeners: 'Listeners',
} as const satisfies Record<string, string>);

/** What the icon in front of a row says, for those who don’t see it. */
export const addToneTexts = localised({
  good: 'all right',
  watch: 'worth a look',
  act: 'to be solved',
} as const satisfies Record<string, string>);

/** In place of a value that a problem leaves out. */
export const addProblemValueTexts: Readonly<Partial<Record<ErrorCode, string>>> = localised({
  HCM1004: 'There twice',
  HCM1005: 'Missing',
  HCM1006: 'Can’t be read',
  HCM1007: 'Can’t be read',
  HCM1008: 'Not named',
  HCM1009: 'Can’t be used',
  HCM1010: 'Missing',
  HCM1011: 'Missing',
  HCM1012: 'Key and token',
  HCM1013: 'A token',
  HCM1014: 'Managed identity',
  HCM1016: 'BizTalk',
  HCM1017: 'Access Control',
  HCM1019: 'Can’t be read',
  HCM1021: 'Too long',
  HCM1023: 'Windows Server',
  HCM1024: 'Empty',
});

/** Where the row says it in other words than the error does. */
export const addProblemWordTexts: Readonly<Partial<Record<ErrorCode, string>>> = localised({
  HCM1008:
    'This is the string of the whole namespace. Paste the string of one Hybrid Connection, or type its name.',
  HCM1015: 'This key can only send. Ask for the listen key.',
  HCM1016: 'This is a BizTalk string (hc://). BizTalk Hybrid Connections ended on 31 May 2018.',
});

export const addValueTexts = localised({
  biztalk: 'BizTalk',
  keyLength: '{count} characters, hidden',
  keyNotNeeded: 'Not needed',
  keyRefused: '{count} characters, refused by Azure',
  askAzureLater: 'Read from Azure once the name is known',
  asking: 'Asking Azure…',
  couldntAsk: 'Couldn’t ask Azure now; read after adding',
  couldntAskReplace: 'Couldn’t ask Azure now',
  noEndpoint: 'None',
  endpointUnreadable: 'Can’t be read',
  firstListener: '0: this host will be the first',
  full: '{count}, no more are possible',
} as const satisfies Record<string, string>);

export const otherListenerTexts: CountedText = localised({
  one: '{count} other host listens too; Azure shares the sessions',
  other: '{count} other hosts listen too; Azure shares the sessions',
});

/** While a key is replaced this host is one of them. */
export const listenersNowTexts: CountedText = localised({
  one: '{count} host listens',
  other: '{count} hosts listen; Azure shares the sessions',
});

/** Small, behind a value. */
export const addAsideTexts = localised({
  listenOnly: 'listen only',
  fromAzure: 'from Azure',
  reachable: 'from Azure, reachable in {time}',
} as const satisfies Record<string, string>);

/** Below a value. */
export const addWordTexts = localised({
  alreadyHere: 'It is already on this host. To use a new key, replace its key.',
  alreadyHereRetired: 'It is already on this host.',
  retired: 'You can add it; it stays listed as Discontinued.',
  broadRule:
    'It may change or delete anything in the namespace. A listen-only rule is safer. You can add this one anyway.',
  broadRuleReplace:
    'It may change or delete anything in the namespace. A listen-only rule is safer. You can use this one anyway.',
  shortKey: 'Azure’s keys have 44. Check that the string is complete.',
  oddKey: 'Azure’s keys look different. Check that the string is complete.',
  keyRefused: 'Azure refused the key. It was probably regenerated; copy the string again.',
  noSuchName: 'Azure has no such Hybrid Connection in this namespace. It was deleted or has another name.',
  noEndpoint: 'Azure knows no endpoint for it. Add the “endpoint” metadata, host:port, in Azure.',
  addressEndpoint: 'An IP address. Some apps skip it; use a DNS name that this host knows.',
  notReachable: [
    'Not reachable from this host: {reason}. You can add it and fix this later.',
    'Not reachable from this host. You can add it and fix this later.',
  ],
  notReachableReplace: ['Not reachable from this host: {reason}.', 'Not reachable from this host.'],
  full: 'Azure allows {limit} listeners for a Hybrid Connection. This host connects when another one stops.',
} as const satisfies Record<string, MessageText>);

/** Why this host can’t reach an endpoint, inside a sentence. */
export const unreachableReasonTexts: Readonly<Partial<Record<ErrorCode, MessageText>>> = localised({
  HCM3101: 'its name isn’t known here',
  HCM3102: 'connection refused',
  HCM3103: 'no route',
  HCM3104: ['no answer in {seconds} s', 'no answer'],
  HCM3106: 'a rule of this host forbids it',
  HCM3107: 'this host has too many open files',
});
