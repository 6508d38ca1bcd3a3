/**
 * Brings content of an older file version to the current one, step by step. A step gets what the step before it made and
 * changes nothing in place; it throws when the content isn't what its version promises, and then the file is set aside.
 */

/** The step under key n turns version n into version n + 1. */
export type MigrationSteps = Readonly<Record<number, (content: unknown) => unknown>>;

export function runMigrations(content: unknown, from: number, to: number, steps: MigrationSteps): unknown {
  let migrated = content;
  for (let version = from; version < to; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new Error(`no step from version ${version}`);
    migrated = step(migrated);
  }
  return migrated;
}
