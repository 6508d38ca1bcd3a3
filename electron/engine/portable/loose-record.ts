/**
 * An object of somebody else's file: names of fields in any case, with or without `_` and `-`; values of any kind. Pure.
 */

export type LooseRecord = ReadonlyMap<string, unknown>;

/** Null for what is no object. */
export function looseRecord(value: unknown): LooseRecord | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value).map(([name, inner]) => [plain(name), inner]));
}

export function hasField(record: LooseRecord, name: string): boolean {
  return record.has(plain(name));
}

export function field(record: LooseRecord, name: string): unknown {
  return record.get(plain(name));
}

/** The first of these fields that holds a text or a number, without blanks and quotes round it; empty when none does. */
export function textField(record: LooseRecord, ...names: readonly string[]): string {
  for (const name of names) {
    const value = record.get(plain(name));
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value)
      .trim()
      .replace(/^(["'])([^]*)\1$/u, '$2');
    if (text !== '') return text;
  }
  return '';
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/gu, '');
}
