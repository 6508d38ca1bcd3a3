/** Temporary data folders, hosts and raw clients for tests of the control socket; `cleanUp` ends all of them. */
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Role } from '../../../contract/access.ts';
import { contractVersion } from '../../../contract/api.ts';
import { systemClock, type Clock } from '../../clock.ts';
import { connectToHost, type ConnectOptions } from '../client.ts';
import { controlAddress } from '../control-address.ts';
import type { ControlLog } from '../control-log.ts';
import { ensureControlToken } from '../control-token.ts';
import { createNonce, proofOf } from '../handshake.ts';
import type { HostConnection } from '../host-connection.ts';
import { claimDataFolder, type ClaimOptions, type Ownership } from '../owner.ts';
import { serveControl, type ControlServer } from '../server.ts';
import type { Hello } from '../wire.ts';
import { createTestHost, type TestHost } from './test-host.ts';

interface LogEntry {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface ServedHost extends TestHost {
  readonly claim: Ownership;
  readonly server: ControlServer;
  readonly token: Buffer;
  readonly logged: readonly LogEntry[];
}

/** A client that writes what it likes. */
export interface RawClient {
  readonly socket: Socket;
  next(): Promise<unknown>;
  write(line: unknown): void;
}

const { platform } = process;
const uid = process.getuid?.() ?? -1;

export class ControlSetup {
  readonly #endings: (() => unknown)[] = [];

  onEnd(ending: () => unknown): void {
    this.#endings.push(ending);
  }

  async cleanUp(): Promise<void> {
    for (const ending of this.#endings.splice(0).reverse()) await ending();
  }

  async folder(): Promise<string> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'hcm-')));
    this.onEnd(() => rm(folder, { recursive: true, force: true }));
    return folder;
  }

  claimOptions(folder: string): ClaimOptions {
    return { folder, platform, uid, clock: systemClock, version: '1.2.3' };
  }

  async claim(folder: string): Promise<Ownership> {
    const claim = await claimDataFolder(this.claimOptions(folder));
    if (!claim.claimed) throw new Error('somebody else owns the folder');
    this.onEnd(() => claim.release());
    return claim;
  }

  async serve(
    folder: string,
    options: {
      readonly claim?: Ownership;
      readonly clock?: Clock;
      readonly checkOutputs?: boolean;
      readonly role?: Role;
    } = {},
  ): Promise<ServedHost> {
    const claim = options.claim ?? (await this.claim(folder));
    const token = await ensureControlToken(folder, platform);
    const testHost = createTestHost();
    const logged: LogEntry[] = [];
    const write = (fields: LogEntry['fields'], message: string): void =>
      void logged.push({ fields, message });
    const log: ControlLog = { info: write, warn: write, error: write };
    const { clock = systemClock, checkOutputs = false, role = 'admin' } = options;
    const server = serveControl({ claim, host: testHost.host, role, token, clock, log, checkOutputs });
    return { ...testHost, claim, server, token, logged };
  }

  async connect(folder: string, options: Partial<ConnectOptions> = {}): Promise<HostConnection> {
    const connection = await connectToHost({ folder, platform, uid, clock: systemClock, ...options });
    this.onEnd(() => connection.close());
    return connection;
  }

  async raw(folder: string): Promise<RawClient> {
    const socket = connect(this.path(folder));
    this.onEnd(() => socket.destroy());
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    return {
      socket,
      next: async () => {
        const line = await lines.next();
        return line.done === true ? 'closed' : (JSON.parse(line.value) as unknown);
      },
      write: (line) => void socket.write(typeof line === 'string' ? line : `${JSON.stringify(line)}\n`),
    };
  }

  /** A raw client that has proved itself. */
  async proved(folder: string, token: Buffer): Promise<RawClient> {
    const client = await this.raw(folder);
    client.write(proveLine((await client.next()) as { hello: Hello }, token));
    await client.next();
    return client;
  }

  path(folder: string): string {
    return controlAddress({ folder, platform, uid }).path;
  }
}

export function proveLine({ hello }: { readonly hello: Hello }, token: Buffer): object {
  const nonce = createNonce();
  const proof = proofOf(token, 'client', { server: hello.nonce, client: nonce });
  return { prove: { contractVersion, nonce, proof } };
}
