/** The page's only way out: the contract's calls and events, typed. An expected failure is an `HcmError`. */
import { HcmError, isErrorCode, type ErrorDetails } from '../electron/contract/errors.ts';
import type {
  WindowApi,
  WindowCallInput,
  WindowCallName,
  WindowCallOutput,
  WindowEventName,
  WindowEventPayload,
} from '../electron/contract/shell-api.ts';

export interface Bridge {
  /** @throws HcmError what the host or the app answered. */
  call<Name extends WindowCallName>(
    name: Name,
    input: WindowCallInput<Name>,
  ): Promise<WindowCallOutput<Name>>;
  /** @returns what ends the subscription. */
  on<Name extends WindowEventName>(
    name: Name,
    listener: (payload: WindowEventPayload<Name>) => void,
  ): () => void;
}

export function createBridge(api: WindowApi): Bridge {
  return {
    async call<Name extends WindowCallName>(name: Name, input: WindowCallInput<Name>) {
      const reply = await api.invoke(name, input);
      // The main process parsed what went in and knows what came out: both are the same program.
      if (reply.ok) return reply.value as WindowCallOutput<Name>;
      const { code, details } = reply.error;
      throw new HcmError(isErrorCode(code) ? code : 'HCM9001', details as ErrorDetails);
    },
    on: (name, listener) =>
      api.subscribe(name, (payload) => listener(payload as WindowEventPayload<typeof name>)),
  };
}
