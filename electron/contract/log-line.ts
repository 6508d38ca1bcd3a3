/** One redacted line of the host's log, as it is shown. */
import { z } from 'zod';
import { logLevels } from './default-settings.ts';

export const logLineSchema = z.strictObject({
  /** Counts from 1 since the host started. */
  number: z.int().min(1),
  /** Milliseconds since 1970-01-01 UTC. */
  at: z.number(),
  level: z.enum(logLevels),
  message: z.string(),
  /** The other fields, as JSON. Empty when there are none. */
  fields: z.string(),
});

export type LogLine = Readonly<z.infer<typeof logLineSchema>>;
