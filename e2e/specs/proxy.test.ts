import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { ConnectProxy } from '../fixtures/connect-proxy.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { onStage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { addConnection, startForward, startHost, untilConnected } from '../fixtures/tunnel.ts';

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

function firstText(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('data', (part: Buffer) => resolve(part.toString('utf8')));
    socket.resume();
  });
}
