/**
 * Takes in what was changed in the data folder behind the host's back, while it runs: settings and connections. Pure
 * comparison, then the same steps that the calls of the contract take.
 *
 * Invariants: what can't be read changes nothing that runs; a connection that is the same in the file is left alone with
 * its sessions; what only a new start can take in is named, never passed over in silence.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ConnectionChange, ConnectionConfig } from '../contract/connection.ts';
import type { SettingName } from '../contract/settings.ts';
import type { HostCallsPorts } from './call-context.ts';
import type { Supervisor } from './supervise/supervisor.ts';

/** Names, as they stand in the log. */
export interface Reloaded {
  readonly settings: readonly SettingName[];
  /** Those of `settings` that count from the next start only. */
  readonly needsRestart: readonly SettingName[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Changed while their sessions go on. */
  readonly changed: readonly string[];
  /** Ended and begun again: their way to Azure is another one. */
  readonly replaced: readonly string[];
  readonly closedSessions: number;
}

/** Trust is made when the host starts, and so is what listens for monitoring. */
export const onlyAtStart: readonly SettingName[] = ['extraCaFile', 'httpAddress'];

/** What may change under open sessions; everything else means another control channel. */
const changesInPlace = [
  'endpoint',
  'limits',
  'enabled',
  'addedBy',
  'azure',
  'resource',
  'updatedAt',
] as const;

type ReloadPorts = Pick<HostCallsPorts, 'store' | 'settings' | 'records' | 'feed' | 'running'>;

export async function reloadStore({
  store,
  settings,
  records,
  feed,
  running,
}: ReloadPorts): Promise<Reloaded> {
  const changedSettings = await settings.reread();
  const { before, after, hasOtherKey } = await store.reread();
  const supervisor = running()?.supervisor;
  if (changedSettings.length > 0) supervisor?.settingsChanged();

  const old = new Map(before.map((config) => [config.id, config]));
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id));
  const added = after.filter(({ id }) => !old.has(id));
  const changed: ConnectionConfig[] = [];
  const replaced: ConnectionConfig[] = [];
  let closedSessions = 0;

  for (const { id } of gone) {
    closedSessions += supervisor?.remove(id) ?? 0;
    records.drop(id);
  }
  for (const config of after) {
    const was = old.get(config.id);
    if (was === undefined) continue;
    if (hasOtherKey(config.id) || isOther(was, config)) {
      closedSessions += supervisor?.remove(config.id) ?? 0;
      supervisor?.add(config);
      replaced.push(config);
    } else if (!isDeepStrictEqual(was, config)) {
      if (supervisor) changeInPlace(supervisor, was, config);
      changed.push(config);
    }
  }
  for (const config of added) {
    records.changed(config.id, 'added', undefined);
    supervisor?.add(config);
  }
  for (const { id } of [...gone, ...changed, ...replaced, ...added]) feed.changed(id);
  return {
    settings: changedSettings,
    needsRestart: changedSettings.filter((name) => onlyAtStart.includes(name)),
    added: namesOf(added),
    removed: namesOf(gone),
    changed: namesOf(changed),
    replaced: namesOf(replaced),
    closedSessions,
  };
}

function isOther(was: ConnectionConfig, now: ConnectionConfig): boolean {
  const rest = (config: ConnectionConfig): object =>
    Object.fromEntries(
      Object.entries(config).filter(([name]) => !changesInPlace.some((inPlace) => inPlace === name)),
    );
  return !isDeepStrictEqual(rest(was), rest(now));
}

/** Only what differs in the files: of the rest the host may know better. */
function changeInPlace(supervisor: Supervisor, was: ConnectionConfig, now: ConnectionConfig): void {
  const runner = supervisor.runner(now.id);
  const change: ConnectionChange & { readonly updatedAt?: string } = Object.fromEntries(
    changesInPlace
      .filter((name) => !isDeepStrictEqual(was[name], now[name]))
      .map((name) => [name, now[name]]),
  );
  runner.change(change);
  if (was.enabled === now.enabled) return;
  if (now.enabled) runner.start();
  else runner.stop();
}

function namesOf(configs: readonly ConnectionConfig[]): readonly string[] {
  return configs.map(({ name }) => name);
}
