/**
 * What a package is tried in: a machine to install it on, and on this computer's loopback a relay, a sender and a service
 * behind the tunnel. Owns them all.
 */
import { chmod, copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, inject } from 'vitest';
import type { ConnectionRow } from '../../electron/contract/connection-row.ts';
import type { Finished } from '../fixtures/hcm-process.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { startForward } from '../fixtures/tunnel.ts';
import { until, within } from '../fixtures/until.ts';
import { DebianMachine, type RunWishes } from './debian-machine.ts';
import { InstalledApp } from './installed-app.ts';

const connectWithinMs = 60_000;
const chunkBytes = 1024 * 1024;

interface Parts {
  readonly machine: DebianMachine;
  readonly stage: Stage;
  readonly target: Target;
  readonly relay: RelayProcess;
  /** Where an app reaches the service through the tunnel. */
  readonly port: number;
}

export const connectionName = 'orders-db';

export class PackageWorld {
  readonly machine: DebianMachine;
  readonly stage: Stage;
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.machine = parts.machine;
    this.stage = parts.stage;
    this.#parts = parts;
  }

  static async open(): Promise<PackageWorld> {
    const stage = await Stage.open();
    try {
      const machine = await DebianMachine.start({ image: inject('image'), archives: inject('archives') });
      stage.afterwards(() => machine.dispose());
      const target = await Target.start();
      stage.afterwards(() => target.close());
      const relay = await RelayProcess.start(stage, [{ name: connectionName, endpoint: target.endpoint }]);
      const { port } = await startForward(stage, relay, connectionName);
      const world = new PackageWorld({ machine, stage, target, relay, port });
      await world.share(relay.caFile, 'relay-ca.pem');
      return world;
    } catch (error) {
      await stage.dispose();
      throw error;
    }
  }

  /** Gives the machine a copy of a file. @returns how the machine calls it */
  async share(path: string, name = basename(path)): Promise<string> {
    const copy = join(this.machine.shared, name);
    await copyFile(path, copy);
    // Somebody else reads it there.
    await chmod(copy, 0o644);
    return this.machine.inside(name);
  }

  /** As an administrator does, with what the package depends on. */
  async install(packageFile: string): Promise<void> {
    const inside = await this.share(packageFile);
    await this.machine.done(
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', '--reinstall', inside],
      {
        as: 'root',
      },
    );
  }

  hcm(words: readonly string[], wishes: RunWishes = {}): Promise<Finished> {
    return this.machine.run(['hcm', ...words], wishes);
  }

  async addConnection(): Promise<void> {
    const { gatewayConnectionString: input } = this.#parts.relay.entity(connectionName);
    await this.machine.done(['hcm', 'add', '-', '--ca-file', this.machine.inside('relay-ca.pem')], { input });
  }

  async connections(): Promise<readonly ConnectionRow[]> {
    return JSON.parse(
      await this.machine.done(['hcm', 'list', '--output', 'json']),
    ) as readonly ConnectionRow[];
  }

  /** With the bytes that go through then. */
  async expectWorks(): Promise<void> {
    const look = async (): Promise<string | undefined> =>
      (await this.connections()).find(({ name }) => name === connectionName)?.status;
    await until(`${connectionName} is Connected`, look, (status) => status === 'Connected', {
      deadlineMs: connectWithinMs,
      // Without a host each look opens the data folder itself, and a window that starts waits for that.
      everyMs: 2000,
    });
    await this.#sendBothWays();
  }

  openWindow(
    wishes: Pick<RunWishes, 'environment'> & { readonly words?: readonly string[] } = {},
  ): Promise<InstalledApp> {
    return InstalledApp.start(this.machine, { display: inject('display'), ...wishes });
  }

  dispose(): Promise<void> {
    return this.stage.dispose();
  }

  async #sendBothWays(): Promise<void> {
    const { app, service } = await this.#parts.target.open(this.#parts.port);
    const sent = Buffer.alloc(chunkBytes, 'orders ');
    for (const [from, to] of [
      [app, service],
      [service, app],
    ] as const) {
      const parts: Buffer[] = [];
      const arrived = new Promise<void>((resolve) => {
        to.on('data', (part: Buffer) => {
          parts.push(part);
          if (parts.reduce((sum, { length }) => sum + length, 0) >= sent.length) resolve();
        });
      });
      from.write(sent);
      await within('the bytes arrive', arrived);
      expect(Buffer.concat(parts).equals(sent)).toBe(true);
      to.removeAllListeners('data');
    }
    app.destroy();
    service.destroy();
  }
}
