/**
 * Reads `OperationTimeout`: one client family writes a time span (`00:01:00`, `1.00:00:00`, `00:00:30.5`), the other whole
 * seconds (relay-protocol §1.1).
 */

/** Milliseconds, above 0, or null when it is neither form. */
export function parseOperationTimeoutMs(text: string): number | null {
  if (/^[0-9]{1,9}$/.test(text)) return positive(Number(text) * 1000);
  const match = /^(?:([0-9]{1,5})\.)?([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?$/.exec(
    text,
  );
  if (match === null) return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const wholeSeconds = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return positive(wholeSeconds * 1000 + Math.round(Number(`0.${fraction}`) * 1000));
}

function positive(value: number): number | null {
  return value > 0 ? value : null;
}
