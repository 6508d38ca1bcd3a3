/** A good connection string in its parts, and short ways to read one, for tests of the reader. */
import type { ErrorCode } from '../errors.ts';
import { parseConnectionString, type ParseOptions, type ParsedString } from '../connection-string.ts';
import type { Problem } from '../finding.ts';

export const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
export const endpoint = 'Endpoint=sb://contoso.servicebus.windows.net/';
export const rule = 'SharedAccessKeyName=defaultListener';
export const secret = `SharedAccessKey=${key}`;
export const name = 'EntityPath=payroll-sql';
export const whole = [endpoint, rule, secret, name].join(';');
export const target = {
  host: 'contoso.servicebus.windows.net',
  port: 443,
  entityPath: 'payroll-sql',
  keyName: 'defaultListener',
  key,
};

export function read(text: string, options: Partial<ParseOptions> = {}): ParsedString {
  return parseConnectionString(text, { purpose: 'listen', ...options });
}

export function problems(text: string, options: Partial<ParseOptions> = {}): readonly Problem[] {
  const parsed = read(text, options);
  if (parsed.outcome !== 'refused') throw new Error(`not refused: ${parsed.outcome}`);
  if (JSON.stringify(parsed).includes(key.slice(0, 12))) throw new Error('the key is shown');
  return parsed.problems;
}

export function codes(text: string, options: Partial<ParseOptions> = {}): readonly ErrorCode[] {
  return problems(text, options).map(({ code }) => code);
}

export function notices(text: string, options: Partial<ParseOptions> = {}): readonly string[] {
  return read(text, options).notices.map(({ code }) => code);
}
