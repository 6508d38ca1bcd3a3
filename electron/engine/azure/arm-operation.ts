/**
 * Azure often answers before it is done: then it names where to ask how far it is, or the resource itself tells. Waits for that
 * end. Owns nothing.
 *
 * Invariants: asked as often as Azure wants to be and no oftener; it ends in time, by the end of the operation or an HcmError; no
 * host but the cloud's own is asked.
 */
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import type { HttpsAnswer } from '../net/https-request.ts';
import { armFailure, retryAfterSeconds } from './arm-failure.ts';

export interface OperationPorts {
  /** `https://host[:port]` of Azure Resource Manager. */
  readonly arm: string;
  /** The resource that is made, changed or deleted. */
  readonly resource: URL;
  /** What it is about, as a person calls it. */
  readonly name: string;
  /** False: the change held a key, so Azure's words about it are not repeated. */
  readonly mayQuote: boolean;
  readonly get: (url: URL) => Promise<HttpsAnswer>;
  readonly pause: (delayMs: number) => Promise<void>;
  readonly monotonicMs: () => number;
}

/** A namespace takes a minute or two. */
const maxMs = 10 * 60_000;
const usualWaitMs = 2_000;
const minWaitMs = 100;
const maxWaitMs = 60_000;

const stateSchema = z.object({
  /** Of an operation. */
  status: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string().optional() }).nullish(),
  /** Of a resource. */
  properties: z.object({ provisioningState: z.string().optional() }).nullish(),
});

/** @param first the answer to the change. @throws HcmError HCM6066, HCM60xx */
export async function untilDone(first: HttpsAnswer, ports: OperationPorts): Promise<void> {
  const begunMs = ports.monotonicMs();
  const status = linkIn(first, 'azure-asyncoperation', ports);
  const location = first.status === 202 ? linkIn(first, 'location', ports) : null;
  const where = status ?? location ?? ports.resource;
  let answer = first;
  let isUnderway = status !== null || location !== null || first.status === 202 || !isDone(first, ports);
  while (isUnderway) {
    if (ports.monotonicMs() - begunMs > maxMs)
      throw new HcmError('HCM6066', { name: ports.name, reason: 'slow' });
    await ports.pause(waitAfter(answer));
    answer = await ports.get(where);
    if (answer.status > 204) throw armFailure(answer, ports.name, { isChange: ports.mayQuote });
    isUnderway = answer.status === 202 || !isDone(answer, ports);
  }
}

/** @throws HcmError when it ended otherwise than well. */
function isDone(answer: HttpsAnswer, { name, mayQuote }: OperationPorts): boolean {
  const said = stateOf(answer);
  const state = (said?.status ?? said?.properties?.provisioningState ?? 'Succeeded').toLowerCase();
  if (state === 'failed' || state === 'canceled') {
    if (said?.error) throw armFailure({ ...answer, status: 400 }, name, { isChange: mayQuote });
    throw new HcmError('HCM6027', { name, status: answer.status, reason: state });
  }
  return state === 'succeeded' || state === 'active';
}

function stateOf({ body }: HttpsAnswer): z.infer<typeof stateSchema> | null {
  if (body === '') return null;
  try {
    return stateSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

function waitAfter(answer: HttpsAnswer): number {
  const seconds = retryAfterSeconds(answer);
  if (seconds === null) return usualWaitMs;
  return Math.min(maxWaitMs, Math.max(minWaitMs, seconds * 1000));
}

/** @throws HcmError HCM6026 when it leads to another host. */
function linkIn({ headers }: HttpsAnswer, header: string, { arm, name }: OperationPorts): URL | null {
  const text = headers[header];
  if (text === undefined || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.origin !== arm) throw new HcmError('HCM6026', { reason: 'link', name });
  return url;
}
