/**
 * tinyproxy or squid as a child process on loopback, with a configuration of its own in a temporary folder: what stands in
 * real networks. Owns the process and the folder; `dispose` ends both.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export const proxyKinds = ['tinyproxy', 'squid'] as const;

export type ProxyKind = (typeof proxyKinds)[number];

export interface RealProxyOptions {
  /** Ports that it connects to; every other one is denied. */
  readonly allowedPort: number;
  readonly signIn?: { readonly user: string; readonly password: string };
}

/** Where system programs lie that aren't on everybody's path. */
const programPath = ['/usr/sbin', '/usr/local/sbin', process.env['PATH'] ?? ''].join(delimiter);
const ncsaAuth = '/usr/lib/squid/basic_ncsa_auth';
const startsWithinMs = 60_000;

export class RealProxy {
  readonly kind: ProxyKind;
  readonly port: number;
  readonly #folder: string;
  #program: ChildProcess | undefined;

  private constructor(kind: ProxyKind, port: number, folder: string) {
    this.kind = kind;
    this.port = port;
    this.#folder = folder;
  }

  static async start(kind: ProxyKind, options: RealProxyOptions): Promise<RealProxy> {
    const folder = await mkdtemp(join(tmpdir(), `hcm-${kind}-`));
    // Started by root it works as another user, who has to find its files.
    await chmod(folder, 0o755);
    const proxy = new RealProxy(kind, await freePort(), folder);
    await proxy.#configure(options);
    await proxy.run();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async #configure({ allowedPort, signIn }: RealProxyOptions): Promise<void> {
    const passwords = join(this.#folder, 'passwords');
    if (signIn !== undefined) {
      // The one form that squid's helper reads and Node can make.
      const hash = createHash('md5').update(signIn.password).digest('hex');
      await writeFile(passwords, `${signIn.user}:${hash}\n`, { mode: 0o644 });
    }
    const lines =
      this.kind === 'squid'
        ? squidLines(this.port, allowedPort, signIn === undefined ? null : passwords)
        : tinyproxyLines(this.port, allowedPort, signIn);
    await writeFile(this.#configuration, `${lines.join('\n')}\n`, { mode: 0o644 });
  }

  get #configuration(): string {
    return join(this.#folder, 'configuration');
  }

  /** Starts it, again after `kill`; resolves once it takes connections. */
  async run(): Promise<void> {
    const words =
      this.kind === 'squid' ? ['-N', '-f', this.#configuration] : ['-d', '-c', this.#configuration];
    const program = spawn(this.kind, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: programPath },
    });
    this.#program = program;
    let written = '';
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (written += text));
    }
    let end: string | undefined;
    program.once('error', (error) => (end = error.message));
    program.once('exit', (code) => (end ??= `ended with ${code ?? 'a signal'}`));
    const giveUpAt = performance.now() + startsWithinMs;
    while (!(await takesConnections(this.port))) {
      if (end !== undefined || performance.now() > giveUpAt) {
        throw new Error(
          `${this.kind} did not start (node scripts/proxies-for-tests.mjs): ${end ?? 'in time'}\n${written}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends it hard, with every connection through it. */
  async kill(): Promise<void> {
    const program = this.#program;
    this.#program = undefined;
    if (program?.exitCode !== null || program.signalCode !== null) return;
    program.kill('SIGKILL');
    await once(program, 'exit');
  }

  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function tinyproxyLines(
  port: number,
  allowedPort: number,
  signIn: RealProxyOptions['signIn'],
): readonly string[] {
  return [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 600',
    'MaxClients 100',
    'Allow 127.0.0.1',
    'LogLevel Critical',
    `ConnectPort ${allowedPort}`,
    ...(signIn === undefined ? [] : [`BasicAuth ${signIn.user} ${signIn.password}`]),
  ];
}

function squidLines(port: number, allowedPort: number, passwords: string | null): readonly string[] {
  const signIn = [
    `auth_param basic program ${ncsaAuth} ${passwords ?? ''}`,
    'auth_param basic children 1 startup=1',
    'auth_param basic realm tests',
    'acl signed_in proxy_auth REQUIRED',
  ];
  return [
    ...(passwords === null ? [] : signIn),
    `http_port 127.0.0.1:${port}`,
    'visible_hostname localhost',
    `acl relay port ${allowedPort}`,
    'acl tunnel method CONNECT',
    `http_access allow tunnel relay${passwords === null ? '' : ' signed_in'}`,
    'http_access deny all',
    'cache deny all',
    'cache_mem 8 MB',
    'max_filedescriptors 1024',
    'access_log none',
    'cache_log /dev/null',
    'cache_store_log none',
    'pid_filename none',
    'coredump_dir none',
    'pinger_enable off',
    'shutdown_lifetime 1 seconds',
  ];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (takes: boolean): void => {
      socket.destroy();
      resolve(takes);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
