/**
 * What the soak sees of the host: its views, by the control socket, as the command line and a window see it. Owns the
 * connection to the host.
 *
 * The client of the control socket is the host's public entry; nothing else of the engine is used here.
 */
import type { CallInput, CallName, CallOutput } from '../../electron/contract/api.ts';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { systemClock } from '../../electron/engine/clock.ts';
import { connectToHost } from '../../electron/engine/control/client.ts';
import { until } from '../fixtures/until.ts';

export class HostLink {
  readonly #connection: Awaited<ReturnType<typeof connectToHost>>;
  readonly #views = new Map<string, ConnectionView>();

  private constructor(connection: Awaited<ReturnType<typeof connectToHost>>) {
    this.#connection = connection;
    connection.subscribe((event) => {
      if (event.name !== 'connections.patch') return;
      for (const view of event.payload.changed) this.#views.set(view.config.id, view);
      for (const id of event.payload.removed) this.#views.delete(id);
    });
  }

  static async open(folder: string): Promise<HostLink> {
    const uid = process.getuid?.() ?? 0;
    const clock = systemClock;
    const link = new HostLink(await connectToHost({ folder, platform: process.platform, uid, clock }));
    await link.refresh();
    return link;
  }

  /** Takes all views anew: patches come a moment after what they tell of. */
  async refresh(): Promise<void> {
    const { connections } = await this.call('connections.snapshot', {});
    for (const view of connections) this.#views.set(view.config.id, view);
  }

  get views(): readonly ConnectionView[] {
    return [...this.#views.values()];
  }

  view(name: string): ConnectionView {
    const found = this.views.find(({ config }) => config.name === name);
    if (found === undefined) throw new Error(`the host has no ${name}`);
    return found;
  }

  /** The view of a connection once it is as wanted; nothing is started to look at it. */
  async until(name: string, what: string, holds: (view: ConnectionView) => boolean): Promise<ConnectionView> {
    const look = (): ConnectionView | undefined => this.views.find(({ config }) => config.name === name);
    const isWanted = (view: ConnectionView | undefined): boolean => view !== undefined && holds(view);
    await until(`${name} ${what}`, look, isWanted);
    return this.view(name);
  }

  untilConnected(name: string): Promise<ConnectionView> {
    return this.until(name, 'is connected', ({ azure }) => azure.status === 'connected');
  }

  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    return this.#connection.call(name, input);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
