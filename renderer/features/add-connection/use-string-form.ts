/**
 * State of a form that reads a connection string: what its field shows, what the string says, and the string itself out
 * of sight. Forgets it when the form goes, and when nothing changed for two minutes.
 */
import { useEffect, useState } from 'react';
import { HeldString } from './held-string.ts';
import type { FieldEdit } from './hidden-text.ts';
import { emptyReading, type StringReading } from './string-reading.ts';

/** A key isn't left lying about in a dialog that somebody walked away from. */
export const heldForMs = 120_000;

export interface StringFormState {
  readonly shown: string;
  readonly caret: number;
  readonly hidesSomething: boolean;
  readonly name: string;
  readonly reading: StringReading;
  /** One higher with each change. */
  readonly revision: number;
  /** The string was forgotten because nothing changed for so long. */
  readonly forgotten: boolean;
}

export interface StringForm {
  readonly state: StringFormState;
  readonly edit: (change: FieldEdit) => void;
  readonly setName: (name: string) => void;
  /** Holds the key: for the call to the host, and nothing else. */
  readonly forTheHost: () => string;
}

const start: StringFormState = {
  shown: '',
  caret: 0,
  hidesSomething: false,
  name: '',
  reading: emptyReading,
  revision: 0,
  forgotten: false,
};

/** @param locked something is being done with the string: it is kept until that is over. */
export function useStringForm(givenName: string, locked: boolean): StringForm {
  const [held] = useState(() => new HeldString());
  const [state, setState] = useState<StringFormState>({ ...start, name: givenName });
  const { revision, shown } = state;
  const isHeld = shown !== '';

  useEffect(() => () => held.drop(), [held]);

  useEffect(() => {
    if (locked || !isHeld) return;
    const timer = setTimeout(() => {
      held.drop();
      setState(({ name, revision: last }) => ({ ...start, name, revision: last + 1, forgotten: true }));
    }, heldForMs);
    return () => clearTimeout(timer);
  }, [held, locked, isHeld, revision]);

  return {
    state,
    edit: (change) => {
      const caret = held.edit(change);
      const { shown: next, hidesSomething } = held;
      setState(({ name, revision: last }) => ({
        ...{ shown: next, caret, hidesSomething, name, forgotten: false },
        ...{ reading: held.read(name), revision: last + 1 },
      }));
    },
    setName: (name) =>
      setState((before) => ({
        ...before,
        ...{ name, reading: held.read(name), revision: before.revision + 1 },
      })),
    forTheHost: () => held.forTheHost(),
  };
}
