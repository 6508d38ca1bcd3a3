/** Signing in and choosing through a proxy: nothing of it takes another way, and nothing goes to anybody else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AzureStage, addSql, told } from '../fixtures/azure-stage.ts';
import { ConnectProxy } from '../fixtures/connect-proxy.ts';
import { freePort } from '../fixtures/free-port.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { untilConnected } from '../fixtures/tunnel.ts';

const password = 'canary-Proxy+Kaffee/49';

let azure: AzureStage;
let proxy: ConnectProxy;

beforeEach(async () => {
  azure = await AzureStage.open();
  proxy = await ConnectProxy.start();
  azure.stage.afterwards(() => proxy.close());
  await useProxy(proxy.address);
});

afterEach(() => azure.dispose());

/** Everything here is on this computer, where nobody uses a proxy unless it is asked for. */
function useProxy(address: string): Promise<void> {
  return azure.set({ proxyMode: 'manual', proxyUrl: `http://${address}`, proxyBypass: '<-loopback>' });
}

/** Those who reached the cloud past the proxy, by their ports. */
function direct(): readonly number[] {
  const { arm, authority } = azure.azure;
  return [...arm.peers, ...authority.peers].filter((port) => !proxy.ports.has(port));
}

function clouds(): readonly string[] {
  const { arm, authority } = azure.azure;
  return [arm.origin, authority.origin].map((origin) => new URL(origin).host);
}

describe('through a proxy', () => {
  it('a service signs in, looks and adds, and the connection takes the same way', async () => {
    await azure.startHost();
    expect((await azure.signInAsService(azure.addService())).exitCode).toBe(0);
    const link = await azure.link();
    const place = await azure.placeFor(link);
    const { subscriptions } = await link.call('azure.subscriptions', {});
    expect(subscriptions.map(({ name }) => name)).toEqual(['Production']);
    const { id } = await link.call('azure.browse', place);
    const { connections } = await link.call('azure.browsed', { id, after: 0 });
    expect(connections.map(({ name }) => name)).toEqual(['sql', 'web']);
    expect(new Set(proxy.asked)).toEqual(new Set(clouds()));
    expect((await azure.run(addSql)).exitCode).toBe(0);
    await untilConnected(azure.stage, 'sql');
    expect(new Set(proxy.asked)).toEqual(new Set([...clouds(), azure.namespace.host]));
    expect(direct()).toEqual([]);
    expect(azure.azure.arm.peers.length).toBeGreaterThan(4);
  });

  it('a person signs in by a code; only her browser goes its own way', async () => {
    const login = azure.start(['login', '--device-code']);
    const [, url = '', code = ''] = await told(
      login,
      /Open (\S+) in any browser and type in the code (\S+)\./,
    );
    expect(direct()).toEqual([]);
    await azure.visit(url, azure.ada, { user_code: code });
    const ofBrowser = direct().length;
    expect((await login.end()).exitCode).toBe(0);
    expect((await azure.run(addSql)).exitCode).toBe(0);
    expect(direct()).toHaveLength(ofBrowser);
    expect(proxy.asked.filter((asked) => !clouds().includes(asked))).toEqual([]);
  });
});

describe('a proxy that isn’t willing', () => {
  it('wants a password: that is said, and given once it is there; it stands nowhere', async () => {
    const service = azure.addService();
    proxy.refusal = '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="corp"';
    const refused = await azure.signInAsService(service);
    expect([refused.exitCode, refused.errors]).toEqual([1, expect.stringContaining('HCM2065') as string]);
    proxy.refusal = undefined;
    const words = ['proxy', '--mode', 'manual', '--url', `http://m.keller@${proxy.address}`];
    const set = await azure.run([...words, '--password', '-'], { input: `${password}\n` });
    expect(set.exitCode).toBe(0);
    expect((await azure.signInAsService(service)).exitCode).toBe(0);
    const basic = Buffer.from(`m.keller:${password}`).toString('base64');
    expect(proxy.heads.at(-1)).toContain(`Proxy-Authorization: Basic ${basic}\r\n`);
    const search = new SecretSearch({ password, basic });
    const said = azure.stage.processes.flatMap(({ output, errors }) => [output, errors]);
    expect((await search.lookInFolder(azure.stage.home)).findings).toEqual([]);
    expect(said.flatMap((text) => search.look('what was said', text))).toEqual([]);
    expect(direct()).toEqual([]);
  });

  it('forbids it, or isn’t there: each has its code, and nobody goes around it', async () => {
    const service = azure.addService();
    proxy.refusal = '403 Forbidden';
    expect((await azure.signInAsService(service)).errors).toContain('HCM2064');
    await useProxy(`127.0.0.1:${String(await freePort())}`);
    expect((await azure.signInAsService(service)).errors).toContain('HCM2061');
    expect(direct()).toEqual([]);
  });
});
