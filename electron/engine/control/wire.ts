/**
 * What may be said on the control socket: one JSON object a line, each of exactly one of these shapes.
 *
 *      host:    hello ─────────────► proved │ refused ──► answers, events ──► (refused)
 *      client:         prove ──────►                  ──► calls, subscribe
 *
 * Invariant: what passed these schemas has no field that we don't know and no text without a limit, but for `input`,
 * `output` and `payload`, which the contract's own schemas check.
 */
import { z } from 'zod';

/** Longest line without its newline. */
export const maxLineBytes = 4 * 1024 * 1024;

/** Longest line of somebody who hasn't proved anything yet. */
export const maxGreetingBytes = 4 * 1024;

/** 32 bytes in base64url: nonces and proofs. */
const random = z.string().regex(/^[\w-]{43}$/u);

/** Name of one owner of a data folder, new with each claim. */
export const instancePattern = /^[0-9a-f]{12}$/u;

const id = z.int().min(0);

export const helloSchema = z.strictObject({
  hello: z.strictObject({
    contractVersion: z.int(),
    version: z.string().max(64),
    nonce: random,
    instance: z.string().regex(instancePattern),
    /** `busy`: the owner answers no calls, it holds the folder for a moment only. */
    state: z.enum(['serving', 'busy']),
  }),
});

export const proveSchema = z.strictObject({
  prove: z.strictObject({ contractVersion: z.int(), nonce: random, proof: random }),
});

const refusedSchema = z.strictObject({ refused: z.strictObject({ code: z.string().max(16) }) });

export const verdictSchema = z.union([
  z.strictObject({ proved: z.strictObject({ proof: random }) }),
  refusedSchema,
]);

export const requestSchema = z.union([
  z.strictObject({ id, call: z.string().max(100), input: z.unknown().optional() }),
  z.strictObject({ subscribe: z.boolean() }),
]);

const errorDataSchema = z.strictObject({
  code: z.string().max(16),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const reportSchema = z.union([
  z.strictObject({ id, ok: z.literal(true), output: z.unknown() }),
  z.strictObject({ id, ok: z.literal(false), error: errorDataSchema }),
  z.strictObject({ event: z.string().max(100), payload: z.unknown() }),
  refusedSchema,
]);

export type Hello = Readonly<z.infer<typeof helloSchema>['hello']>;
type Request = z.infer<typeof requestSchema>;
export type CallRequest = Extract<Request, { call: string }>;
export type Report = z.infer<typeof reportSchema>;
export type WireErrorData = Readonly<z.infer<typeof errorDataSchema>>;

const versionIn = {
  hello: z.looseObject({ hello: z.looseObject({ contractVersion: z.int() }) }).transform((it) => it.hello),
  prove: z.looseObject({ prove: z.looseObject({ contractVersion: z.int() }) }).transform((it) => it.prove),
} as const;

/**
 * The other side's contract version, read before anything else of the line is: another version may put the rest
 * differently and still has to be told about the mismatch.
 */
export function contractVersionIn(part: 'hello' | 'prove', message: unknown): number | undefined {
  return versionIn[part].safeParse(message).data?.contractVersion;
}
