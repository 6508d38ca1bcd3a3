/** English texts of the health items: what is wrong with a host, a relay or a connection (`contract/health.ts`). */
import { localised } from '../localised.ts';
import type { HealthCode } from '../../health-table.ts';
import type { ErrorText } from '../error-text.ts';
import type { CountedText } from '../message-text.ts';

type HealthText = Pick<ErrorText, 'title' | 'cause' | 'next'>;

export const healthTexts: Readonly<Record<HealthCode, HealthText>> = localised({
  HCM8001: {
    title: 'This computer has no network',
    cause: 'No connection finds a way out of this computer.',
    next: 'Connect the network. All connections reconnect by themselves.',
  },
  HCM8002: {
    title: ['{host} can’t be reached', 'A relay can’t be reached'],
    cause: 'None of its connections gets through to it.',
    next: 'Connections reconnect by themselves. If it lasts, check firewall, proxy and DNS for this host.',
  },
  HCM8003: {
    title: ['This computer’s clock is {skewMinutes} min off', 'This computer’s clock is off'],
    cause: 'Azure takes keys that are signed with this time for expired, or for not yet valid.',
    next: 'Set the clock, or let the system keep the time.',
  },
  HCM8010: {
    title: ['{name} isn’t connected', 'A connection isn’t connected'],
    cause: 'Azure couldn’t be reached for it, or ended it.',
    next: 'It tries again by itself. Its details say why it fails.',
  },
  HCM8011: {
    title: ['Azure refuses the key of {name}', 'Azure refuses a key'],
    cause: 'The key was probably regenerated.',
    next: 'Copy the current connection string in Azure and replace the key.',
  },
  HCM8012: {
    title: ['Azure refused one key of {name}', 'Azure refused one of two keys'],
    cause: 'The other one works, so sessions go on.',
    next: 'Replace the refused key before the other one is regenerated, too.',
  },
  HCM8013: {
    title: ['{name} isn’t in Azure any more', 'A connection isn’t in Azure any more'],
    cause: 'It was deleted or renamed there.',
    next: 'Create it again in Azure, or remove it here.',
  },
  HCM8014: {
    title: ['{name} can’t start', 'A connection can’t start'],
    cause: 'Something that it needs is missing or not allowed on this host.',
    next: 'Its details say what, and how to mend it.',
  },
  HCM8015: {
    title: ['The endpoint of {name} can’t be reached', 'An endpoint can’t be reached'],
    cause: [
      '{host}:{port} doesn’t take connections from this host.',
      'It takes no connections from this host.',
    ],
    next: 'Check that the service runs, and that this host may reach it.',
  },
  HCM8016: {
    title: ['Azure names another endpoint for {name}', 'Azure names another endpoint'],
    cause: ['It says {endpoint}. Nothing has changed here.', 'Nothing has changed here.'],
    next: 'Accept it if the change is yours; otherwise find out who changed it in Azure.',
  },
  HCM8017: {
    title: ['{name} has reached a limit', 'A connection has reached a limit'],
    cause: [
      'It was hit {times} times; apps were turned away, or sessions ended.',
      'Apps were turned away, or sessions ended.',
    ],
    next: 'Raise the limit if the load is expected; otherwise look for an app that keeps connections open.',
  },
  HCM8018: {
    title: ['Azure sees no listener for {name}', 'Azure sees no listener'],
    cause: 'This host’s channel is open, but Azure doesn’t count it.',
    next: 'This host opens a new channel by itself. If it lasts, restart the connection.',
  },
  HCM8019: {
    title: ['{name} is stuck', 'A connection is stuck'],
    cause: 'An attempt to connect takes longer than any may: a fault of this program.',
    next: 'Restart the connection, and report what its log says.',
  },
  HCM8020: {
    title: 'This host has run out of file descriptors',
    cause: 'The system lets this process open no more files and sockets.',
    next: 'Raise its limit of open files, or lower the limits of sessions.',
  },
  HCM8021: {
    title: ['{file} can’t be written', 'A file can’t be written'],
    cause: 'The disk is full, or this account may not write there. Connections keep running.',
    next: 'Make room, or give this account the right to write to the data folder.',
  },
  HCM8022: {
    title: ['{file} can’t be changed', 'Files can’t be changed'],
    cause: 'A newer version wrote it. You can look but not change anything.',
    next: 'Install the newer version again.',
  },
  HCM8023: {
    title: ['{file} was damaged and set aside', 'A damaged file was set aside'],
    cause: 'What could be read, or the last good copy, is used. Nothing in the damaged file was changed.',
    next: 'Check that everything is there, and add what is missing.',
  },
  HCM8024: {
    title: ['Lines of {file} are lost', 'Lines of a log are lost'],
    cause: 'The file can’t be written. Connections keep running.',
    next: 'Make room on the disk of the data folder, or give this account the right to write there.',
  },
  HCM8025: {
    title: ['The setting {name} doesn’t count', 'A setting doesn’t count'],
    cause: 'Its value is outside its limits, so the default is used.',
    next: 'Correct it in the settings.',
  },
  HCM8026: {
    title: 'A fault of this program ended a session',
    cause: ['It happened {times} times within the last hour.', 'It happened within the last hour.'],
    next: 'Report it with the log of that time. All other sessions go on.',
  },
  HCM8027: {
    title: ['{name} will lose its channel: no new token', 'A connection will lose its channel'],
    cause: 'It listens with an account of Azure, and Entra gives no new token for it.',
    next: 'Sign in again with this account, or give the connection a key.',
  },
  HCM8028: {
    title: [
      '{name} in your organization’s policy doesn’t count',
      'Your organization’s policy {file} doesn’t count',
      'Your organization’s policy doesn’t count in full',
    ],
    cause: 'It can’t be read as it stands. What of it can be read holds.',
    next: 'Correct the policy. The log says what is wrong with it.',
  },
  HCM8029: {
    title: ['Version {version} is available', 'A newer version is available'],
    cause: ['This host runs {current}.', 'This host runs an older one.'],
    next: 'See what has changed, and install it when it suits you.',
  },
});

/** Bars above the table: one for each root cause, with what waits for it. */
export const healthBarsTexts = localised({
  HCM8001: {
    one: 'This computer has no network. {count} connection waits for it and reconnects by itself.',
    other: 'This computer has no network. {count} connections wait for it and reconnect by themselves.',
  },
  HCM8002: {
    one: '{namespace} can’t be reached: {problem}. {count} connection waits for it and reconnects by itself.',
    other:
      '{namespace} can’t be reached: {problem}. {count} connections wait for it and reconnect by themselves.',
  },
} as const satisfies Record<string, CountedText>);

export const healthBarTexts = localised({
  /** Where waiting doesn’t help. */
  relayNeedsYou: '{namespace} can’t be reached: {problem}. {next}',
  plain: '{title}. {next}',
  more: 'and {count} more',
} as const satisfies Record<string, string>);
