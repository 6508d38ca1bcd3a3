/**
 * The proxy that the desktop names for a relay: fixed ones, PAC scripts and their discovery, as Chromium evaluates them. Asked
 * anew for each dial; owns nothing.
 */
import { bracketHost } from '../contract/host-port.ts';
import { readProxyUrl } from '../contract/proxy-setting.ts';
import { direct, type ProxyChoice, type ProxyResolver } from '../engine/net/proxy-choice.ts';

/** @param ask `session.resolveProxy`: answers `PROXY a:1; HTTPS b:2; SOCKS5 c:3; DIRECT`. */
export function desktopProxy(ask: (url: string) => Promise<string>): ProxyResolver {
  return async (host, port) => readProxyList(await ask(`https://${bracketHost(host)}:${port}/`));
}

/** Long lists are cut: a dial can't try them all. */
const maxChoices = 8;

/** Ways that can't be read are left out; when none is left, the answer is none of ours to guess. */
export function readProxyList(text: string): readonly ProxyChoice[] {
  const parts = text.split(';').map((part) => part.trim());
  const choices = parts.filter((part) => part !== '').flatMap((part) => readPart(part));
  return choices.length === 0 ? direct : choices.slice(0, maxChoices);
}

function readPart(part: string): readonly ProxyChoice[] {
  const [, word = '', place = ''] = /^(\S+)(?:\s+(\S+))?$/.exec(part) ?? [];
  switch (word.toUpperCase()) {
    case 'DIRECT':
      return direct;
    case 'PROXY':
    case 'HTTP':
      return proxyAt('http', place);
    case 'HTTPS':
      return proxyAt('https', place);
    default:
      return /^SOCKS[45]?$/i.test(word) ? [{ kind: 'unsupported' }] : [];
  }
}

function proxyAt(scheme: 'http' | 'https', place: string): readonly ProxyChoice[] {
  const reading = readProxyUrl(`${scheme}://${place}`);
  return reading.ok ? [{ kind: 'proxy', proxy: reading.address }] : [];
}
