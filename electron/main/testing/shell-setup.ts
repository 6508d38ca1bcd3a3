/** Temporary data folders, and hosts in them: one as the command line runs it, one as the app does. `cleanUp` ends all. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostState } from '../../contract/shell-api.ts';
import { systemClock } from '../../engine/clock.ts';
import type { ControlPlace } from '../../engine/control/control-address.ts';
import { claimDataFolder, type Ownership } from '../../engine/control/owner.ts';
import { serveEngine } from '../../engine/control/serve-engine.ts';
import { openSharedFolder, type SharedFolder } from '../../engine/control/shared-folder.ts';
import { openEngine, type Engine } from '../../engine/engine.ts';
import { openLog } from '../../engine/log/open-log.ts';
import { silentLogger } from '../../engine/log/logger.ts';
import { SecretRegister } from '../../engine/log/secret-register.ts';
import { keyFileBox } from '../../engine/secrets/key-file.ts';
import { SecretBoxes } from '../../engine/secrets/secret-box.ts';
import { openAppHost, type AppHostOptions } from '../app-host.ts';
import { HostLink, type HostLinkOptions } from '../host-link.ts';
import { openOwnHost, type OwnHostOptions } from '../own-host.ts';

export interface ServiceHost {
  readonly engine: Engine;
  readonly claim: Ownership;
  /** As `hcm run` ends. */
  stop(): Promise<void>;
}

export interface TestLink {
  readonly link: HostLink;
  /** Every state that was told, in order. */
  readonly told: HostState[];
}

const { platform } = process;

export class ShellSetup {
  readonly #endings: (() => Promise<unknown>)[] = [];

  onEnd(ending: () => Promise<unknown>): void {
    this.#endings.push(ending);
  }

  async cleanUp(): Promise<void> {
    for (const ending of this.#endings.splice(0).reverse()) await ending();
  }

  async folder(): Promise<string> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'hcm-shell-')));
    this.onEnd(() => rm(folder, { recursive: true, force: true }));
    return folder;
  }

  place(folder: string): ControlPlace {
    return { folder, platform, uid: process.getuid?.() ?? -1 };
  }

  async claim(folder: string): Promise<Ownership> {
    const claim = await claimDataFolder({ ...this.place(folder), clock: systemClock, version: '1.2.3' });
    if (!claim.claimed) throw new Error('somebody else owns the folder');
    this.onEnd(() => claim.release());
    return claim;
  }

  /**
   * A background host, as `hcm run` makes one.
   * @param opened a folder that it opens to others
   */
  async service(folder: string, opened?: string): Promise<ServiceHost> {
    const claim = await this.claim(folder);
    const secrets = new SecretRegister();
    const log = openLog({ folder, level: 'error', secrets });
    const { logger } = log;
    const engine = await openEngine({
      ...this.#identity(folder),
      kind: 'service',
      log: logger,
      secrets,
      secretBox: new SecretBoxes(keyFileBox({ folder, log: logger })),
      extraCaPem: null,
    });
    const shared = opened === undefined ? [] : [await this.#open(opened, folder)];
    const control = await serveEngine({ claim, engine, logger, folder, platform, shared });
    const stop = async (): Promise<void> => {
      await engine.stop();
      await control.close();
      engine.close();
      await Promise.all(shared.map((way) => way.claim.release()));
      await claim.release();
      await log.close();
    };
    this.onEnd(stop);
    return { engine, claim, stop };
  }

  ownHostOptions(folder: string): OwnHostOptions {
    return {
      ...this.#identity(folder),
      secretBoxes: (log) => Promise.resolve(new SecretBoxes(keyFileBox({ folder, log }))),
      packageKind: null,
      extraCaPem: () => Promise.resolve(null),
      policy: { pollMs: 60_000, read: () => Promise.resolve(null) },
      systemProxy: () => Promise.resolve([{ kind: 'direct' }]),
    };
  }

  appHostOptions(folder: string): AppHostOptions {
    return {
      ...this.#identity(folder),
      secretBackend: () => Promise.resolve('keyFile'),
      after: Promise.resolve(),
      open: (claim, onEvent) => openOwnHost(claim, { ...this.ownHostOptions(folder), onEvent }),
    };
  }

  link(folder: string, options: Partial<HostLinkOptions> = {}): TestLink {
    const told: HostState[] = [];
    const link = new HostLink({
      place: this.place(folder),
      choice: { shared: [], own: this.place(folder) },
      version: '1.2.3',
      clock: systemClock,
      log: silentLogger,
      openOwnHost: (claim) => openAppHost(claim, this.appHostOptions(folder)),
      onChange: (state) => told.push(state),
      ...options,
    });
    this.onEnd(() => link.stop());
    return { link, told };
  }

  #open(folder: string, ofFolder: string): Promise<SharedFolder> {
    const place = { ...this.place(folder), role: 'admin', dataFolder: ofFolder } as const;
    return openSharedFolder({ ...place, clock: systemClock, version: '1.2.3' });
  }

  #identity(folder: string) {
    return { folder, version: '1.2.3', machine: 'HOST-01', processId: process.pid, platform };
  }
}
