/**
 * What a relay's no means to a connection that listens with tokens of Entra (relay-protocol §2.5, §3.2): no key was wrong, but a
 * role is missing, or the token itself isn't taken. Pure.
 */
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import { listenerScope } from '../../contract/listener-scope.ts';

/** @returns the same failure where it says enough. */
export function entraRefusal(failure: HcmError, config: ConnectionConfig): HcmError {
  const { entra, name } = config;
  if (entra === null) return failure;
  const lacksRole =
    failure.code === 'HCM2022' || /authorization failed/iu.test(String(failure.details['reason']));
  // Such a token isn't signed by this host's clock: one that is off explains nothing here.
  const isRefusal = ['HCM2020', 'HCM2022', 'HCM2029'].includes(failure.code);
  if (!isRefusal) return failure;
  const scope = listenerScope(config);
  const details = { ...failure.details, name, account: entra.name, ...(scope === null ? {} : { scope }) };
  return new HcmError(lacksRole ? 'HCM6070' : 'HCM6071', details, { cause: failure });
}
