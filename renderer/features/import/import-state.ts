/** Where an import of the window stands, and what an answer makes of it. Pure. */
import type { ErrorData } from '../../../electron/contract/errors.ts';
import type { ImportRow, OpenedImport } from '../../../electron/contract/import-view.ts';
import type { PortableFormat } from '../../../electron/contract/portable-answers.ts';

export type ImportStep = 'choose' | 'locked' | 'preview' | 'verify' | 'switch';

export interface ImportState {
  readonly step: ImportStep;
  /** Bare name of the file. */
  readonly file: string;
  readonly format: PortableFormat;
  readonly rows: readonly ImportRow[];
  /** Numbers of the rows that shall be imported. */
  readonly ticked: ReadonlySet<number>;
  readonly busy: 'opening' | 'verifying' | 'importing' | null;
  readonly error: ErrorData | null;
}

export const emptyImport: ImportState = {
  step: 'choose',
  file: '',
  format: 'oldManager',
  rows: [],
  ticked: new Set(),
  busy: null,
  error: null,
};

export function canTake({ action }: ImportRow): boolean {
  return action === 'add' || action === 'differs';
}

/** BizTalk: there is nobody to ask. */
export function isVerified({ kind, check }: ImportRow): boolean {
  return kind === 'biztalk' || check.state === 'answered';
}

/** What is new is ticked; what differs waits for a yes. */
export function afterOpening(state: ImportState, opened: OpenedImport): ImportState {
  const still = { ...state, busy: null, error: null };
  switch (opened.outcome) {
    case 'cancelled':
      return still;
    case 'locked':
      return { ...still, step: 'locked', file: opened.file };
    case 'opened': {
      const { file, format, rows } = opened;
      const ticked = new Set(rows.filter(({ action }) => action === 'add').map(({ row }) => row));
      return { ...still, step: 'preview', file, format, rows, ticked };
    }
  }
}

/** What isn't verified loses its tick; who ticks it again means it. */
export function afterVerifying(state: ImportState, rows: readonly ImportRow[]): ImportState {
  const kept = rows.filter((row) => state.ticked.has(row.row) && isVerified(row));
  return { ...state, rows, busy: null, ticked: new Set(kept.map(({ row }) => row)) };
}

export function withRows(state: ImportState, changed: readonly ImportRow[]): ImportState {
  const byNumber = new Map(changed.map((row) => [row.row, row]));
  return { ...state, rows: state.rows.map((row) => byNumber.get(row.row) ?? row) };
}

export function withTick(state: ImportState, row: number): ImportState {
  const ticked = new Set(state.ticked);
  if (!ticked.delete(row)) ticked.add(row);
  return { ...state, ticked };
}

/** All of them, or none when all are ticked. */
export function withAllTicks(state: ImportState): ImportState {
  const possible = state.rows.filter(canTake).map(({ row }) => row);
  return { ...state, ticked: new Set(state.ticked.size === possible.length ? [] : possible) };
}

/** Once the keys are forgotten there is nothing to go on with. */
export function afterFailure(state: ImportState, error: ErrorData): ImportState {
  if (error.code === 'HCM1097') return { ...emptyImport, error };
  return { ...state, busy: null, error };
}
