/**
 * Names of Hybrid Connections (relay-protocol §1.3): 1-260 characters, letters, digits, `.`, `-`, `_` and `/`, with a
 * letter or digit at both ends. Empty, `.` and `..` segments are refused too, because URL parsers would fold them away
 * and the host would listen under another name than the one shown.
 */
export const maxEntityNameLength = 260;

export type EntityNameProblem = 'empty' | 'length' | 'character' | 'ends' | 'segments';

export function entityNameProblem(name: string): EntityNameProblem | null {
  if (name === '') return 'empty';
  if (name.length > maxEntityNameLength) return 'length';
  if (!/^[A-Za-z0-9._/-]+$/.test(name)) return 'character';
  if (!/^[A-Za-z0-9]/.test(name) || !/[A-Za-z0-9]$/.test(name)) return 'ends';
  if (name.split('/').some((segment) => /^\.{0,2}$/.test(segment))) return 'segments';
  return null;
}
