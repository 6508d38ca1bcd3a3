/** The window round the string's form: title, the one button that hands the string in, and Cancel. */
import { Button } from '@fluentui/react-components';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { useServices } from '../../services.tsx';
import { StringFormBody, type StringFormBodyProps } from './string-form.tsx';

export interface StringDialogProps extends StringFormBodyProps {
  readonly title: string;
  /** What the button says while it can be pressed. */
  readonly label: string;
}

export function StringDialog({ title, label, ...body }: StringDialogProps) {
  const { ui } = useServices();
  const { saving, preview, onSubmit } = body;
  return (
    <DialogFrame
      title={title}
      size="form"
      busy={saving}
      onClose={() => ui.closeDialog()}
      actions={
        <>
          <BusyButton
            busy={saving}
            disabled={!preview.canSubmit}
            label={label}
            busyLabel={dialogButtonTexts.saving}
            onClick={onSubmit}
          />
          <Button disabled={saving} onClick={() => ui.closeDialog()}>
            {dialogButtonTexts.cancel}
          </Button>
        </>
      }
    >
      <StringFormBody {...body} />
    </DialogFrame>
  );
}
