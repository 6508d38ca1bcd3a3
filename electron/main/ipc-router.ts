/**
 * Answers the page's calls, derived from the contract: who asks is checked, then what is asked, strictly.
 *
 * Invariants: every answer is a tagged value, never a throw over the wire; what was wrong with a call is said by place and
 * kind, never by quoting it, because input may hold keys.
 */
import { HcmError, toErrorData } from '../contract/errors.ts';
import {
  windowCalls,
  type WindowCallInput,
  type WindowCallName,
  type WindowCallOutput,
  type WindowReply,
} from '../contract/shell-api.ts';
import { traceOf } from '../engine/control/perform-call.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { Sender } from './ipc-sender.ts';

export type WindowHandlers = {
  readonly [Name in WindowCallName]: (input: WindowCallInput<Name>) => Promise<WindowCallOutput<Name>>;
};

export interface RouterPorts {
  readonly isTrusted: (sender: Sender) => boolean;
  readonly handlers: WindowHandlers;
  readonly log: Logger;
}

export function callRouter({
  isTrusted,
  handlers,
  log,
}: RouterPorts): (name: WindowCallName, sender: Sender, input: unknown) => Promise<WindowReply> {
  return async (name, sender, input) => {
    if (!isTrusted(sender)) {
      log.warn('a call from outside the window was refused', { call: name });
      return refusal(new HcmError('HCM5006', { call: name, reason: 'sender' }));
    }
    try {
      return { ok: true, value: await answer(handlers, name, input) };
    } catch (error) {
      if (!(error instanceof HcmError))
        log.error('a call of the page met a bug', { call: name, ...traceOf(error) });
      return refusal(error);
    }
  };
}

function answer(handlers: WindowHandlers, name: WindowCallName, input: unknown): Promise<unknown> {
  const parsed = windowCalls[name].input.safeParse(input);
  // What passed this call's schema is this call's input; the type can't follow a name that is only known at run time.
  if (parsed.success) return (handlers[name] as (input: unknown) => Promise<unknown>)(parsed.data);
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw new HcmError('HCM5006', { call: name, path, reason: issue?.code ?? 'invalid' });
}

function refusal(error: unknown): WindowReply {
  return { ok: false, error: toErrorData(error) };
}
