import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { ConnectProxy } from '../fixtures/connect-proxy.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { onStage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { addConnection, startForward, startHost, untilConnected, untilRow } from '../fixtures/tunnel.ts';

const name = 'payroll-sql';

it('hcm run goes through the proxy of its environment, in both directions, and keeps its password to itself', () =>
  onStage(async (stage) => {
    const proxy = await ConnectProxy.start();
    stage.afterwards(() => proxy.close());
    const target = await Target.start();
    stage.afterwards(() => target.close());
    const relay = await RelayProcess.start(stage, [{ name, endpoint: target.endpoint }]);
    // The relay of this test is on this computer, where nobody uses a proxy unless it is asked for.
    await stage.run(['proxy', '--bypass', '<-loopback>']);
    await addConnection(stage, relay, name);
    const host = await startHost(stage, {
      environment: {
        HTTPS_PROXY: `http://m.keller:canary-Kaffee@${proxy.address}`,
        NO_PROXY: 'intern.example',
      },
    });
    await untilConnected(stage, name);
    const shown = await stage.run(['show', name, '--output', 'json']);
    expect(JSON.parse(shown.output)).toMatchObject({ proxy: proxy.address });

    const { port } = await startForward(stage, relay, name);
    const before = proxy.asked.length;
    const { app, service } = await target.open(port);
    app.write('to the service');
    service.write('to the app');
    expect(await Promise.all([firstText(service), firstText(app)])).toEqual(['to the service', 'to the app']);
    // The rendezvous took the same way.
    expect(proxy.asked.length).toBe(before + 1);
    expect(new Set(proxy.asked)).toEqual(new Set([`localhost:${relay.port}`]));

    const basic = Buffer.from('m.keller:canary-Kaffee').toString('base64');
    expect(proxy.heads.every((head) => head.includes(`Proxy-Authorization: Basic ${basic}\r\n`))).toBe(true);
    for (const text of [shown.output, host.output, host.errors]) {
      expect(text).not.toContain('canary-Kaffee');
      expect(text).not.toContain(basic);
    }
  }));

it('hcm proxy names one by hand; its password is sealed and stands nowhere', () =>
  onStage(async (stage) => {
    const proxy = await ConnectProxy.start();
    stage.afterwards(() => proxy.close());
    const target = await Target.start();
    stage.afterwards(() => target.close());
    const relay = await RelayProcess.start(stage, [{ name, endpoint: target.endpoint }]);
    const password = 'Kanarienvogel/4711+Zwiebelkuchen';
    const url = `http://m.keller@${proxy.address}`;
    const words = ['proxy', '--mode', 'manual', '--url', url, '--bypass', '<-loopback>', '--password', '-'];
    const set = await stage.run(words, { input: `${password}\n` });
    expect(set.exitCode).toBe(0);
    await addConnection(stage, relay, name);
    const host = await startHost(stage);
    await untilConnected(stage, name);
    const basic = Buffer.from(`m.keller:${password}`).toString('base64');
    expect(proxy.heads.at(-1)).toContain(`Proxy-Authorization: Basic ${basic}\r\n`);

    // While the host runs, too: it refuses the sign-in from now on, and the next connection tells why.
    proxy.refusal = '407 Proxy Authentication Required';
    await stage.run(['restart', name]);
    const isRefused = ({ statusCode }: { readonly statusCode: string | null }): boolean =>
      statusCode === 'HCM2067';
    await untilRow(stage, name, 'is refused by the proxy', isRefused);
    const shown = await stage.run(['show', name, '--output', 'table']);
    expect(shown.output).toContain(`The proxy ${proxy.address} refused the sign-in`);

    const search = new SecretSearch({ password, basic });
    const inFolder = await search.lookInFolder(stage.home);
    expect(inFolder.findings).toEqual([]);
    expect(inFolder.files).toBeGreaterThan(3);
    for (const text of [set.output, shown.output, host.output, host.errors]) {
      expect(search.look('what was written', text)).toEqual([]);
    }
  }));

function firstText(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('data', (part: Buffer) => resolve(part.toString('utf8')));
    socket.resume();
  });
}
