/** Puts the updater of this app together: how it was installed, where its record lies, and its way to the feed. */
import { app } from 'electron';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateState } from '../contract/updates.ts';
import type { Clock } from '../engine/clock.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { ProxyResolver } from '../engine/net/proxy-choice.ts';
import { toFileError } from '../engine/store/file-error.ts';
import type { SignedFeedFile } from '../engine/updates/signed-package.ts';
import { AppUpdater } from './app-updater.ts';
import { isTestBuild } from './build-flags.ts';
import type { HostLink } from './host-link.ts';
import { InstallAttempts } from './install-attempts.ts';
import { packageInstaller } from './install-package.ts';
import { installationOf, type Installation } from './package-kind.ts';
import { electronPackages } from './package-updater.ts';
import { relaunch } from './relaunch.ts';
import { UpdateRecord, type KeptPackage } from './update-record.ts';
import type { UpdateWay } from './update-way.ts';
import { productVersion } from './version.ts';
import type { WindowStore } from './window-state.ts';

export interface UpdaterParts {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly link: HostLink;
  readonly store: WindowStore;
  readonly extraCaPem: () => Promise<string | null>;
  readonly systemProxy: ProxyResolver;
  readonly endWith: (install: () => Promise<void>) => void;
  readonly onChange: (state: UpdateState) => void;
}

export async function openUpdater(parts: UpdaterParts): Promise<AppUpdater> {
  const { folder, clock, log, link, store, endWith, onChange } = parts;
  const { arch } = process;
  const uid = ownUid();
  const installation = installationHere();
  const { kind } = installation;
  const { env: environment, resourcesPath: resources } = process;
  const installPackage =
    kind === null
      ? null
      : packageInstaller({ kind, uid, environment, resources, relaunch: () => relaunch(app, process) });
  const attempts = new InstallAttempts({
    version: productVersion,
    now: () => clock.now(),
    log,
    record: await UpdateRecord.open(folder, log),
    isSigned,
    // An AppImage is one file, and whoever keeps the old one has it.
    putBack: kind === 'AppImage' ? null : installPackage,
  });
  await attempts.started();
  const packages =
    kind === null
      ? null
      : electronPackages({
          kind,
          log,
          prepareSession: async (session) => session.setProxy(await (await openWay(parts)).proxyConfig()),
          configFile: () => packageFolderFile(folder, resources),
        });
  const updater = new AppUpdater({
    version: productVersion,
    arch,
    clock,
    log,
    host: link,
    installation,
    packages,
    installPackage,
    askFeed: async (signal) => (await openWay(parts)).askFeed(signal),
    attempts,
    store,
    endWith,
    onChange,
  });
  updater.start();
  return updater;
}

/** Read when somebody wants to go back, too. */
async function isSigned(kept: KeptPackage, signed: SignedFeedFile): Promise<boolean> {
  const { vouchesFor } = await import('../engine/updates/signed-package.ts');
  const { productRelease } = await import('../engine/updates/release-config.ts');
  return vouchesFor(signed, kept, productRelease.keys);
}

/** Its code is the engine’s, and is read when somebody wants a download. */
async function openWay({ clock, log, link, extraCaPem, systemProxy }: UpdaterParts): Promise<UpdateWay> {
  const { UpdateWay } = await import('./update-way.ts');
  const { productRelease } = await import('../engine/updates/release-config.ts');
  const { platform, arch } = process;
  return new UpdateWay({
    version: productVersion,
    platform,
    arch,
    clock,
    log,
    release: productRelease,
    settings: async () => (await link.call('settings.get', {})).settings,
    extraCaPem,
    systemProxy,
  });
}

/** Of this app. */
export function installationHere(): Installation {
  const { platform, env: environment, resourcesPath: resources } = process;
  const { isPackaged } = app;
  const place = { platform, isPackaged, environment, resources, program: app.getPath('exe'), uid: ownUid() };
  return installationInTests(environment) ?? installationOf(place);
}

/** Windows has none. */
function ownUid(): number {
  return process.getuid?.() ?? -1;
}

/** Tests drive an app that isn't packed. The product can't be told what it is. */
function installationInTests(environment: Readonly<Record<string, string | undefined>>): Installation | null {
  return isTestBuild && !app.isPackaged && environment['HCM_E2E_PACKAGE'] === 'deb'
    ? { kind: 'deb', obstacle: null }
    : null;
}

/**
 * What a package brings in `app-update.yml`, unless it was built without a feed, as those are that organizations name one for.
 * @throws HcmError HCM400x
 */
function packageFolderFile(folder: string, resources: string): string | null {
  if (app.isPackaged && existsSync(join(resources, 'app-update.yml'))) return null;
  const name = 'app-update.yml';
  const path = join(folder, name);
  try {
    writeFileSync(path, 'updaterCacheDirName: hybrid-connection-manager-updater\n');
  } catch (error) {
    throw toFileError(error, name);
  }
  return path;
}
