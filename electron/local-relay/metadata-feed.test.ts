import { once } from 'node:events';
import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { XMLParser } from 'fast-xml-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEntity, namespaceRuleName } from './entities.ts';
import { TestRelay } from './testing/test-relay.ts';
import { makeToken } from './testing/tokens.ts';

let test: TestRelay;
let agent: Agent;
beforeEach(async () => {
  test = await TestRelay.start();
  agent = new Agent({ ca: test.ca });
});
afterEach(async () => {
  agent.destroy();
  await test.dispose();
});

async function get(path: string, headers: Record<string, string>, method = 'GET') {
  const url = `${test.base.replace('wss:', 'https:')}${path}?api-version=2016-07`;
  const asked = request(url, { agent, method, headers: { 'X-PROCESS-AT': 'ServiceBus', ...headers } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const parts = (await response.toArray()) as Buffer[];
  return { response, body: Buffer.concat(parts).toString('utf8') };
}

describe('row 29: metadata', () => {
  it('has its elements in order, with the endpoint and the number of listeners', async () => {
    await Promise.all([test.listener(), test.listener()]);
    const { response, body } = await get('hc1', { Authorization: test.listenToken() });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/atom+xml;type=entry;charset=utf-8');
    expect(Date.parse(response.headers.date ?? '')).toBeGreaterThan(0);
    const names = [
      ...body.matchAll(/<(CreatedAt|UpdatedAt|RequiresClientAuthorization|UserMetadata|ListenerCount)>/g),
    ];
    expect(names.map(([, name]) => name)).toEqual([
      'CreatedAt',
      'UpdatedAt',
      'RequiresClientAuthorization',
      'UserMetadata',
      'ListenerCount',
    ]);
    const parsed = new XMLParser({ parseTagValue: false }).parse(body) as {
      entry: { content: { HybridConnectionDescription: Record<string, string> } };
    };
    expect(parsed.entry.content.HybridConnectionDescription).toMatchObject({
      RequiresClientAuthorization: 'true',
      UserMetadata: '[{"key":"endpoint","value":"db.internal:1433"}]',
      ListenerCount: '2',
    });
  });

  it('escapes what an entity holds', async () => {
    const odd = { ...createEntity('odd'), userMetadata: '<&>"\u0000\u{1f600}]]>' };
    test.relay.addEntity(odd);
    const { body } = await get('odd', { Authorization: test.sendToken(odd) });
    const parsed = new XMLParser().parse(body) as {
      entry: { content: { HybridConnectionDescription: { UserMetadata: string } } };
    };
    expect(parsed.entry.content.HybridConnectionDescription.UserMetadata).toBe('<&>"\u{1f600}]]>');
  });

  it('answers errors as XML: 401, 404 for an unknown path, 405', async () => {
    const missing = await get('hc1', {});
    expect(missing.response.statusCode).toBe(401);
    expect(missing.body).toMatch(
      /^<Error><Code>401<\/Code><Detail>.*token.*TrackingId:.*<\/Detail><\/Error>$/,
    );
    const key = test.relay.namespaceConnectionString(namespaceRuleName).split('SharedAccessKey=')[1] ?? '';
    const token = makeToken({ resource: 'http://localhost/', rule: namespaceRuleName, key });
    const absent = await get('nowhere', { ServiceBusAuthorization: token });
    expect(absent.response.statusCode).toBe(404);
    expect(absent.body).toContain('<Code>404</Code><Detail>Endpoint does not exist:');
    expect((await get('hc1', { Authorization: test.listenToken() }, 'PUT')).response.statusCode).toBe(405);
  });

  it('is told from a relayed request by the header alone', async () => {
    const { response, body } = await get('hc1', {
      'X-PROCESS-AT': 'elsewhere',
      ServiceBusAuthorization: test.sendToken(),
    });
    expect(response.statusCode).toBe(502);
    expect(body).toContain('no listener');
  });
});
