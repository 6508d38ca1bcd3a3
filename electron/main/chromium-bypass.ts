/**
 * The host's list of what is dialled past the proxy, in Chromium's words (`proxyBypassRules`). Pure.
 *
 * They differ: a name stands for everything under it as well in ours (`proxy-bypass.ts`), and for itself alone in Chromium's;
 * blanks don't part its entries.
 */
import { isIP } from 'node:net';
import { bracketHost } from '../contract/host-port.ts';
import { bypassEntries, readBypassEntry } from '../contract/proxy-setting.ts';

export function chromiumBypass(list: string): string {
  return bypassEntries(list).flatMap(rulesOf).join(';');
}

/** `<local>` and `<-loopback>` mean the same there. */
function rulesOf(entry: string): readonly string[] {
  const read = readBypassEntry(entry);
  if (read === null) return [entry];
  const { host, prefix } = read;
  if (prefix !== null) return [`${host}/${prefix}`];
  const port = read.port === null ? '' : `:${read.port}`;
  if (host === '') return [`*${port}`];
  return isIP(host) === 0 ? [`${host}${port}`, `*.${host}${port}`] : [`${bracketHost(host)}${port}`];
}
