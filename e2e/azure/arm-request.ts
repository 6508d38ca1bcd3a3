/** What a handler of the ARM server is given and gives back. */
import type { z } from 'zod';
import { ArmError } from './arm-error.ts';
import type { Caller } from './arm-identity.ts';

export interface ArmRequest {
  readonly method: string;
  /** As the client dialled it. */
  readonly url: URL;
  /** Values of the route's `{names}`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly caller: Caller;
}

export interface ArmAnswer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: object): ArmAnswer {
  return { status: 200, body };
}

export function paramOf(request: ArmRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`the route has no {${name}}`);
  return value;
}

/** The request's body, or ARM's answer to one that isn't what the resource takes. */
export function bodyOf<Schema extends z.ZodType>(request: ArmRequest, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const text = `The request content was invalid and could not be deserialized: '${parsed.error.issues[0]?.message ?? ''}'.`;
  throw new ArmError(400, 'InvalidRequestContent', text);
}
