/**
 * Reads one host: a DNS name, an IPv4 or an IPv6 address. By hand and strict, because what passes here is dialled,
 * compared with allow lists and put into URLs, and all of them must understand the same host.
 *
 * Names are letters, digits, `-`, `_` and `.`, lower-cased; one dot at the end is dropped. Names in other scripts are
 * refused: their `xn--` form is unambiguous in logs and lists. What a resolver could take for an IPv4 address without
 * being the usual four numbers (`0x7f.1`, `127.1`, `2130706433`) is refused.
 */

export type HostKind = 'name' | 'ipv4' | 'ipv6';

export type HostProblem = 'empty' | 'length' | 'character' | 'script' | 'label' | 'address';

export type HostReading =
  | { readonly ok: true; readonly host: string; readonly kind: HostKind }
  | { readonly ok: false; readonly reason: HostProblem };

const maxNameLength = 253;
const maxLabelLength = 63;

/** `text` without brackets and without port. */
export function readHost(text: string): HostReading {
  if (text === '') return { ok: false, reason: 'empty' };
  if (text.includes(':')) {
    const host = readIpv6(text);
    return host === null ? { ok: false, reason: 'address' } : { ok: true, host, kind: 'ipv6' };
  }
  return readName(text.endsWith('.') ? text.slice(0, -1).toLowerCase() : text.toLowerCase());
}

function readName(name: string): HostReading {
  if (name === '') return { ok: false, reason: 'empty' };
  if (name.length > maxNameLength) return { ok: false, reason: 'length' };
  if (!/^[a-z0-9._-]+$/.test(name)) {
    return { ok: false, reason: /[\u0080-\uffff]/.test(name) ? 'script' : 'character' };
  }
  const labels = name.split('.');
  if (labels.some((label) => !isLabel(label))) return { ok: false, reason: 'label' };
  if (/^(?:[0-9]+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) {
    return readIpv4(name) === null
      ? { ok: false, reason: 'address' }
      : { ok: true, host: name, kind: 'ipv4' };
  }
  return { ok: true, host: name, kind: 'name' };
}

function isLabel(label: string): boolean {
  return label !== '' && label.length <= maxLabelLength && !label.startsWith('-') && !label.endsWith('-');
}

/** The four numbers, or null. Leading zeros are refused: some resolvers read them as octal. */
function readIpv4(text: string): readonly number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^(?:0|[1-9][0-9]{0,2})$/.test(part))) return null;
  const numbers = parts.map(Number);
  return numbers.some((number) => number > 255) ? null : numbers;
}

/** Canonical text of an IPv6 address (RFC 5952), or null. Zones (`%eth0`) are refused: they mean one computer only. */
function readIpv6(text: string): string | null {
  const halves = text.split('::');
  if (halves.length > 2 || text.length > 45) return null;
  const [head = '', tail] = halves;
  const before = readGroups(head, tail === undefined);
  const after = tail === undefined ? [] : readGroups(tail, true);
  if (before === null || after === null) return null;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  return formatIpv6([...before, ...Array.from({ length: missing }, () => 0), ...after]);
}

function readGroups(text: string, mayEndInIpv4: boolean): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const numbers = mayEndInIpv4 && index === parts.length - 1 ? readIpv4(part) : null;
    if (numbers === null) return null;
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    groups.push(a * 256 + b, c * 256 + d);
  }
  return groups;
}

/** The longest run of two or more zero groups becomes `::`; the first one when several are as long. */
function formatIpv6(groups: readonly number[]): string {
  let start = -1;
  let length = 1;
  for (let index = 0; index < groups.length; index += 1) {
    let end = index;
    while (groups[end] === 0) end += 1;
    if (end - index > length) {
      start = index;
      length = end - index;
    }
    index = Math.max(index, end - 1);
  }
  const hex = groups.map((group) => group.toString(16));
  if (start === -1) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}
