/**
 * The field for a connection string. Its text is ours, not the browser's: what is typed or pasted is taken before it gets
 * into the page, so that neither the page nor the browser's undo ever holds the key; what is shown has dots in its place.
 */
import { makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, type ChangeEvent } from 'react';
import { initialFocus } from '../../components/dialog-frame.tsx';
import { editBetween, type FieldEdit } from './hidden-text.ts';

export interface HiddenStringFieldProps {
  /** With dots. */
  readonly shown: string;
  readonly caret: number;
  readonly revision: number;
  readonly locked: boolean;
  readonly onEdit: (change: FieldEdit) => void;
  /** Ctrl+Enter. */
  readonly onSubmit: () => void;
  /** Set by the field's frame and its caller. */
  readonly 'aria-describedby'?: string;
}

const useStyles = makeStyles({
  root: { width: '100%' },
  text: {
    height: '80px',
    maxHeight: '160px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    // Else `://` becomes one sign.
    fontVariantLigatures: 'none',
    overflowWrap: 'anywhere',
    wordBreak: 'break-all',
  },
});

/** Nothing of it goes to a dictionary, a suggestion or a form's memory. */
const unaided = {
  spellCheck: false,
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
} as const;

export function HiddenStringField(props: HiddenStringFieldProps) {
  const { shown, caret, revision, locked, onEdit, onSubmit, ...field } = props;
  const styles = useStyles();
  const node = useRef<HTMLTextAreaElement>(null);
  // An input method works on the page's own text: it is left alone until the word is complete.
  const [composed, setComposed] = useState<string | null>(null);
  useOwnEdits(node, onEdit);

  useLayoutEffect(() => {
    const area = node.current;
    if (area !== null && document.activeElement === area) area.setSelectionRange(caret, caret);
  }, [caret, revision]);

  function merge(area: HTMLTextAreaElement): void {
    setComposed(null);
    if (area.value !== shown) onEdit(editBetween(shown, area.value, area.selectionEnd));
  }

  return (
    <Textarea
      {...field}
      {...initialFocus}
      className={styles.root}
      // Fluent hands not all of these on when they stand beside it.
      textarea={{ ...unaided, ref: node, className: styles.text }}
      resize="vertical"
      value={composed ?? shown}
      readOnly={locked}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
        if (isComposing(event.nativeEvent)) setComposed(event.target.value);
        else merge(event.target);
      }}
      onCompositionEnd={(event) => merge(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSubmit();
      }}
    />
  );
}

/** Takes what is typed, pasted and dropped out of the browser's hands. What it deletes are dots, never a key. */
function useOwnEdits(
  node: { readonly current: HTMLTextAreaElement | null },
  onEdit: (change: FieldEdit) => void,
): void {
  const latest = useRef(onEdit);
  useEffect(() => {
    latest.current = onEdit;
  });
  useEffect(() => {
    const area = node.current;
    if (area === null) return;
    const insert = (event: Event, inserted: string): void => {
      event.preventDefault();
      if (area.readOnly) return;
      latest.current({ from: area.selectionStart, to: area.selectionEnd, inserted });
    };
    const onPaste = (event: ClipboardEvent): void =>
      insert(event, event.clipboardData?.getData('text') ?? '');
    const onDrop = (event: DragEvent): void => insert(event, event.dataTransfer?.getData('text') ?? '');
    const onBeforeInput = (event: InputEvent): void => {
      if (event.inputType.startsWith('history')) event.preventDefault();
      else if (event.inputType === 'insertLineBreak') insert(event, '\n');
      else if (event.inputType.startsWith('insert') && event.cancelable && !event.isComposing)
        insert(event, event.data ?? '');
    };
    area.addEventListener('paste', onPaste);
    area.addEventListener('drop', onDrop);
    area.addEventListener('beforeinput', onBeforeInput);
    return () => {
      area.removeEventListener('paste', onPaste);
      area.removeEventListener('drop', onDrop);
      area.removeEventListener('beforeinput', onBeforeInput);
    };
  }, [node]);
}

function isComposing(event: Event): boolean {
  return 'isComposing' in event && event.isComposing === true;
}
