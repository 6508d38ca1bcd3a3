/** The apps that use one Hybrid Connection, each as something that can be asked about. */
import type { CallOutput } from '../../contract/api.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { appPlaceOf, type AppPlace } from './app-resources.ts';
import { connectionId } from './arm-resources.ts';
import type { FoundResource } from './find-resource.ts';
import { readUsage } from './usage.ts';

export interface UsingApps {
  readonly apps: readonly AppPlace[];
  /** Why some or all of them couldn't be read. */
  readonly problem: ErrorData | null;
}

export type ToldApp = CallOutput<'azure.delete'>['apps'][number];

/** Never rejects. */
export async function readUsingApps(
  { arm, place, config }: Pick<FoundResource, 'arm' | 'place' | 'config'>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<UsingApps> {
  const id = connectionId(place, config.name);
  const usage = await readUsage({ arm, clock, signal, subscriptionId: place.subscriptionId, of: id });
  const apps = usage.connections
    .filter(({ resourceId }) => resourceId.toLowerCase() === id.toLowerCase())
    .flatMap((one) => one.apps.map((app) => appPlaceOf(app.id)))
    .filter((app) => app !== null);
  return { apps, problem: usage.problem };
}

/** Side by side; one app's trouble doesn't keep the others from being told. */
export function tellApps(
  apps: readonly AppPlace[],
  tell: (app: AppPlace) => Promise<void>,
): Promise<ToldApp[]> {
  return Promise.all(
    apps.map(async (app) => {
      const named = { id: app.id, name: app.name };
      try {
        await tell(app);
        return { app: named, problem: null };
      } catch (error) {
        if (!(error instanceof HcmError)) throw error;
        return { app: named, problem: toErrorData(error) };
      }
    }),
  );
}
