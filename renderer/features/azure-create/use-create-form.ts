/** The form's state while its dialog is open: what was typed, which fields were left, and what is told of them. */
import { useCallback, useMemo, useState } from 'react';
import {
  readForm,
  type CreateContext,
  type CreateField,
  type CreateForm,
  type FormReading,
} from './create-form.ts';

/** As a field takes it. */
interface FieldState {
  readonly validationMessage?: string;
  /** In the problem's favour: what lies below must not move away under the pointer when a field is left. */
  readonly hint?: null;
}

export interface FormControl {
  readonly form: CreateForm;
  readonly context: CreateContext;
  readonly reading: FormReading;
  readonly change: (part: Partial<CreateForm>) => void;
  /** From now on what is wrong with the field is told. */
  readonly leave: (field: CreateField) => void;
  /** Of all fields. */
  readonly leaveAll: () => void;
  readonly problemOf: (field: CreateField) => FieldState;
}

export function useCreateForm(context: CreateContext, atFirst: CreateForm): FormControl {
  const [form, setForm] = useState(atFirst);
  const [left, setLeft] = useState<ReadonlySet<CreateField> | 'all'>(new Set());
  const reading = useMemo(() => readForm(form, context), [form, context]);
  const change = useCallback(
    (part: Partial<CreateForm>) => setForm((before) => ({ ...before, ...part })),
    [],
  );
  const leave = useCallback(
    (field: CreateField) => setLeft((before) => (before === 'all' ? before : new Set(before).add(field))),
    [],
  );
  const leaveAll = useCallback(() => setLeft('all'), []);

  function problemOf(field: CreateField): FieldState {
    const problem = reading.problems[field];
    if (problem === undefined) return {};
    const isEmpty = field !== 'existing' && field !== 'region' && form[field] === '';
    // An empty field that was merely passed through is no mistake yet.
    const isTold = left === 'all' || problem.atOnce || (left.has(field) && !isEmpty);
    return isTold ? { validationMessage: problem.text, hint: null } : {};
  }

  return { form, context, reading, change, leave, leaveAll, problemOf };
}
