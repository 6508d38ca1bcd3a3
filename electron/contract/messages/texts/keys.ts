/** English texts for the keys of a connection and for an endpoint that changes, in details, dialogs and `hcm show`. */
import { localised } from '../localised.ts';
import type { KeySlot } from '../../connection.ts';
import type { CountedText, MessageText } from '../message-text.ts';

/** As a label. */
export const keyNameTexts: Readonly<Record<KeySlot, string>> = localised({
  primary: 'Primary key',
  secondary: 'Secondary key',
});

/** Inside a sentence. */
export const keyWordTexts: Readonly<Record<KeySlot, string>> = localised({
  primary: 'primary key',
  secondary: 'secondary key',
});

export const keyStateTexts = localised({
  inUse: 'In use',
  reserve: 'In reserve',
  refused: 'Refused by Azure since {time}',
  noToken: 'No new token: {problem}',
} as const satisfies Record<string, string>);

/** Second line of a connection that is connected. */
export const connectedMarkTexts = localised({
  primaryRefused: 'Primary key refused',
  secondaryRefused: 'Secondary key refused',
  keyRefused: 'Key refused',
  endpointDiffers: 'Endpoint changed in Azure',
} as const satisfies Record<string, string>);

export const keyCalloutTexts = localised({
  title: 'Azure refuses the {key}',
  otherInUse:
    'The {other} is in use, so apps notice nothing. The {key} was probably regenerated: paste the new one.',
  otherLeft: 'The {other} takes its place. The {key} was probably regenerated: paste the new one.',
  onlyTitle: 'Azure refuses the key',
  only: 'The connection goes on until Azure asks for the key again. It was probably regenerated: paste the new one.',
  tooltip: 'Azure refuses the {key}; the {other} is in use.',
  tooltipOnly: 'Azure refuses the key. Paste the new one.',
} as const satisfies Record<string, string>);

export const keyActionTexts = localised({
  replace: { primary: 'Replace primary key…', secondary: 'Replace secondary key…' },
  replaceOnly: 'Replace key…',
  useKey: 'Use a key instead…',
  add: 'Add a second key…',
  remove: 'Remove secondary key…',
} as const satisfies Record<string, string | Record<KeySlot, string>>);

export const removeKeyTexts = localised({
  title: 'Remove the secondary key of {name}?',
  text: 'The primary key stays. When it is regenerated, the connection ends until you paste the new one.',
  inUse: 'It is the one in use now: Azure refuses the primary key, so the connection ends.',
  button: 'Remove key',
  done: 'Removed the secondary key of {name}.',
} as const satisfies Record<string, string>);

export const endpointChangeTexts = localised({
  calloutTitle: 'Azure names another endpoint',
  callout: 'Sessions go to {here}. Azure now names {azure}. Nothing changes before you decide.',
  tooltip: 'Azure names another endpoint now: {azure}.',
  use: 'Use the new endpoint…',
  keep: 'Keep mine',
  kept: '{name} keeps {here}.',
  couldNotKeep: 'Couldn’t keep the endpoint of {name}: {problem}.',
  inAzure: 'Azure names {azure}',
  change: 'Change endpoint…',
} as const satisfies Record<string, string>);

export const acceptEndpointTexts = localised({
  title: 'Use the new endpoint for {name}?',
  text: ['New sessions go to {azure} instead of {here}.', 'New sessions go to {azure}.'],
  button: 'Use it',
  done: 'New sessions of {name} go to {azure}.',
} as const satisfies Record<string, MessageText>);

/** `{here}` is the endpoint of before. */
export const sessionsStayTexts: CountedText = localised({
  one: '{count} open session stays with {here}.',
  other: '{count} open sessions stay with {here}.',
});

export const changeEndpointTexts = localised({
  title: 'Change the endpoint of {name}',
  field: 'Host and port',
  placeholder: 'sql01.corp.contoso.com:1433',
  explanation: 'New sessions go to this endpoint. From then on, what Azure names is only shown.',
  inAzure: 'Azure names {azure}.',
  button: 'Change',
  test: 'Test',
  testing: 'Testing…',
  back: 'Use Azure’s endpoint',
  done: 'New sessions of {name} go to {here}.',
} as const satisfies Record<string, string>);
