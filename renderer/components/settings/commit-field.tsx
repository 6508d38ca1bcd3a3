/**
 * A text that applies on Enter or when the field is left, also by a key that shows another page. While it is typed the value
 * of before counts, and after a bad one, too: that stays in the field, to be mended. Esc takes back what was typed.
 */
import { Input, type InputProps } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { RowIds } from './setting-row.tsx';
import type { Saving } from './use-saving.ts';

export interface CommitFieldProps {
  readonly ids: RowIds;
  /** What counts now. */
  readonly value: string;
  readonly saving: Saving;
  /** Why this can't be; null when it can. */
  readonly check: (text: string) => string | null;
  readonly onCommit: (text: string) => Promise<unknown>;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly isNumber?: boolean;
}

export function CommitField(props: CommitFieldProps) {
  const { ids, value, saving, check, onCommit, placeholder, unit = '', isNumber = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  /** Leaving the field behind Enter says nothing new. */
  const underway = useRef<string | null>(null);
  const leave = useRef((): void => undefined);
  useEffect(() => {
    leave.current = () => {
      const text = draft?.trim() ?? value;
      if (text === value || text === underway.current || check(text) !== null) return;
      // Nobody is here to read what comes of it.
      onCommit(text).catch(() => undefined);
    };
  });
  useEffect(() => () => leave.current(), []);

  async function commit(): Promise<void> {
    if (draft === null) return;
    const text = draft.trim();
    if (text === underway.current) return;
    if (text === value) {
      setDraft(null);
      saving.forget();
      return;
    }
    const wrong = check(text);
    if (wrong !== null) saving.refuse(wrong);
    else {
      underway.current = text;
      const isTaken = await saving.run(() => onCommit(text));
      underway.current = null;
      // What was typed meanwhile stays.
      if (isTaken) setDraft((now) => (now === draft ? null : now));
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') void commit();
    if (event.key !== 'Escape' || draft === null) return;
    // Else the page would close.
    event.preventDefault();
    event.stopPropagation();
    setDraft(null);
    saving.forget();
  }

  const more: InputProps = {
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(unit === '' ? {} : { contentAfter: { children: unit } }),
    ...(isNumber ? { inputMode: 'numeric' } : {}),
  };
  return (
    <Input
      {...ids}
      {...more}
      value={draft ?? value}
      aria-invalid={saving.problem !== null}
      spellCheck={false}
      autoComplete="off"
      onChange={(_event, data) => setDraft(data.value)}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
    />
  );
}
