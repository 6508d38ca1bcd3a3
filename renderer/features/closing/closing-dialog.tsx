/** What closing the window does, the first time (design §9.10). Without a tray it says what else can be done. */
import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { closingTexts } from '../../../electron/contract/messages/texts/closing.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { useServices, useShell } from '../../services.tsx';

export function ClosingDialog({ hasTray }: { readonly hasTray: boolean }) {
  const { bridge, ui, toasts } = useServices();
  const isBackground = useShell(({ host }) => host.mode === 'background');
  const [dontShowAgain, setDontShowAgain] = useState(false);
  // Esc and × are "not now": the window stays.
  const stay = ui.closeDialog;
  const close = (): void => {
    ui.closeDialog();
    bridge.call('app.hide', { wasRead: true, dontShowAgain }).catch((error: unknown) => {
      const { title, code } = describeError(toErrorData(error));
      toasts.show('error', title, code);
    });
  };
  // Only where connections end with the window there is something to think over.
  const stops = !hasTray && !isBackground;
  return (
    <DialogFrame
      title={titleOf(hasTray, isBackground)}
      onClose={stay}
      actions={
        <>
          <Button
            appearance={stops ? 'secondary' : 'primary'}
            onClick={close}
            {...(stops ? {} : initialFocus)}
          >
            {stops ? closingTexts.quit : closingTexts.ok}
          </Button>
          {stops && (
            <Button appearance="primary" onClick={stay} {...initialFocus}>
              {closingTexts.keepOpen}
            </Button>
          )}
        </>
      }
    >
      <p>{sentenceOf(hasTray, isBackground)}</p>
      <Checkbox
        style={{ marginInlineStart: '-8px', marginTop: '8px' }}
        label={closingTexts.dontShowAgain}
        checked={dontShowAgain}
        onChange={(_event, { checked }) => setDontShowAgain(checked === true)}
      />
    </DialogFrame>
  );
}

function titleOf(hasTray: boolean, isBackground: boolean): string {
  if (hasTray) return closingTexts.title;
  return isBackground ? closingTexts.titleQuitsBackground : closingTexts.titleQuits;
}

function sentenceOf(hasTray: boolean, isBackground: boolean): string {
  if (hasTray) return isBackground ? closingTexts.staysBackground : closingTexts.stays;
  return isBackground ? closingTexts.quitsBackground : closingTexts.quits;
}
