/**
 * What all dialogs share (design §9): width, title with ×, scrolling content, buttons at the end; below 560 px they fill the
 * window. Esc and × cancel; a click beside the dialog doesn't, since it would lose what was typed.
 */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect, type ReactNode } from 'react';
import { dialogButtonTexts } from '../../electron/contract/messages/texts/dialogs.ts';
import { belowNarrow, forcedColors } from '../theme/media.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** Put on what has the focus first, where that isn't the ×. */
export const initialFocus = { 'data-initial-focus': '' } as const;

export interface DialogFrameProps {
  readonly title: string;
  /** A question is 520 wide, a form 640, a choice 920, a table with many columns 1120. */
  readonly size?: 'question' | 'form' | 'choice' | 'table';
  /** A question that has to be answered before anything else. */
  readonly isAlert?: boolean;
  /** While it works it can't be closed. */
  readonly busy?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the primary one first of the pair. */
  readonly actions: ReactNode;
}

const useStyles = makeStyles({
  surface: {
    maxWidth: '100vw',
    borderRadius: tokens.borderRadiusXLarge,
    [forcedColors]: { border: '1px solid CanvasText' },
    [belowNarrow]: {
      width: '100vw',
      height: '100vh',
      maxHeight: '100vh',
      padding: '16px',
      borderRadius: '0',
      border: 'none',
    },
  },
  question: { width: '520px' },
  form: { width: '640px' },
  choice: { width: 'min(920px, 100vw)' },
  table: { width: 'min(1120px, 100vw)' },
  body: {
    rowGap: '16px',
    columnGap: '8px',
    [belowNarrow]: { height: '100%', maxHeight: '100%', gridTemplateRows: 'auto 1fr auto' },
  },
  // As wide as the dialog, so that one of them can stand at its other end.
  actions: { justifySelf: 'stretch', justifyContent: 'flex-end' },
  content: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300, '& p': { margin: '0' } },
});

export function DialogFrame(props: DialogFrameProps) {
  const { title, size = 'question', isAlert = false, busy = false, onClose, children, actions } = props;
  const styles = useStyles();
  useReturnFocus();
  useKeptFocus();
  useEffect(() => {
    // Runs after Fluent has given the focus to the first button, which is the ×. There is one dialog at a time.
    document.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
  }, []);
  return (
    <Dialog
      open
      modalType={isAlert ? 'alert' : 'modal'}
      onOpenChange={(_event, { type }) => {
        if (!busy && type !== 'backdropClick') onClose();
      }}
    >
      <DialogSurface className={mergeClasses(styles.surface, styles[size])}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<Dismiss20Regular />}
                aria-label={dialogButtonTexts.close}
                disabled={busy}
                onClick={onClose}
              />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions fluid className={styles.actions}>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
