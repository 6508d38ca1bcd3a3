/** What is said of one entry at each step: icon by tone, a few words, the reason and its code. Pure. */
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { portNotices } from '../../../electron/contract/endpoint-notices.ts';
import { parseHostPort } from '../../../electron/contract/host-port.ts';
import type { ErrorCode, ErrorData } from '../../../electron/contract/errors.ts';
import {
  importCheckTexts,
  importOutcomeTexts,
  importPartTexts,
  importRowTexts,
} from '../../../electron/contract/messages/texts/import.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import {
  describeError,
  describeNotice,
  secondLine,
  statusWord,
} from '../../../electron/contract/messages/messages.ts';
import { azureTone, type Tone } from '../../../electron/contract/status.ts';
import type { ImportRow } from '../../../electron/contract/import-view.ts';
import { legsOf } from '../../components/legs-of.ts';
import type { ImportStep } from './import-state.ts';
import { joinList, joinSentences } from '../../../electron/contract/messages/join-texts.ts';

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
  const text = importOutcomeTexts[action];
  const parts = joinList(differs.map((part) => importPartTexts[part]));
  switch (action) {
    case 'add':
      if (kind !== 'biztalk') return { tone: 'quiet', icon: 'add', text, ...aboutPort(row) };
      return {
        tone: 'quiet',
        icon: 'archive',
        text: importRowTexts.addDiscontinued,
        reason: importRowTexts.discontinued,
      };
    case 'differs':
      return isTicked
        ? {
            tone: 'watch',
            text: importOutcomeTexts.update,
            reason: fillText(importRowTexts.overwrites, { parts }),
          }
        : { tone: 'watch', text, reason: fillText(importRowTexts.differs, { parts }) };
    case 'unchanged':
      return { tone: 'quiet', text, reason: importRowTexts.unchanged };
    default:
      return { tone: 'act', text, ...why(problem) };
  }
}

/** What the port of its endpoint is known for, where that can't be tunnelled. */
function aboutPort({ endpoint }: ImportRow): Pick<RowWords, 'reason'> {
  const reading = parseHostPort(endpoint ?? '');
  const notices = reading.ok ? portNotices(reading) : [];
  return notices.length === 0 ? {} : { reason: joinSentences(notices.map(describeNotice)) };
}

function checkWords({ check: { state, problem }, endpoint }: ImportRow): RowWords {
  switch (state) {
    case 'notAsked':
    case 'waiting':
      return { tone: 'quiet', text: importCheckTexts[state] };
    case 'asking':
      return { tone: 'quiet', icon: 'busy', text: importCheckTexts.asking };
    case 'refused':
      return { tone: 'act', text: importCheckTexts.refused, ...why(problem) };
    case 'answered': {
      if (problem === null)
        return {
          tone: 'good',
          text: endpoint === null ? importRowTexts.noEndpoint : importRowTexts.endpointAnswers,
        };
      const { title, next, code } = describeError(problem);
      return {
        tone: 'watch',
        text: importRowTexts.endpointSilent,
        reason: fillText(importRowTexts.endpointSilentWhy, { title, next }),
        code,
      };
    }
  }
}

function resultWords(row: ImportRow, view: ConnectionView | null, now: number): RowWords {
  const { action, kind, problem } = row;
  const text = importOutcomeTexts[action];
  switch (action) {
    case 'imported':
    case 'updated': {
      const icon = kind === 'biztalk' ? ({ icon: 'archive' } as const) : {};
      if (view === null) return { tone: 'good', ...icon, text };
      const isBusy = view.azure.status === 'connecting';
      return {
        tone: azureTone(legsOf(view)),
        ...(isBusy ? ({ icon: 'busy' } as const) : icon),
        text: fillText(importRowTexts.imported, { outcome: text, status: statusWord(view.azure.status) }),
        reason: secondLine(view, now),
      };
    }
    case 'add':
      return { tone: 'quiet', text: importRowTexts.notChosen, ...notChosen(row) };
    case 'differs':
      return { tone: 'quiet', text: importRowTexts.notChosen, reason: importRowTexts.kept };
    case 'unchanged':
      return { tone: 'quiet', text };
    default:
      return { tone: 'act', text, ...why(problem) };
  }
}

/** What kept its person from ticking it is worth saying again. */
function notChosen({ check: { state, problem } }: ImportRow): Pick<RowWords, 'reason' | 'code'> {
  return state === 'refused' ? why(problem) : { reason: importRowTexts.notChosenWhy };
}

function why(problem: ErrorData | null): Pick<RowWords, 'reason' | 'code'> {
  if (problem === null) return {};
  const { title, cause, next, code } = describeError(problem);
  return { reason: fillText(importRowTexts.reason, { title, cause, next }), code };
}
