/** A relay world with engines on a data folder of their own: what integration tests of the contract stand on. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activitySchema } from '../../contract/activity.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { createEntity, createRule, type EntityConfig } from '../../local-relay/entities.ts';
import { openEngine, type Engine, type EngineOptions } from '../engine.ts';
import { lineLogger } from '../log/line-logger.ts';
import { LogTail } from '../log/log-tail.ts';
import { SecretRegister } from '../log/secret-register.ts';
import { silentLogger } from '../log/logger.ts';
import { keyFileBox } from '../secrets/key-file.ts';
import { SecretBoxes } from '../secrets/secret-box.ts';
import { dial, RelayWorld, type Serve, type WorldOptions } from './relay-world.ts';

export class EngineWorld {
  readonly relays: RelayWorld;
  readonly folder: string;
  readonly #engines: Engine[] = [];

  private constructor(relays: RelayWorld, folder: string) {
    this.relays = relays;
    this.folder = folder;
  }

  static async start(options: WorldOptions = {}): Promise<EngineWorld> {
    return new EngineWorld(await RelayWorld.start(options), await mkdtemp(join(tmpdir(), 'hcm-engine-')));
  }

  /** An engine that isn't started, with a log whose tail has every line. */
  async open(change: Partial<EngineOptions> = {}): Promise<Engine> {
    const { folder } = this;
    const secrets = new SecretRegister();
    const logTail = new LogTail();
    const engine = await openEngine({
      folder,
      version: '0.0.0-test',
      kind: 'service',
      machine: 'HOST-01',
      processId: process.pid,
      platform: process.platform,
      log: lineLogger(logTail.take, 'debug', secrets),
      logTail,
      secrets,
      secretBox: new SecretBoxes(keyFileBox({ folder, log: silentLogger })),
      extraCaPem: null,
      ...change,
    });
    this.#engines.push(engine);
    return engine;
  }

  /** Adds an entity with an echo (or another service) behind it to the relay. @returns its connection string. */
  async relayString(name = 'sql', serve: Serve = (socket) => void socket.pipe(socket)): Promise<string> {
    const endpoint = await this.relays.serve(serve);
    this.relays.relay.addEntity(createEntity(name, { endpoint }));
    return this.relays.relay.gatewayConnectionString(name);
  }

  /** A started engine with one connection that is up. */
  async connected(
    change: Partial<EngineOptions> = {},
  ): Promise<{ readonly engine: Engine; readonly id: string }> {
    const engine = await this.open(change);
    await engine.start();
    const { connection } = await engine.call('connections.add', {
      connectionString: await this.relayString(),
      caPem: this.relays.caPem,
      addedBy: 'm.keller',
    });
    const { id } = connection.config;
    await this.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    return { engine, id };
  }

  async view(engine: Engine, id: string): Promise<ConnectionView> {
    const { connections } = await engine.call('connections.snapshot', {});
    const found = connections.find(({ config }) => config.id === id);
    if (found === undefined) throw new Error('no such connection');
    return found;
  }

  async until(
    engine: Engine,
    id: string,
    what: string,
    holds: (view: ConnectionView) => boolean,
  ): Promise<ConnectionView> {
    let view = await this.view(engine, id);
    const unsubscribe = engine.subscribe((event) => {
      if (event.name !== 'connections.patch') return;
      view = event.payload.changed.find(({ config }) => config.id === id) ?? view;
    });
    await this.relays.until(what, () => holds(view));
    unsubscribe();
    return view;
  }

  /** Makes a new key for the listeners' rule, as "Regenerate" does. @returns the new connection string. */
  regenerate(ruleName = 'defaultListener'): string {
    const { relay } = this.relays;
    const before = this.entity();
    const rule = createRule(ruleName, ['Listen']);
    const others = before.rules.filter(({ name }) => name === 'defaultSender');
    relay.updateEntity({ ...before, rules: [rule, ...others] });
    const { name, primaryKey } = rule;
    return `Endpoint=${relay.url};SharedAccessKeyName=${name};SharedAccessKey=${primaryKey};EntityPath=sql`;
  }

  entity(name = 'sql'): EntityConfig {
    const found = this.relays.relay.entity(name);
    if (found === undefined) throw new Error(`no entity ${name}`);
    return found;
  }

  /** An app with an open session, which echoes when the service does. */
  async openSession(): Promise<Socket> {
    const sender = await this.relays.sender('sql');
    const app = await dial(sender.port);
    await this.echo(app, 'hello');
    return app;
  }

  async echo(app: Socket, text: string): Promise<void> {
    app.write(text);
    const [data] = (await once(app, 'data')) as [Buffer];
    if (String(data) !== text) throw new Error(`the echo of ${text} is ${String(data)}`);
  }

  /** The activity as short lines, newest first. */
  async activity(engine: Engine, id: string): Promise<readonly string[]> {
    const { activity } = await engine.call('activity.list', { connectionId: id });
    return activity.map((entry) => {
      const read = activitySchema.parse(entry);
      if (read.kind === 'limit') return read.problem.code;
      return read.kind === 'change' ? `${read.change} by ${read.by ?? 'nobody'}` : read.status;
    });
  }

  async close(): Promise<void> {
    for (const engine of this.#engines) engine.close();
    await this.relays.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
