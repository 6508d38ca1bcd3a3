/** A limit that turned senders away within the last hour, and where to change it. */
import { Warning16Filled } from '@fluentui/react-icons';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { calloutTexts } from '../../../electron/contract/messages/texts/details.ts';
import { limitRowTexts } from '../../../electron/contract/messages/texts/limits.ts';
import { limitCallout } from '../../../electron/contract/messages/limit-words.ts';
import { Callout } from '../../components/callout.tsx';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { HostButton } from '../../components/host-controls.tsx';
import { callOfDialog } from '../../components/needed-call.ts';
import { useNow, useServices } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

export function LimitCallout({ view }: { readonly view: ConnectionView }) {
  const { ui } = useServices();
  const actions = useConnectionActions();
  const now = useNow();
  const words = limitCallout(view, now);
  if (words === null) return null;
  const { id } = view.config;
  // The host's own limit and the system's are not this connection's to change.
  const isOwn = view.limitHit?.problem.code === 'HCM3110';
  return (
    <Callout
      icon={<Warning16Filled aria-hidden primaryFill={toneColors.watch.icon} />}
      title={words.title}
      text={words.text}
      actions={
        isOwn && (
          <HostButton
            needs={callOfDialog.limits}
            size="small"
            onClick={() => ui.openDialog({ kind: 'limits', id })}
          >
            {limitRowTexts.change}
          </HostButton>
        )
      }
      code={{ text: words.code, label: calloutTexts.copyDetails, onPress: () => actions.copyDetails([id]) }}
    />
  );
}
