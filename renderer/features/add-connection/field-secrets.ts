/**
 * Which parts of a half-typed connection string the field hides. Stricter than a log: besides what the contract calls a
 * secret, the value of every part that isn't known to be harmless is hidden, because a mistyped name (`SharedAccesKey=`)
 * must not bring a key onto the screen.
 */
import {
  joinRanges,
  secretRanges,
  type SecretRange,
} from '../../../electron/contract/redact-connection-string.ts';

/** At the end of what stands before the first `=`: a variable's name or a quote may stand in front. */
const harmless =
  /(?:endpoint|entitypath|sharedaccesskeyname|operationtimeout|stsendpoint|runtimeport|managementport|transporttype|sharedsecretissuer|authentication|connection[-_ ]?string)["'`\s]*$/i;

const address = /^["'`\s]*(?:sb|hc):/i;

export function fieldSecrets(text: string): readonly SecretRange[] {
  return joinRanges([...secretRanges(text), ...unknownValues(text)]);
}

function unknownValues(text: string): readonly SecretRange[] {
  return [...text.matchAll(/[^;\r\n]+/g)].flatMap(({ index, 0: part }) => {
    const equals = part.indexOf('=');
    const value = part.slice(equals + 1);
    if (equals === -1 || harmless.test(part.slice(0, equals)) || address.test(value)) return [];
    return [{ from: index + equals + 1, to: index + part.length }];
  });
}
