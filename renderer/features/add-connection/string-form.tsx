/** Field, preview and what went wrong: the body that adding a connection and replacing a key have in common. */
import { Field, makeStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { couldNotAtAllTexts } from '../../../electron/contract/messages/texts/actions.ts';
import { addDialogTexts } from '../../../electron/contract/messages/texts/add.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useServices } from '../../services.tsx';
import { HiddenStringField } from './hidden-string-field.tsx';
import { PreviewList, type RowAction } from './preview-list.tsx';
import type { Preview } from './preview.ts';
import type { StringForm } from './use-string-form.ts';

export interface StringFormBodyProps {
  readonly form: StringForm;
  readonly preview: Preview;
  /** The connection on this host that the string is for. */
  readonly existingId: string | null;
  readonly saving: boolean;
  readonly error: ErrorData | null;
  readonly onSubmit: () => void;
  /** Above the field. */
  readonly intro?: ReactNode;
}

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export function StringFormBody(props: StringFormBodyProps) {
  const { form, preview, existingId, saving, error, onSubmit, intro } = props;
  const styles = useStyles();
  const hiddenId = useId();
  const { bridge, toasts, ui } = useServices();
  const { shown, caret, revision, hidesSomething, name, forgotten } = form.state;
  const { remark } = preview;
  const hint = forgotten ? addDialogTexts.dropped : (remark?.text ?? addDialogTexts.hint);

  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a low window the rows above push it out of sight.
    if (error !== null) told.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);

  function act(action: RowAction): void {
    if (action === 'howToReplace') ui.openDialog({ kind: 'howToReplace', ids: [] });
    else if (action === 'replaceKey') {
      if (existingId !== null) ui.openDialog({ kind: 'replaceKey', id: existingId });
    } else {
      bridge.call('app.openLink', { link: 'hybridConnections' }).catch((problem: unknown) => {
        const { title, code } = describeError(toErrorData(problem));
        toasts.show('error', fillText(couldNotAtAllTexts.openAzure, { problem: title }), code);
      });
    }
  }

  return (
    <div className={styles.body}>
      {intro}
      <Field
        label={addDialogTexts.field}
        {...(remark?.tone === 'act' ? { validationMessage: hint } : { hint })}
      >
        <HiddenStringField
          {...{ shown, caret, revision, onSubmit }}
          locked={saving}
          onEdit={form.edit}
          aria-describedby={hiddenId}
        />
      </Field>
      <span id={hiddenId} role="status" className={styles.unseen}>
        {hidesSomething ? addDialogTexts.keyHidden : ''}
      </span>
      <PreviewList {...{ preview, name, onSubmit }} locked={saving} onName={form.setName} onAction={act} />
      {error !== null && (
        <div ref={told}>
          <ErrorCallout error={error} />
        </div>
      )}
    </div>
  );
}
