/**
 * Another endpoint for a Hybrid Connection, everywhere: in its metadata, which hosts read, and at the apps that use it, which dial
 * it by what they were told (S39, S73).
 *
 * Invariants: the metadata's other entries stay; an app that can't be told leaves the others and the metadata as they are now.
 */
import type { HostPort } from '../../contract/host-port.ts';
import type { Clock } from '../clock.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import { connectionPut, connectionQuestion } from './arm-resources.ts';
import { attachApp } from './attach-app.ts';
import { withEndpoint } from './endpoint-entry.ts';
import type { FoundResource } from './find-resource.ts';
import { readUsingApps, tellApps, type ToldApp, type UsingApps } from './using-apps.ts';

export interface SetEndpointPorts {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly secrets: Pick<SecretRegister, 'add'>;
  /** It stands in Azure: from here on it counts. */
  readonly onWritten: () => Promise<void>;
}

export interface SetEndpointOutcome {
  readonly apps: ToldApp[];
  readonly problem: UsingApps['problem'];
}

/** @throws HcmError HCM6065, HCM60xx */
export async function setEndpoint(
  found: FoundResource,
  endpoint: HostPort,
  ports: SetEndpointPorts,
): Promise<SetEndpointOutcome> {
  const { arm, cloud, place, config } = found;
  const { properties } = await arm.ask(connectionQuestion(place, config.name));
  const userMetadata = withEndpoint(properties?.userMetadata ?? '', endpoint, config.name);
  // What is left out of a PUT is reset, and this one can't be changed afterwards.
  const requiresClientAuthorization = properties?.requiresClientAuthorization ?? true;
  await arm.put(connectionPut(place, config.name, { requiresClientAuthorization, userMetadata }));
  await ports.onWritten();
  const { apps, problem } = await readUsingApps(found, ports);
  const told = await tellApps(apps, (app) =>
    attachApp({ arm, cloud, place, name: config.name, app }, endpoint, ports.secrets),
  );
  return { apps: told, problem };
}
