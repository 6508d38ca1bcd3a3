/** English texts of the system's notifications (design §12). */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

export const notificationTexts = localised({
  down: '{name} is not connected',
  downDetail: 'Since {time}. This host keeps trying.',
  recovered: '{name} works again',
  recoveredDetail: 'It was down for {duration}.',
  needsYou: '{name} needs you',
  endpoint: '{name}: endpoint unreachable',
  endpointDetail: '{problem}: {endpoint}.',
  sentence: '{problem}.',
  unstable: '{name} is unstable',
  unstableDetail: 'It lost its way to Azure or its endpoint {times} times in {minutes} min.',
  host: 'The background host isn’t answering',
  hostDetail: 'Since {time}. Connections may still be running.',
  hostRecovered: 'The background host answers again',
  update: 'Version {version} is out',
  updateDetail: 'Open Hybrid Connection Manager to see what changed.',
  listed: '{names}, {name}',
  try: 'Notifications are on',
  tryDetail: 'This is how Hybrid Connection Manager tells that a connection needs you.',
} as const);

export const notificationCountTexts = localised({
  down: { one: '{count} connection is not connected', other: '{count} connections are not connected' },
  recovered: { one: '{count} connection works again', other: '{count} connections work again' },
  needsYou: { one: '{count} connection needs you', other: '{count} connections need you' },
  endpoint: { one: '{count} endpoint is unreachable', other: '{count} endpoints are unreachable' },
  unstable: { one: '{count} connection is unstable', other: '{count} connections are unstable' },
  more: { one: '{names} and {count} more', other: '{names} and {count} more' },
} as const satisfies Record<string, CountedText>);
