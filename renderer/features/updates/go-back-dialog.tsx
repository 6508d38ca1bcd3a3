/** The version that was installed last doesn't come up: puts the one before in place again, if the person wants that. */
import { Button } from '@fluentui/react-components';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { upgradeTexts } from '../../../electron/contract/messages/texts/updates.ts';
import type { UpdateState } from '../../../electron/contract/updates.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useUpdateCalls } from '../../components/updates/use-update-calls.ts';
import { useServices } from '../../services.tsx';

export interface GoBackDialogProps {
  readonly update: UpdateState;
  /** To go back to. */
  readonly version: string;
}

export function GoBackDialog({ update: { current, problem }, version }: GoBackDialogProps) {
  const { ui } = useServices();
  const { ask, asked } = useUpdateCalls();
  return (
    <DialogFrame
      title={fillText(upgradeTexts.goBackTitle, { version: current })}
      onClose={ui.closeDialog}
      actions={
        <>
          <BusyButton
            busy={asked === 'goBack'}
            label={fillText(upgradeTexts.goBack, { version })}
            busyLabel={upgradeTexts.preparing}
            appearance="secondary"
            onClick={() => void ask('goBack')}
          />
          <Button appearance="primary" onClick={ui.closeDialog} {...initialFocus}>
            {fillText(upgradeTexts.keepVersion, { version: current })}
          </Button>
        </>
      }
    >
      <p>{fillText(upgradeTexts.goBackText, { version })}</p>
      {problem !== null && <ErrorCallout error={problem} />}
    </DialogFrame>
  );
}
