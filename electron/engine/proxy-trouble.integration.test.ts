import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConnectionView } from '../contract/connection-view.ts';
import { describeError } from '../contract/messages/messages.ts';
import type { Engine } from './engine.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { foreignAuthority } from './testing/foreign-authority.ts';
import { answer, forward, ScriptedProxy, type ProxyScript } from './testing/scripted-proxy.ts';

let world: EngineWorld;
const proxies: ScriptedProxy[] = [];

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(async () => {
  await world.close();
  for (const proxy of proxies.splice(0)) await proxy.close();
});

/** A connection whose only way is a proxy with that script; `caPem` is what it trusts. */
async function behind(
  script: ProxyScript,
  caPem: string,
): Promise<{ readonly engine: Engine; readonly id: string; readonly proxy: ScriptedProxy }> {
  const proxy = await ScriptedProxy.start(script);
  proxies.push(proxy);
  const engine = await world.open();
  await engine.call('settings.set', {
    proxyMode: 'manual',
    proxyUrl: `http://127.0.0.1:${proxy.port}`,
    proxyBypass: '<-loopback>',
  });
  await engine.start();
  const { connection } = await engine.call('connections.add', {
    connectionString: await world.relayString(),
    caPem,
  });
  return { engine, id: connection.config.id, proxy };
}

function untilProblem(engine: Engine, id: string, code: string): Promise<ConnectionView> {
  return world.until(engine, id, code, ({ azure }) => azure.problem?.code === code);
}

/** Opens TLS by a CA of its own, and passes requests on as `change` makes them. */
async function inspecting(
  change: (text: string) => string,
): Promise<{ readonly script: ProxyScript; readonly caPem: string }> {
  const { certPem, keyPem, caPem } = await foreignAuthority('CN=Contoso Web Gateway', 'localhost');
  const secureContext = createSecureContext({ cert: certPem, key: keyPem });
  const script: ProxyScript = ({ socket, authority }) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const inside = new TLSSocket(socket, { isServer: true, secureContext });
    const relay = connectTls({
      host: '127.0.0.1',
      port: Number(authority.split(':')[1]),
      servername: 'localhost',
      ca: world.relays.caPem,
    });
    for (const one of [inside, relay]) one.on('error', () => undefined);
    inside.on('close', () => relay.destroy());
    relay.on('close', () => inside.destroy());
    inside.on('data', (part: Buffer) => relay.write(change(part.toString('latin1')), 'latin1'));
    relay.on('data', (part: Buffer) => inside.write(part));
  };
  return { script, caPem };
}

it('a proxy that strips the upgrade is named, and what to do', async () => {
  const { script, caPem } = await inspecting((text) =>
    text.replace(/^(?:Upgrade|Connection): .*\r\n/gim, ''),
  );
  const { engine, id, proxy } = await behind(script, caPem);
  const { azure } = await untilProblem(engine, id, 'HCM2024');
  expect(azure.via).toBe(`127.0.0.1:${proxy.port}`);
  const { title, cause } = describeError(azure.problem!);
  expect(title).toBe('WebSockets don’t get through to Azure');
  expect(cause).toContain(`127.0.0.1:${proxy.port}`);
});

it('a proxy that opens TLS and leaves everything else alone works once its CA is trusted', async () => {
  const { script, caPem } = await inspecting((text) => text);
  const { engine, id } = await behind(script, caPem);
  await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  const app = await world.openSession();
  await world.echo(app, 'through');
  app.destroy();
});

it('a proxy that opens TLS under a CA that isn’t trusted is named by it, and gets no token', async () => {
  const seen: string[] = [];
  const { script } = await inspecting((text) => {
    seen.push(text);
    return text;
  });
  const { engine, id } = await behind(script, world.relays.caPem);
  const { azure } = await untilProblem(engine, id, 'HCM2010');
  expect(azure.problem?.details['issuer']).toBe('Contoso Web Gateway');
  expect(seen).toEqual([]);
});

it('many connections behind a proxy that says no ask it one at a time, and all come back', async () => {
  const { engine, proxy } = await behind(answer('HTTP/1.1 403 Forbidden'), world.relays.caPem);
  for (let number = 1; number < 40; number += 1) {
    await engine.call('connections.add', {
      connectionString: await world.relayString(`sql-${number}`),
      caPem: world.relays.caPem,
    });
  }
  const all = async (): Promise<readonly ConnectionView[]> =>
    (await engine.call('connections.snapshot', {})).connections;
  let views = await all();
  const unsubscribe = engine.subscribe(() => void all().then((now) => (views = now)));
  const isEach = (holds: (view: ConnectionView) => boolean): boolean =>
    views.length === 40 && views.every(holds);
  await world.relays.until('all say why', () => isEach(({ azure }) => azure.problem?.code === 'HCM2064'));
  // The gate of the relay host: one probe for all of them.
  expect(proxy.requests.length).toBeLessThan(40);
  proxy.script = forward();
  await world.relays.until(
    'all connected',
    () => isEach(({ azure }) => azure.status === 'connected'),
    30_000,
  );
  unsubscribe();
});

it('a second channel that was refused behind a proxy says nothing of the way of the open one', async () => {
  const proxy = await ScriptedProxy.start(forward());
  proxies.push(proxy);
  const { engine, id } = await world.connected();
  await engine.call('settings.set', {
    proxyMode: 'manual',
    proxyUrl: `http://127.0.0.1:${proxy.port}`,
    proxyBypass: '<-loopback>',
  });
  const wrong = world.relays.relay
    .gatewayConnectionString('sql')
    .replace(/SharedAccessKey=[^;]+/u, `SharedAccessKey=${Buffer.alloc(32, 7).toString('base64')}`);
  await expect(engine.call('connections.replaceKey', { id, connectionString: wrong })).rejects.toMatchObject({
    code: 'HCM2020',
  });
  expect(proxy.requests).toHaveLength(1);
  expect((await world.view(engine, id)).azure.via).toBeNull();
  // One that takes over does.
  await engine.call('connections.replaceKey', { id, connectionString: world.regenerate() });
  expect((await world.view(engine, id)).azure.via).toBe(`127.0.0.1:${proxy.port}`);
});
