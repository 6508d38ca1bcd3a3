/**
 * Trying the endpoint again from the details: the way to it shows as being checked from the click until the host has
 * looked. The host itself doesn't tell that it is looking while an older result stands.
 */
import { useEffect, useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { calloutTexts } from '../../../electron/contract/messages/texts/details.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { useServices } from '../../services.tsx';

/** No dial takes longer: the relay itself lets an app wait 30 s. */
const longestTestMs = 30_000;

export interface EndpointTest {
  readonly isTesting: boolean;
  readonly start: () => void;
}

export function useEndpointTest({ config: { id }, endpoint }: ConnectionView): EndpointTest {
  const { bridge, toasts } = useServices();
  /** When the endpoint had been checked at the time of the click; undefined while nothing is under way. */
  const [seen, setSeen] = useState<number | null>();
  const isTesting = seen !== undefined && endpoint.checkedAt === seen;
  useEffect(() => {
    if (!isTesting) return undefined;
    const timer = setTimeout(() => setSeen(undefined), longestTestMs);
    return () => clearTimeout(timer);
  }, [isTesting]);

  return {
    isTesting,
    start: () => {
      if (isTesting) return;
      setSeen(endpoint.checkedAt);
      bridge.call('connections.checkEndpoint', { id }).catch((error: unknown) => {
        setSeen(undefined);
        const { title, code } = describeError(toErrorData(error));
        toasts.show('error', fillText(calloutTexts.notTested, { problem: title }), code);
      });
    },
  };
}

/** The view as it shows while the endpoint is tried. */
export function viewWhileTesting(view: ConnectionView, isTesting: boolean): ConnectionView {
  return isTesting ? { ...view, endpoint: { ...view.endpoint, status: 'checking' } } : view;
}
