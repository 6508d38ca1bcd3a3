/**
 * How a proxy is written down: its address (`http://host:port`, `https://host:port`, perhaps with a user name), and the
 * list of relays that are dialled past it. Read by settings, command line and the engine alike. Pure.
 */
import { bracketHost, bracketsOff, readPort } from './host-port.ts';
import { readHost } from './host-name.ts';

/**
 * `system`: as this computer says (environment variables for `hcm`, the desktop's settings for the app). Never guessed:
 * "no proxy" and "the default proxy" are told apart by their names (relay-protocol §12, azure-relay-dotnet#82).
 */
export const proxyModes = ['system', 'none', 'manual'] as const;

export type ProxyMode = (typeof proxyModes)[number];

export interface ProxyAddress {
  /** TLS to the proxy itself. */
  readonly secure: boolean;
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Decoded; '' when there is none. */
  readonly user: string;
  /** Decoded; '' when there is none. A secret. */
  readonly password: string;
}

/** Words for the detail `reason` of HCM2070. */
export type ProxyAddressProblem = 'empty' | 'scheme' | 'host' | 'port' | 'user' | 'password' | 'rest';

export type ProxyAddressReading =
  | { readonly ok: true; readonly address: ProxyAddress }
  | { readonly ok: false; readonly reason: ProxyAddressProblem };

const maxUrlLength = 1024;
const defaultPorts = { http: 80, https: 443 } as const;

/** `scheme://user:password@host:port/`; without a scheme it is http, as curl reads it. */
export function readProxyUrl(text: string): ProxyAddressReading {
  const trimmed = text.trim();
  if (trimmed === '') return refuse('empty');
  if (trimmed.length > maxUrlLength) return refuse('rest');
  const [, given = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(trimmed) ?? [];
  const scheme = given.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') return refuse('scheme');
  const place = rest.replace(/\/$/, '');
  const at = place.lastIndexOf('@');
  const credentials = readCredentials(at === -1 ? '' : place.slice(0, at));
  if (credentials === null) return refuse('user');
  const address = readPlace(place.slice(at + 1), defaultPorts[scheme]);
  if (typeof address === 'string') return refuse(address);
  return { ok: true, address: { secure: scheme === 'https', ...address, ...credentials } };
}

/** For the setting: its password is kept sealed, apart from it. */
export function readProxySetting(text: string): ProxyAddressReading {
  const reading = readProxyUrl(text);
  return reading.ok && reading.address.password !== '' ? refuse('password') : reading;
}

function readPlace(
  text: string,
  defaultPort: number,
): { readonly host: string; readonly port: number } | ProxyAddressProblem {
  if (/[/?#\s]/.test(text)) return 'rest';
  const [, name = '', portText] = /^(.*?)(?::([^:\]]*))?$/.exec(text) ?? [];
  const bare = bracketsOff(name);
  const host = bare === null ? null : readHost(bare);
  if (host?.ok !== true) return 'host';
  const port = portText === undefined ? defaultPort : readPort(portText);
  return port === null ? 'port' : { host: host.host, port };
}

/** A colon ends the user name in the header that carries both (RFC 7617 §2). */
function readCredentials(text: string): { readonly user: string; readonly password: string } | null {
  const colon = text.indexOf(':');
  const user = decode(colon === -1 ? text : text.slice(0, colon));
  const password = colon === -1 ? '' : decode(text.slice(colon + 1));
  if (user === null || password === null || user.includes(':')) return null;
  // eslint-disable-next-line no-control-regex -- what a header can't carry
  return /[\u0000-\u001f\u007f]/.test(user + password) ? null : { user, password };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function refuse(reason: ProxyAddressProblem): ProxyAddressReading {
  return { ok: false, reason };
}

/** Asks for a proxy even for relays on this computer, as browsers write it. */
export const loopbackToo = '<-loopback>';
/** Every name without a dot. */
export const localNames = '<local>';

/** Entries of a bypass list, as they stand in settings and in NO_PROXY: between commas, semicolons or blanks. */
export function bypassEntries(list: string): readonly string[] {
  return list.split(/[\s,;]+/).filter((entry) => entry !== '');
}

/** `*`, `<local>`, `<-loopback>`, a name, `.suffix`, `*.suffix`, an address, a network (`10.0.0.0/8`), each perhaps with `:port`. */
export function isBypassEntry(entry: string): boolean {
  return entry === loopbackToo || entry === localNames || readBypassEntry(entry) !== null;
}

export interface BypassEntry {
  /** Lower-case, without a leading `*` or dot; '' for every host. */
  readonly host: string;
  /** Bits of the network's prefix; null for a name or one address. */
  readonly prefix: number | null;
  /** Null: any. */
  readonly port: number | null;
}

/** Null when it is nothing that a host could be compared with. */
export function readBypassEntry(entry: string): BypassEntry | null {
  const network = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/i.exec(entry);
  if (network) return readNetwork(network[1] ?? '', Number(network[2]));
  const whole = readHost(entry);
  if (whole.ok && whole.kind === 'ipv6') return { host: whole.host, prefix: null, port: null };
  const [, name = '', portText] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  const port = portText === undefined ? null : readPort(portText);
  if (portText !== undefined && port === null) return null;
  if (name === '*') return { host: '', prefix: null, port };
  const bare = bracketsOff(name.replace(/^\*?\./, ''));
  const host = bare === null ? null : readHost(bare);
  return host?.ok === true ? { host: host.host, prefix: null, port } : null;
}

function readNetwork(text: string, prefix: number): BypassEntry | null {
  const host = readHost(text);
  if (!host.ok || host.kind === 'name' || prefix > (host.kind === 'ipv4' ? 32 : 128)) return null;
  return { host: host.host, prefix, port: null };
}

/** What is shown of a proxy: never a user name or password. */
export function formatProxy({ host, port }: Pick<ProxyAddress, 'host' | 'port'>): string {
  return `${bracketHost(host)}:${port}`;
}

/** A user name alone is no sign-in: its password isn't set yet. */
export function hasCredentials({ user, password }: Pick<ProxyAddress, 'user' | 'password'>): boolean {
  return user !== '' && password !== '';
}
