/** What `hcm service` gives to scripts; part of the promise of `answer-schemas.ts`. */
import { z } from 'zod';

const count = z.int().min(0);
const words = z.array(z.string());

const done = {
  service: z.string().describe('as the system calls it'),
  file: z.string().describe('the file that says what the service is'),
  dataFolder: z.string().describe('where it keeps its state'),
};

export const serviceInstalledSchema = z.strictObject({
  ...done,
  installed: z.literal(true).describe('it starts with the system'),
  started: z.boolean().describe('it was started, too'),
});

export const serviceUninstalledSchema = z.strictObject({
  ...done,
  installed: z.literal(false).describe('the system knows it no more'),
  purged: z.boolean().describe('its data folder was deleted'),
});

export const serviceSwitchedSchema = z.strictObject({
  ...done,
  running: z.boolean().describe('what it is now: true after start, false after stop'),
});

export const serviceStatusSchema = z.strictObject({
  service: z.string().describe('as the system calls it'),
  installed: z.boolean().describe('the system knows it'),
  enabled: z.boolean().describe('it starts with the system'),
  state: z.enum(['running', 'starting', 'stopping', 'stopped', 'failed']).describe('what the system says'),
  processId: count.nullable().describe('null when there is none'),
  dataFolder: z.string().nullable().describe('where it keeps its state; null where nothing says'),
  host: z
    .discriminatedUnion('answers', [
      z.strictObject({
        answers: z.literal(true).describe('whether it answers on its control socket'),
        version: z.string().describe('its version'),
        processId: count.describe('its process id'),
        connections: count.describe('number of its connections'),
        connected: count.describe('number of those that are connected'),
      }),
      z.strictObject({
        answers: z.literal(false),
        code: z
          .string()
          .regex(/^HCM\d{4}$/)
          .describe('why it doesn’t'),
      }),
    ])
    .describe('the host’s own word'),
});

/** With `--dry-run`: in the order in which they would be done. */
export const serviceStepsSchema = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        do: z
          .enum(['write', 'remove', 'makeFolder', 'removeFolder', 'expect', 'run'])
          .describe('expect: somebody else has to put it there first'),
        path: z.string().optional().describe('file or folder'),
        text: z.string().optional().describe('what is written'),
        mode: z.int().optional().describe('its permissions, as a number'),
        words: words.optional().describe('program and arguments'),
        unless: words.optional().describe('not when this ends with 0'),
        mayFail: z.literal(true).optional().describe('it may have nothing to do'),
      }),
    )
    .describe('in their order'),
});
