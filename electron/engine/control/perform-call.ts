/**
 * One call of a client, from its parsed line to the answer. Never rejects: a bug in one call is that call's HCM9001.
 *
 * Invariants: what the role may not do is refused before its input is even looked at; the host sees only input that the
 * contract's schema let through; an answer says what was wrong with a
 * call by place and kind, never by quoting it, because input may hold keys.
 */
import { mayCall, type Role } from '../../contract/access.ts';
import { calls, type CallInput, type CallName, type Host } from '../../contract/api.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { ControlLog } from './control-log.ts';
import type { CallRequest } from './wire.ts';

export type Answer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorData };

export interface CallPorts {
  readonly host: Host;
  readonly role: Role;
  readonly log: ControlLog;
  /** Parses what the host answers, too: for tests. */
  readonly checkOutputs: boolean;
}

export async function performCall(request: CallRequest, ports: CallPorts): Promise<Answer> {
  const { id, call } = request;
  try {
    if (!isCallName(call)) throw new HcmError('HCM5006', { call, reason: 'unknown-call' });
    if (!mayCall(ports.role, call)) throw new HcmError('HCM5008', { call });
    const output = await ports.host.call(call, parseInput(call, request.input));
    return { id, ok: true, output: ports.checkOutputs ? calls[call].output.parse(output) : output };
  } catch (error) {
    if (!(error instanceof HcmError)) {
      // The message stays out: it may quote what the call was about.
      ports.log.error({ call, code: 'HCM9001', ...traceOf(error) }, 'control: a call failed with a bug');
    }
    return { id, ok: false, error: toErrorData(error) };
  }
}

function isCallName(call: string): call is CallName {
  return Object.hasOwn(calls, call);
}

function parseInput(call: CallName, input: unknown): CallInput<CallName> {
  const parsed = calls[call].input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw new HcmError('HCM5006', { call, path, reason: issue?.code ?? 'invalid' });
}

/** Where a bug lies, without its text: that may quote what the call was about. */
export function traceOf(error: unknown): { readonly reason: string; readonly frames: readonly string[] } {
  if (!(error instanceof Error)) return { reason: typeof error, frames: [] };
  const lines = error.stack?.split('\n') ?? [];
  return { reason: error.name, frames: lines.filter((line) => line.startsWith('    at ')).slice(0, 10) };
}
