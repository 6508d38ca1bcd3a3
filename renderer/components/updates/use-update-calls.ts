/** What a person may ask of the app's updater. Its answer counts at once, before the event that says the same. */
import { useMemo, useState } from 'react';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { useServices } from '../../services.tsx';

export type UpdateCall = 'check' | 'download' | 'cancel' | 'install' | 'later' | 'skip' | 'goBack';

export interface UpdateCalls {
  /** What is being asked and has no answer yet. */
  readonly asked: UpdateCall | null;
  readonly ask: (call: UpdateCall) => Promise<void>;
}

export function useUpdateCalls(): UpdateCalls {
  const { bridge, shell, toasts } = useServices();
  const [asked, setAsked] = useState<UpdateCall | null>(null);
  return useMemo(
    () => ({
      asked,
      ask: async (call) => {
        setAsked(call);
        try {
          const { state } = await bridge.call(`update.${call}`, {});
          shell.setState({ update: state });
        } catch (error) {
          const { title, code } = describeError(toErrorData(error));
          toasts.show('error', title, code);
        } finally {
          setAsked((before) => (before === call ? null : before));
        }
      },
    }),
    [bridge, shell, toasts, asked],
  );
}
