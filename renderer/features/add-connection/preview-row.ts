/** A row of the preview, and what all rows are made from. */
import type { Inspection } from '../../../electron/contract/api.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import type { Tone } from '../../../electron/contract/status.ts';
import type { StringReading } from './string-reading.ts';

export const previewParts = ['name', 'namespace', 'rule', 'key', 'endpoint', 'listeners'] as const;

export type PreviewPart = (typeof previewParts)[number];

export interface PreviewRow {
  readonly part: PreviewPart;
  readonly tone: Tone;
  /** `busy`: Azure is being asked; `info`: nothing to judge. Else the tone's own. */
  readonly icon?: 'busy' | 'info';
  readonly value: string;
  /** Small, behind the value. */
  readonly aside?: string;
  readonly words?: string;
  /** `notSupported`: Help says what can't be tunnelled. */
  readonly action?: 'replaceKey' | 'howToReplace' | 'howToFix' | 'notSupported';
  /** Has the field for the name of a Hybrid Connection. */
  readonly hasNameField?: boolean;
}

/** What Azure said about the string. */
export type Answer =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly inspection: Inspection }
  /** The host couldn't do it. */
  | { readonly kind: 'failed'; readonly problem: ErrorData };

export interface PreviewInput {
  readonly reading: StringReading;
  /** The connection on this host that the string is for. */
  readonly existing: ConnectionView | null;
  /** The connection whose key is replaced; null when one is added. */
  readonly bound: ConnectionView | null;
  readonly answer: Answer;
}
