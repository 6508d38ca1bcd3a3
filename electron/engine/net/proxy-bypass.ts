/**
 * Which relays are dialled past the proxy: as curl reads NO_PROXY, with the words of browsers. A name stands for itself and
 * for everything under it; addresses and networks are compared with relays that are named by their address, since a proxy
 * would look the name up elsewhere. Pure.
 */
import { BlockList, isIP } from 'node:net';
import {
  bypassEntries,
  localNames,
  loopbackToo,
  readBypassEntry,
  type BypassEntry,
} from '../../contract/proxy-setting.ts';

export function isBypassed(list: string, host: string, port: number): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return bypassEntries(list).some((entry) => {
    if (entry === loopbackToo) return false;
    if (entry === localNames) return isIP(name) === 0 && !name.includes('.');
    const read = readBypassEntry(entry);
    return read !== null && (read.port === null || read.port === port) && isMeant(read, name);
  });
}

/** Relays on this computer need no proxy, unless the list asks for it. */
export function isOwnComputer(list: string, host: string): boolean {
  return isLoopback(host) && !bypassEntries(list).includes(loopbackToo);
}

export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || isLoopback4(name);
}

function isLoopback4(name: string): boolean {
  return isIP(name) === 4 && name.startsWith('127.');
}

function isMeant({ host, prefix }: BypassEntry, name: string): boolean {
  if (host === '') return true;
  const family = isIP(name);
  if (family === 0) return prefix === null && (name === host || name.endsWith(`.${host}`));
  if (isIP(host) !== family) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const meant = new BlockList();
  if (prefix === null) meant.addAddress(host, type);
  else meant.addSubnet(host, prefix, type);
  return meant.check(name, type);
}
