/** What a connection that works asks a person for: a key that Azure refuses, an endpoint that Azure names anew. */
import { Warning16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { endpointChangeTexts, keyActionTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { endpointCallout, endpointToDecide } from '../../../electron/contract/messages/endpoint-words.ts';
import { refusedKeyCallout } from '../../../electron/contract/messages/key-words.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { Callout } from '../../components/callout.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { HostButton } from '../../components/host-controls.tsx';
import { callOfDialog } from '../../components/needed-call.ts';
import { useServices } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

const watchIcon = <Warning16Filled aria-hidden primaryFill={toneColors.watch.icon} />;

export function RefusedKeyCallout({ view }: { readonly view: ConnectionView }) {
  const { ui } = useServices();
  const words = refusedKeyCallout(view);
  if (words === null) return null;
  const { slot, title, text } = words;
  const { id } = view.config;
  const label = view.keys.hasSecondary ? keyActionTexts.replace[slot] : keyActionTexts.replaceOnly;
  return (
    <Callout
      icon={watchIcon}
      title={title}
      text={text}
      actions={
        <>
          <HostButton
            needs={callOfDialog.replaceKey}
            size="small"
            onClick={() => ui.openDialog({ kind: 'replaceKey', id, slot })}
          >
            {label}
          </HostButton>
          {slot === 'secondary' && (
            <HostButton
              needs={callOfDialog.removeSecondKey}
              size="small"
              appearance="subtle"
              onClick={() => ui.openDialog({ kind: 'removeSecondKey', id })}
            >
              {keyActionTexts.remove}
            </HostButton>
          )}
        </>
      }
    />
  );
}

/** The cloud side can't re-aim a tunnel: it is the person here who decides (plan §5.5). */
export function EndpointCallout({ view }: { readonly view: ConnectionView }) {
  const { bridge, shell, toasts, ui } = useServices();
  const [keeping, setKeeping] = useState(false);
  const text = endpointCallout(view);
  const inAzure = endpointToDecide(view);
  const { id, name, endpoint } = view.config;
  if (text === null || inAzure === null || endpoint === null) return null;
  const here = formatHostPort(endpoint);

  async function keep(): Promise<void> {
    setKeeping(true);
    try {
      const input = { id, endpoint: here, ...byUser(shell.getState()) };
      await bridge.call('connections.setEndpoint', input);
      toasts.show('success', fillText(endpointChangeTexts.kept, { name, here }));
    } catch (error) {
      const { title, code } = describeError(toErrorData(error));
      toasts.show('error', fillText(endpointChangeTexts.couldNotKeep, { name, problem: title }), code);
    }
    setKeeping(false);
  }

  return (
    <Callout
      icon={watchIcon}
      title={endpointChangeTexts.calloutTitle}
      text={text}
      actions={
        <>
          <HostButton
            needs={callOfDialog.acceptEndpoint}
            size="small"
            onClick={() =>
              ui.openDialog({ kind: 'acceptEndpoint', id, host: inAzure.host, port: inAzure.port })
            }
          >
            {endpointChangeTexts.use}
          </HostButton>
          <HostButton
            needs="connections.setEndpoint"
            size="small"
            appearance="subtle"
            disabledFocusable={keeping}
            onClick={() => void keep()}
          >
            {endpointChangeTexts.keep}
          </HostButton>
        </>
      }
    />
  );
}
