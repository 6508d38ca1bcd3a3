/**
 * What a pasted string says, without its secret: the reader's answer as it may be kept, shown and compared. Pure.
 *
 * Invariant: neither key nor token is in a reading; of the key only its length is.
 */
import {
  parseConnectionString,
  type ParsedString,
  type PartialReading,
} from '../../../electron/contract/connection-string.ts';
import type { Notice, Problem } from '../../../electron/contract/finding.ts';

export interface StringReading {
  readonly outcome: 'empty' | 'relay' | 'biztalk' | 'refused';
  readonly seen: PartialReading;
  /** What must be solved first, first. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** The string is that of a whole namespace: its name comes from elsewhere. */
  readonly needsName: boolean;
}

const nothing: PartialReading = { name: null, host: null, port: null, ruleName: null, keyLength: null };

export const emptyReading: StringReading = {
  outcome: 'empty',
  seen: nothing,
  problems: [],
  notices: [],
  needsName: false,
};

/** @param name for the string of a whole namespace; left aside when the string has one itself. */
export function readString(raw: string, name: string): StringReading {
  if (raw.trim() === '') return emptyReading;
  const alone = parseConnectionString(raw, { purpose: 'listen' });
  const needsName = alone.outcome === 'refused' && alone.problems.some(({ code }) => code === 'HCM1008');
  const entityPath = name.trim();
  const parsed =
    needsName && entityPath !== '' ? parseConnectionString(raw, { purpose: 'listen', entityPath }) : alone;
  return { ...withoutSecret(parsed), needsName };
}

function withoutSecret(parsed: ParsedString): Omit<StringReading, 'needsName'> {
  const { outcome, notices } = parsed;
  switch (parsed.outcome) {
    case 'refused':
      return { outcome, notices, problems: parsed.problems, seen: parsed.seen };
    case 'relay': {
      const { entityPath, host, port, keyName, key } = parsed.value;
      const seen = { name: entityPath, host, port, ruleName: keyName, keyLength: key.length };
      return { outcome, notices, problems: [], seen };
    }
    case 'biztalk': {
      const { name, host, keyName, key } = parsed.value;
      // Where BizTalk entries are kept on the host's side; such strings name no port.
      const seen = {
        name,
        host,
        port: 443,
        ruleName: keyName === '' ? null : keyName,
        keyLength: key.length,
      };
      return { outcome, notices, problems: [], seen };
    }
  }
}
