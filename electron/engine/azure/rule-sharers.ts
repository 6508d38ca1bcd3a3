/** Which connections of this host use the same rule of a namespace: its keys change for all of them at once. */
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { FoundResource } from './find-resource.ts';
import { named, rulesOf } from './kept-rule.ts';

/** @throws HcmError HCM60xx */
export async function connectionsOfRule(
  { arm, place, config }: FoundResource,
  ruleName: string,
  all: readonly ConnectionConfig[],
): Promise<readonly ConnectionConfig[]> {
  const others = all.filter((one) => one.id !== config.id && mayShare(one, config, ruleName));
  const sharing = await Promise.all(
    others.map(async (one) => {
      try {
        // A rule of its own by that name comes first.
        return named(await rulesOf(arm, place, one.name), ruleName) === undefined;
      } catch (error) {
        // Gone in Azure: no key opens it.
        if (error instanceof HcmError && error.code === 'HCM6023') return false;
        throw error;
      }
    }),
  );
  return [config, ...others.filter((_, index) => sharing[index])];
}

function mayShare(one: ConnectionConfig, { host, port }: ConnectionConfig, ruleName: string): boolean {
  const names = [one.keyName, one.secondaryKeyName ?? ''].map((name) => name.toLowerCase());
  return (
    one.kind === 'relay' &&
    one.entra === null &&
    one.host === host &&
    one.port === port &&
    names.includes(ruleName.toLowerCase())
  );
}
