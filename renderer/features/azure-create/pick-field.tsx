/** A list of what Azure has, that is searched by typing. What can't be chosen stands there, with the reason. */
import { Caption1, Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { appsCountTexts, createFieldTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';

export interface PickOption {
  readonly key: string;
  readonly text: string;
  /** Second line; empty for none. */
  readonly note: string;
  /** Why it can't be chosen; null when it can. */
  readonly whyNot: string | null;
}

export interface PickFieldProps {
  readonly label: string;
  /** What stands above it already says it to those who see. */
  readonly isLabelUnseen?: true;
  readonly placeholder: string;
  readonly hint?: string;
  readonly problem?: string | null;
  /** Null while they are being read. */
  readonly options: readonly PickOption[] | null;
  /** Key of the chosen one; null for none. */
  readonly chosen: string | null;
  readonly disabled: boolean;
  readonly onPick: (key: string) => void;
  /** What is typed counts as well, as the name of something new: then this is what the field holds. */
  readonly text?: string;
  readonly onText?: (text: string) => void;
  readonly onLeave?: () => void;
}

/** More would be slow to draw, and nobody reads them. */
const maxShown = 50;

const useStyles = makeStyles({
  field: { minWidth: 0 },
  box: { minWidth: 0, width: '100%' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  // What can't be chosen must be readable all the same.
  name: { color: tokens.colorNeutralForeground1 },
  whyNot: { color: tokens.colorNeutralForeground2 },
});

export function PickField(props: PickFieldProps) {
  const { label, placeholder, hint, problem = null, options, chosen, disabled, onPick } = props;
  const { text, onText, onLeave, isLabelUnseen } = props;
  const styles = useStyles();
  /** Null while nothing is being searched. */
  const [typed, setTyped] = useState<string | null>(null);
  const all = options ?? [];
  const fitting = typed === null ? all : all.filter((option) => fits(option, typed));
  const shown = fitting.slice(0, maxShown);
  const chosenText = text ?? all.find(({ key }) => key === chosen)?.text ?? '';
  return (
    <Field
      className={styles.field}
      {...(isLabelUnseen === undefined ? { label } : {})}
      {...(problem === null ? {} : { validationMessage: problem })}
      {...(hint === undefined || problem !== null ? {} : { hint })}
    >
      <Combobox
        className={styles.box}
        input={{ style: { minWidth: 0 } }}
        {...(isLabelUnseen === undefined ? {} : { 'aria-label': label })}
        freeform
        disabled={disabled || options === null}
        placeholder={options === null ? createFieldTexts.loading : placeholder}
        value={typed ?? chosenText}
        selectedOptions={chosen === null ? [] : [chosen]}
        onChange={({ target }) => {
          setTyped(target.value);
          onText?.(target.value);
        }}
        onOpenChange={(_event, { open }) => {
          if (!open) setTyped(null);
        }}
        onBlur={() => {
          setTyped(null);
          onLeave?.();
        }}
        onOptionSelect={(_event, { optionValue }) => {
          setTyped(null);
          if (all.some(({ key, whyNot }) => key === optionValue && whyNot === null))
            onPick(optionValue ?? '');
        }}
      >
        {shown.map(({ key, text: name, note, whyNot }) => (
          <Option key={key} value={key} text={name} disabled={whyNot !== null}>
            <span className={styles.option}>
              <span className={whyNot === null ? styles.name : styles.quiet}>{name}</span>
              {note !== '' && <Caption1 className={styles.quiet}>{note}</Caption1>}
              {whyNot !== null && <Caption1 className={styles.whyNot}>{whyNot}</Caption1>}
            </span>
          </Option>
        ))}
        {fitting.length > maxShown && (
          <Option disabled value="" text="">
            {fillCounted(appsCountTexts.morePicks, fitting.length - maxShown)}
          </Option>
        )}
        {fitting.length === 0 && onText === undefined && (
          <Option disabled value="" text="">
            {createFieldTexts.noMatch}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function fits({ text, note }: PickOption, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [text, note].some((one) => one.toLowerCase().includes(wanted));
}
