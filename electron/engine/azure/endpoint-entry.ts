/**
 * The entry `endpoint` in the metadata of a Hybrid Connection (S39, relay-protocol §6.3), changed without touching the other
 * entries. Pure.
 */
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import { formatHostPort, type HostPort } from '../../contract/host-port.ts';

/** What Azure keeps (relay-protocol §8). */
const maxLength = 1024;

const entriesSchema = z.array(z.looseObject({ key: z.string() }));

/** Of a new one. */
export function endpointMetadata(endpoint: HostPort): string {
  return JSON.stringify([{ key: 'endpoint', value: formatHostPort(endpoint) }]);
}

/**
 * @param name of the Hybrid Connection, for what goes wrong
 * @throws HcmError HCM6065 when the metadata is none of keys and values, or would be too long.
 */
export function withEndpoint(userMetadata: string, endpoint: HostPort, name: string): string {
  const entries = userMetadata.trim() === '' ? [] : read(userMetadata, name);
  const value = formatHostPort(endpoint);
  const isEndpoint = ({ key }: { readonly key: string }): boolean => key.trim().toLowerCase() === 'endpoint';
  const changed = entries.map((entry) => (isEndpoint(entry) ? { ...entry, value } : entry));
  const whole = entries.some(isEndpoint) ? changed : [...changed, { key: 'endpoint', value }];
  const text = JSON.stringify(whole);
  if (text.length > maxLength) throw new HcmError('HCM6065', { name, reason: 'long' });
  return text;
}

function read(userMetadata: string, name: string): z.infer<typeof entriesSchema> {
  try {
    return entriesSchema.parse(JSON.parse(userMetadata));
  } catch {
    throw new HcmError('HCM6065', { name, reason: 'unreadable' });
  }
}
