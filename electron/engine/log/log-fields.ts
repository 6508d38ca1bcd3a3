/** Makes fields fit for a line: errors become data, and no field takes the name of the line's own. */
import { HcmError } from '../../contract/errors.ts';
import type { LogFields } from './logger.ts';

const ownNames = new Set(['level', 'time', 'message']);
const maxCauses = 3;
const maxStackLines = 12;

export function toLogFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      ownNames.has(name) ? `${name}_` : name,
      value instanceof Error ? describeError(value, maxCauses) : value,
    ]),
  );
}

function describeError(error: Error, causes: number): LogFields {
  const stack = error.stack?.split('\n').slice(1, maxStackLines + 1);
  return {
    name: error.name,
    message: error.message,
    ...(error instanceof HcmError ? { code: error.code, details: error.details } : errnoField(error)),
    // Expected failures are told by their code; where they were made is noise.
    ...(error instanceof HcmError || stack === undefined ? {} : { stack: stack.map((line) => line.trim()) }),
    ...(error.cause instanceof Error && causes > 0 ? { cause: describeError(error.cause, causes - 1) } : {}),
  };
}

function errnoField(error: Error): LogFields {
  return 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
}
