/** English texts of the dialogs, word for word from design §9. */
import { localised } from '../localised.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const dialogButtonTexts = localised({
  cancel: 'Cancel',
  close: 'Close',
  saving: 'Saving…',
  copyDetails: 'Copy details',
} as const satisfies Record<string, string>);

/** Titles of a question about one connection and about several. */
export interface QuestionTitle {
  readonly one: string;
  readonly several: CountedText;
}

export const removeTexts = localised({
  title: {
    one: 'Remove {name} from this host?',
    several: {
      one: 'Remove {count} connection from this host?',
      other: 'Remove {count} connections from this host?',
    },
  },
  sessions: { one: '{count} session will be closed.', other: '{count} sessions will be closed.' },
  unreachable: 'Apps can’t reach {endpoint} through this host any more.',
  unreachableSeveral: 'Apps can’t reach their endpoints through this host any more.',
  nothingInAzure: 'Nothing is deleted in Azure.',
  button: 'Remove',
} as const satisfies Record<string, string | CountedText | QuestionTitle>);

/** `{seconds}` is the time that sessions get. */
export const finishTexts = localised({
  sessions: {
    one: '{count} open session gets {seconds} seconds to finish, then closes.',
    other: '{count} open sessions get {seconds} seconds to finish, then close.',
  },
  /** With a time of 0 seconds. */
  atOnce: { one: '{count} open session closes at once.', other: '{count} open sessions close at once.' },
} as const satisfies Record<string, CountedText>);

export const restartTexts = localised({
  title: {
    one: 'Restart {name}?',
    several: { one: 'Restart {count} connection?', other: 'Restart {count} connections?' },
  },
  after: 'It then connects again.',
  afterSeveral: 'They then connect again.',
  button: 'Restart',
} as const satisfies Record<string, string | QuestionTitle>);

export const stopTexts = localised({
  title: {
    one: 'Stop {name}?',
    several: { one: 'Stop {count} connection?', other: 'Stop {count} connections?' },
  },
  after: 'Apps can’t reach the endpoint through this host until you start it.',
  afterSeveral: 'Apps can’t reach the endpoints through this host until you start them.',
  button: 'Stop',
} as const satisfies Record<string, string | QuestionTitle>);

export const closeSessionTexts = localised({
  title: 'Close this session?',
  text: '{peer}, open for {duration}. The app will see a closed connection.',
  /** The relay didn’t say where the app is. */
  textWithoutPeer: 'Open for {duration}. The app will see a closed connection.',
  button: 'Close session',
} as const satisfies Record<string, string>);

export const closeSessionsTexts = localised({
  title: 'Close the sessions of {name} now?',
  text: {
    one: '{count} session will be closed. The app will see a closed connection.',
    other: '{count} sessions will be closed. The apps will see closed connections.',
  },
  none: 'No session is open any more.',
  button: 'Close sessions',
} as const satisfies Record<string, string | CountedText>);

export const testTexts = localised({
  title: 'Test a host and port',
  field: 'Host and port',
  placeholder: 'sql01.corp.contoso.com:1433',
  button: 'Test',
  testing: 'Testing…',
  reached: 'Reached it in {duration}.',
  refused: 'The host answered but refused port {port}. Check that the service runs.',
  noAnswer: [
    'No answer in {seconds} s. A firewall may drop the connection.',
    'No answer. A firewall may drop the connection.',
  ],
  unknownName: 'This host doesn’t know the name. Check the spelling, or ask for a DNS entry.',
  unreadable: 'Type a host and a port, like sql01:1433.',
  /** `{title}` brings no full stop. */
  other: '{title}. {cause}',
} as const satisfies Record<string, string | readonly [string, ...string[]]>);

export const howToReplaceTexts = localised({
  title: {
    one: 'How to replace {name}',
    several: { one: 'How to replace {count} connection', other: 'How to replace {count} connections' },
  },
  /** For a string that isn’t added yet. */
  titleOfAny: 'How to replace a BizTalk connection',
  intro: 'BizTalk Hybrid Connections reached end of life on 31 May 2018.',
  create: 'In Azure, create a Hybrid Connection for {endpoint} on your app.',
  createWithoutEndpoint: 'In Azure, create a Hybrid Connection on your app.',
  add: 'Add it here.',
  remove: ['When it works, remove {name}.', 'When it works, remove the old one.'],
  createSeveral: 'In Azure, create a Hybrid Connection for each endpoint on your app.',
  addSeveral: 'Add them here.',
  removeSeveral: 'When they work, remove the old ones.',
  /** One of several. */
  item: '{name}: {endpoint}',
  openAzure: 'Open in Azure',
} as const satisfies Record<string, MessageText | QuestionTitle>);

export const logsDialogTexts = localised({
  title: 'Log of this host',
} as const satisfies Record<string, string>);

export const errorCalloutTexts = localised({
  copyDetails: 'Copy details',
  copied: '{code} {title}',
} as const satisfies Record<string, string>);

export const toastRegionTexts = localised({
  label: 'Messages',
  close: 'Close message',
} as const satisfies Record<string, string>);

/** What screen readers say of changes; lower case, since it goes on from the name. */
export const liveTexts = localised({
  change: '{names}: {change}',
  retrying: '{word}, retrying',
  endpoint: 'endpoint {word}',
  listed: '{names}, {name}',
  more: { one: '{count} connection', other: '{count} connections' },
} as const satisfies Record<string, string | CountedText>);
