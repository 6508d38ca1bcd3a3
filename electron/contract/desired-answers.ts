/** What `hcm plan` and `hcm apply` give to scripts; part of the promise of `answer-schemas.ts`. */
import { z } from 'zod';
import { differenceSchema, desiredChangeSchema } from './desired.ts';

const value = z.union([z.number(), z.string(), z.null()]);

const changesText = 'connections in the order of the file; then those that are removed';

const { kind, host, name } = desiredChangeSchema.shape;

const plannedChangeSchema = z.strictObject({
  kind: kind.describe('what is to be done'),
  id: z.uuid().nullable().describe('id of the connection; null while it isn’t on this host'),
  host: host.describe('host of its namespace'),
  name: name.describe('name of the Hybrid Connection'),
  differences: z
    .array(
      z.strictObject({
        what: differenceSchema.shape.what.describe('part that differs'),
        from: z.string().nullable().describe('as it is; of keys the name of the rule'),
        to: z.string().nullable().describe('as it shall be; of keys the name of the rule'),
      }),
    )
    .describe('what differs; of a new connection what it gets'),
});

export const settingsAnswer = z
  .array(
    z.strictObject({
      name: z.string().describe('name of a setting that differs'),
      from: value.describe('as it is'),
      to: value.describe('as it shall be'),
    }),
  )
  .describe('settings of the host that differ');

export const planAnswerSchema = z.strictObject({
  changes: z.array(plannedChangeSchema).describe(changesText),
  settings: settingsAnswer,
});

const problem = z
  .strictObject({
    code: z.string().describe('why it isn’t done'),
    details: z.record(z.string(), z.union([z.string(), z.number()])).describe('what that is about'),
  })
  .nullable()
  .describe('null when it is done');

export const applyAnswerSchema = z.strictObject({
  changes: z.array(plannedChangeSchema.extend({ problem })).describe(changesText),
  settings: settingsAnswer,
});
