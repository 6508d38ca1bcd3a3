/** Reads the values of options; a value that makes no sense is wrong use. */
import { isIP } from 'node:net';
import { HcmError } from '../contract/errors.ts';
import { parseHostPort, type HostPortReading } from '../contract/host-port.ts';
import { wrongUse } from './wrong-use.ts';

/** 0 means any free port. */
export function readPortOption(text: string): number {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw wrongUse('port');
  return port;
}

export interface CountLimits {
  readonly min: number;
  readonly max: number;
}

export function readCountOption(option: string, text: string, { min, max }: CountLimits): number {
  const count = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= min && count <= max)) throw wrongUse('choice', { name: option });
  return count;
}

export function readAddressOption(option: string, text: string): string {
  if (isIP(text) === 0) throw wrongUse('address', { name: option });
  return text;
}

/** @throws HcmError HCM1030 */
export function readEndpointOption(text: string): Extract<HostPortReading, { ok: true }> {
  const reading = parseHostPort(text);
  if (!reading.ok) throw new HcmError(reading.problem.code, reading.problem.details);
  return reading;
}
