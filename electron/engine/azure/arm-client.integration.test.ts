import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toErrorData } from '../../contract/errors.ts';
import { describeError } from '../../contract/messages/describe-error.ts';
import { FewAtOnce } from '../few-at-once.ts';
import { dialWith } from '../inspect/inspect-connection.ts';
import { RelayDialer } from '../net/dial-relay.ts';
import { createTrust } from '../net/trust.ts';
import { HurriedClock } from '../testing/hurried-clock.ts';
import { ArmClient } from './arm-client.ts';
import { armError, CloudServer, type ArmAsked, type ServedAnswer } from './testing/cloud-server.ts';

let server: CloudServer;
let client: ArmClient;
const closed = new AbortController();

const target = { path: '/thing', apiVersion: '2021-11-01', name: 'thing' };
const change = { ...target, body: { location: 'West Europe' }, answer: z.object({ made: z.boolean() }) };

beforeAll(async () => {
  server = await CloudServer.start();
  setMaxListeners(0, closed.signal);
  const trust = createTrust({ platform: process.platform, extraCaPem: server.certificates.caPem });
  client = new ArmClient({
    clock: new HurriedClock(5),
    dial: dialWith({ dialer: new RelayDialer(), trust }, null),
    cloud: {
      name: 'custom',
      authority: server.authority,
      authorityHosts: [],
      arm: server.arm,
      relaySuffix: 'localhost',
    },
    userAgent: 'hcm-test',
    token: () => Promise.resolve('a-token'),
    few: new FewAtOnce({ running: 6, waiting: 10 }),
    signal: closed.signal,
  });
});

afterAll(async () => {
  closed.abort();
  await server.stop();
});

beforeEach(() => {
  server.armRequests.length = 0;
});

/** The answers in turn, the last one again and again. */
function serve(...answers: readonly ServedAnswer[]): void {
  let count = 0;
  server.onArm = () => {
    count += 1;
    return answers[Math.min(count, answers.length) - 1] ?? {};
  };
}

function asked(): readonly Pick<ArmAsked, 'method' | 'path' | 'body'>[] {
  return server.armRequests.map(({ method, path, body }) => ({ method, path, body }));
}

const trouble: ServedAnswer = { status: 503, body: armError('ServerTimeout') };

describe('changing', () => {
  it('sends what is wanted, as JSON', async () => {
    serve({ status: 201, body: { made: true } });
    expect(await client.put(change)).toEqual({ made: true });
    expect(asked()).toEqual([
      { method: 'PUT', path: '/thing?api-version=2021-11-01', body: '{"location":"West Europe"}' },
    ]);
  });

  it('tries again what is the same done twice', async () => {
    serve(trouble, trouble, { body: { made: true } });
    expect(await client.put(change)).toEqual({ made: true });
    serve(trouble, { status: 200, body: '' });
    expect(await client.remove(target)).toBe(true);
    expect(asked().map(({ method }) => method)).toEqual(['PUT', 'PUT', 'PUT', 'DELETE', 'DELETE']);
  });

  it('what counts each time is tried again only when nothing was done', async () => {
    const question = { ...target, method: 'POST', isOnce: true, body: {}, answer: z.unknown() } as const;
    serve(trouble, {});
    await expect(client.ask(question)).rejects.toMatchObject({ code: 'HCM6025' });
    expect(asked()).toHaveLength(1);
    serve({ status: 429, headers: { 'retry-after': '1' }, body: armError('Throttled') }, {});
    await client.ask(question);
    expect(asked()).toHaveLength(3);
  });

  it('follows a long one to its end, and reads what came of it', async () => {
    const headers = { 'azure-asyncoperation': `${server.arm}/operations/7`, 'retry-after': '0' };
    serve(
      { status: 201, headers, body: { properties: { provisioningState: 'Creating' } } },
      { headers, body: { status: 'InProgress' } },
      { body: { status: 'Succeeded' } },
      { body: { made: true } },
    );
    expect(await client.put(change)).toEqual({ made: true });
    expect(asked().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /thing?api-version=2021-11-01',
      'GET /operations/7',
      'GET /operations/7',
      'GET /thing?api-version=2021-11-01',
    ]);
  });

  it.each([
    [{ status: 200, body: '' }, true],
    [{ status: 204, body: '' }, false],
    [{ status: 404, body: armError('ResourceNotFound') }, false],
  ])('DELETE answered by %j tells whether it was there', async (answer, was) => {
    serve(answer);
    expect(await client.remove(target)).toBe(was);
  });

  it.each([
    [403, 'RequestDisallowedByPolicy', 'HCM6067'],
    [409, 'ScopeLocked', 'HCM6068'],
    [409, 'MissingSubscriptionRegistration', 'HCM6069'],
    [409, 'NamespaceUnavailable', 'HCM6062'],
    [409, 'QuotaExceeded', 'HCM6063'],
    [400, 'SubscriptionLimitReached', 'HCM6063'],
    [409, 'Conflict', 'HCM6066'],
    [412, 'PreconditionFailed', 'HCM6066'],
    [400, 'BadRequest', 'HCM6027'],
    [403, 'AuthorizationFailed', 'HCM6021'],
    [409, 'ReadOnlyDisabledSubscription', 'HCM6029'],
  ])('%s %s is %s, with Azure’s words', async (status, code, expected) => {
    serve({ status, body: armError(code, 'It is\nlike this.') });
    const details = { name: 'thing', said: 'It is like this' };
    await expect(client.put(change)).rejects.toMatchObject({ code: expected, details });
  });

  it('names what is missing, and hands on no signs that steer a terminal', async () => {
    const refused = (scope: string): ServedAnswer => ({
      status: 403,
      body: armError('AuthorizationFailed', `can’t perform action 'a/b/write' over scope '${scope}' or`),
    });
    serve(refused('/subscriptions/1'));
    const details = { action: 'a/b/write', scope: '/subscriptions/1' };
    await expect(client.put(change)).rejects.toMatchObject({ code: 'HCM6021', details });
    const failed: unknown = await client.put(change).catch((thrown: unknown) => thrown);
    expect(describeError(toErrorData(failed)).next).toBe(
      'Ask an owner for a role with a/b/write, such as Contributor.',
    );
    serve(refused('/sub\u001b[2Jscriptions/\u202e1'));
    const failure: unknown = await client.put(change).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(failure)).not.toMatch(/u001b|\u202e/u);
  });

  it('understands App Service, which refuses in its own way', async () => {
    const said = { Target: null, Details: [{ Message: 'Cannot find it.' }], Innererror: null };
    serve({ status: 404, body: { Code: 'NotFound', Message: 'Cannot find it.', ...said } });
    const question = { ...target, answer: z.unknown() };
    await expect(client.ask(question)).rejects.toMatchObject({ code: 'HCM6023' });
    expect(await client.remove(target)).toBe(false);
    serve({ status: 409, body: { Code: 'Conflict', Message: 'It is\nlike this.', ...said } });
    const details = { reason: 'Conflict', said: 'It is like this' };
    await expect(client.put(change)).rejects.toMatchObject({ code: 'HCM6066', details });
  });

  it('a long DELETE is done when what tells of it is gone', async () => {
    const gone = { status: 404, body: armError('ResourceNotFound') };
    serve({ status: 202, body: '', headers: { 'retry-after': '0' } }, gone);
    expect(await client.remove(target)).toBe(true);
    expect(asked().map(({ method }) => method)).toEqual(['DELETE', 'GET']);
  });

  it('asks for nothing that names of dots would lead to', async () => {
    const path = '/namespaces/../thing';
    await expect(client.put({ ...change, path })).rejects.toMatchObject({ code: 'HCM6023' });
    await expect(client.remove({ ...target, path })).rejects.toMatchObject({ code: 'HCM6023' });
    expect(asked()).toEqual([]);
  });

  it('repeats no words about a request that held a key', async () => {
    serve({ status: 400, body: armError('BadRequest', 'sendKeyValue a-key isn’t valid') });
    const failure: unknown = await client
      .put({ ...change, hasSecret: true })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'HCM6027' });
    expect(JSON.stringify(failure)).not.toContain('a-key');
  });

  it('nor where the refusal comes at the end of a long one', async () => {
    const headers = { 'azure-asyncoperation': `${server.arm}/operations/7`, 'retry-after': '0' };
    const { error } = armError('BadRequest', 'sendKeyValue a-key isn’t valid') as { error: object };
    for (const end of [{ body: { status: 'Failed', error } }, { status: 400, body: { error } }]) {
      serve({ status: 202, headers, body: '' }, end);
      const failure: unknown = await client
        .put({ ...change, hasSecret: true })
        .catch((thrown: unknown) => thrown);
      expect(failure).toMatchObject({ code: 'HCM6027' });
      expect(JSON.stringify(failure)).not.toContain('a-key');
    }
  });
});
