/** What is said of one entry at each step: icon by tone, a few words, the reason and its code. Pure. */
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { ErrorCode, ErrorData } from '../../../electron/contract/errors.ts';
import {
  enImportChecks,
  enImportOutcomes,
  enImportParts,
  enImportRows,
} from '../../../electron/contract/messages/en-import.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError, secondLine, statusWord } from '../../../electron/contract/messages/messages.ts';
import { azureTone, type Tone } from '../../../electron/contract/status.ts';
import type { ImportRow } from '../../../electron/contract/import-view.ts';
import { legsOf } from '../../components/legs-of.ts';
import type { ImportStep } from './import-state.ts';

export interface RowWords {
  readonly tone: Tone;
  /** In place of the tone’s own. */
  readonly icon?: 'busy' | 'add' | 'archive';
  readonly text: string;
  readonly reason?: string;
  readonly code?: ErrorCode;
}

export interface RowContext {
  readonly step: ImportStep;
  readonly isTicked: boolean;
  /** The connection on this host that the entry has become. */
  readonly view: ConnectionView | null;
  readonly now: number;
}

export function rowWords(row: ImportRow, { step, isTicked, view, now }: RowContext): RowWords {
  if (step === 'switch') return resultWords(row, view, now);
  if (step === 'verify' && (row.action === 'add' || row.action === 'differs')) {
    if (row.kind === 'biztalk') return previewWords(row, isTicked);
    if (row.check.state !== 'notAsked' || isTicked) return checkWords(row);
  }
  return previewWords(row, isTicked);
}

function previewWords(row: ImportRow, isTicked: boolean): RowWords {
  const { action, kind, problem, differs } = row;
  const text = enImportOutcomes[action];
  const parts = differs.map((part) => enImportParts[part]).join(', ');
  switch (action) {
    case 'add':
      if (kind !== 'biztalk') return { tone: 'quiet', icon: 'add', text };
      return {
        tone: 'quiet',
        icon: 'archive',
        text: enImportRows.addDiscontinued,
        reason: enImportRows.discontinued,
      };
    case 'differs':
      return isTicked
        ? {
            tone: 'watch',
            text: enImportOutcomes.update,
            reason: fillText(enImportRows.overwrites, { parts }),
          }
        : { tone: 'watch', text, reason: fillText(enImportRows.differs, { parts }) };
    case 'unchanged':
      return { tone: 'quiet', text, reason: enImportRows.unchanged };
    default:
      return { tone: 'act', text, ...why(problem) };
  }
}

function checkWords({ check: { state, problem }, endpoint }: ImportRow): RowWords {
  switch (state) {
    case 'notAsked':
    case 'waiting':
      return { tone: 'quiet', text: enImportChecks[state] };
    case 'asking':
      return { tone: 'quiet', icon: 'busy', text: enImportChecks.asking };
    case 'refused':
      return { tone: 'act', text: enImportChecks.refused, ...why(problem) };
    case 'answered': {
      if (problem === null)
        return {
          tone: 'good',
          text: endpoint === null ? enImportRows.noEndpoint : enImportRows.endpointAnswers,
        };
      const { title, next, code } = describeError(problem);
      return {
        tone: 'watch',
        text: enImportRows.endpointSilent,
        reason: fillText(enImportRows.endpointSilentWhy, { title, next }),
        code,
      };
    }
  }
}

function resultWords(row: ImportRow, view: ConnectionView | null, now: number): RowWords {
  const { action, kind, problem } = row;
  const text = enImportOutcomes[action];
  switch (action) {
    case 'imported':
    case 'updated': {
      const icon = kind === 'biztalk' ? ({ icon: 'archive' } as const) : {};
      if (view === null) return { tone: 'good', ...icon, text };
      const isBusy = view.azure.status === 'connecting';
      return {
        tone: azureTone(legsOf(view)),
        ...(isBusy ? ({ icon: 'busy' } as const) : icon),
        text: fillText(enImportRows.imported, { outcome: text, status: statusWord(view.azure.status) }),
        reason: secondLine(view, now),
      };
    }
    case 'add':
      return { tone: 'quiet', text: enImportRows.notChosen, ...notChosen(row) };
    case 'differs':
      return { tone: 'quiet', text: enImportRows.notChosen, reason: enImportRows.kept };
    case 'unchanged':
      return { tone: 'quiet', text };
    default:
      return { tone: 'act', text, ...why(problem) };
  }
}

/** What kept its person from ticking it is worth saying again. */
function notChosen({ check: { state, problem } }: ImportRow): Pick<RowWords, 'reason' | 'code'> {
  return state === 'refused' ? why(problem) : { reason: enImportRows.notChosenWhy };
}

function why(problem: ErrorData | null): Pick<RowWords, 'reason' | 'code'> {
  if (problem === null) return {};
  const { title, cause, next, code } = describeError(problem);
  return { reason: fillText(enImportRows.reason, { title, cause, next }), code };
}
