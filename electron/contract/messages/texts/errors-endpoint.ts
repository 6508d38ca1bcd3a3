/** English texts for HCM31xx: endpoints and sessions. */
import type { ErrorText } from '../error-text.ts';

const appConnectsAgain = 'Nothing to do: the app can connect again.';

export const endpointErrorTexts = {
  HCM3101: {
    title: ['The endpoint’s name {host} isn’t known', 'The endpoint’s name isn’t known'],
    cause: 'DNS on this host has no address for it.',
    next: 'Check the spelling, or ask for a DNS entry.',
  },
  HCM3102: {
    title: ['{host} answered but refused port {port}', 'The endpoint refused the connection'],
    cause: 'No service listens there, or a firewall refuses this host.',
    next: 'Check that the service runs.',
  },
  HCM3103: {
    title: ['No route to {host}', 'No route to the endpoint'],
    cause: 'The network between this host and the endpoint is down, or a firewall blocks it.',
    next: 'Check the network between them.',
  },
  HCM3104: {
    title: ['No answer from {host} in {seconds} s', 'No answer from {host}', 'No answer from the endpoint'],
    cause: 'A firewall may drop the connection.',
    next: 'Check that this host may reach the endpoint’s port.',
  },
  HCM3105: {
    title: ['{host} can’t be reached', 'The endpoint can’t be reached'],
    cause: ['The system says {errno}.', 'The system gives no reason.'],
    next: 'Check that this host may reach the endpoint’s port.',
  },
  HCM3106: {
    title: ['This host may not connect to {host}', 'This host may not connect to the endpoint'],
    cause: ['{reason}', 'A rule of this host forbids it.'],
    next: 'Use the address of the service itself.',
    reasons: {
      'not an address': 'Its name leads to something that is no IP address.',
      'a link-local address': 'It is a link-local address, where cloud machines keep their credentials.',
      'an address of no single host': 'Its address belongs to no single host.',
      'the name has no address': 'Its name has no address.',
    },
  },
  HCM3107: {
    title: 'This host has too many open files',
    cause: 'The system’s limit for this program is reached.',
    next: 'Raise the limit, or close sessions.',
  },
  HCM3110: {
    title: ['Session limit of {limit} reached', 'No more sessions are allowed'],
    cause: [
      'This connection has as many sessions open as it may: {limit}.',
      'As many sessions are open as the settings allow.',
    ],
    next: 'Close sessions, or raise the connection’s limit.',
  },
  HCM3111: {
    title: 'The connection is stopping',
    cause: 'It takes no new sessions.',
    next: 'Start it again once it has stopped.',
  },
  HCM3112: {
    title: ['This host’s session limit of {limit} reached', 'This host takes no more sessions'],
    cause: [
      'All connections together have as many sessions open as this host may: {limit}.',
      'All connections together have as many sessions open as the settings allow.',
    ],
    next: 'Close sessions, or raise the host’s limit.',
  },
  HCM3120: {
    title: 'The endpoint aborted the session',
    cause: 'The service closed it in the middle.',
    next: 'Look into the log of the service.',
  },
  HCM3121: {
    title: 'The app or the relay aborted the session',
    cause: 'The app ended, or its network did.',
    next: appConnectsAgain,
  },
  HCM3122: {
    title: 'The session stayed half closed for too long',
    cause: 'One side was done, and the other went silent.',
    next: 'If the service needs longer, raise the limit in the settings.',
  },
  HCM3123: {
    title: 'This host closed the session',
    cause: 'Its connection stopped, or someone closed it.',
    next: appConnectsAgain,
  },
  HCM3124: {
    title: 'What arrived in the session can’t be understood',
    cause: 'Something on the way may change the traffic.',
    next: appConnectsAgain,
  },
  HCM3125: {
    title: 'A fault of this program ended the session',
    cause: 'The other sessions go on.',
    next: 'Report it together with the log.',
  },
  HCM3126: {
    title: 'The session carried nothing for too long',
    cause: 'Neither side sent anything for as long as the idle limit allows.',
    next: 'If the app needs longer pauses, raise the idle limit, or set it to 0.',
  },
} as const satisfies Record<string, ErrorText>;
