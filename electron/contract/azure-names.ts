/** Names that Azure takes for what is made for a Hybrid Connection: its namespace, and a resource group; and its own. Pure. */

export type NamespaceNameProblem = 'length' | 'character' | 'start' | 'end' | 'reserved';

/**
 * A namespace is the first label of its relay's host name: 6 to 50 letters, digits and hyphens, a letter first, no hyphen last,
 * and none of the endings that Azure keeps for itself.
 */
export function namespaceNameProblem(name: string): NamespaceNameProblem | null {
  if (!/^[A-Za-z0-9-]*$/.test(name)) return 'character';
  if (name !== '' && !/^[A-Za-z]/.test(name)) return 'start';
  if (name.length < 6 || name.length > 50) return 'length';
  if (name.endsWith('-')) return 'end';
  return /-(?:sb|mgmt)$/i.test(name) ? 'reserved' : null;
}

export type GroupNameProblem = 'length' | 'character' | 'end';

/** 1 to 90 letters of any script, digits, `_`, `-`, `.` and parentheses, no `.` last. */
export function groupNameProblem(name: string): GroupNameProblem | null {
  if (name === '' || name.length > 90) return 'length';
  if (!/^[\p{L}\p{N}_().-]+$/u.test(name)) return 'character';
  return name.endsWith('.') ? 'end' : null;
}

/** A `/` parts names there: for one within the name of a Hybrid Connection it has `~`, which no such name can hold. */
export function nameInResourceManager(entityName: string): string {
  return entityName.replaceAll('/', '~');
}

/** Whether two names of a region mean the same: Azure writes `West Europe` for people and `westeurope` elsewhere. */
export function isSameRegion(one: string, other: string): boolean {
  return plainRegion(one) === plainRegion(other);
}

function plainRegion(region: string): string {
  return region.replaceAll(' ', '').toLowerCase();
}
