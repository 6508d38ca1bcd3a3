import { describe, expect, it } from 'vitest';
import type { HttpsAnswer } from '../net/https-request.ts';
import { untilDone } from './arm-operation.ts';

const arm = 'https://management.example';
const resource = new URL(`${arm}/subscriptions/1/namespaces/weu?api-version=1`);
const operation = `${arm}/operations/7?api-version=1`;

function answer(
  status: number,
  body: object | string = '',
  headers: Record<string, string> = {},
): HttpsAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, bytes: Buffer.from(text), body: text };
}

/** Azure's answers to what is asked after the first one, the last one again and again; with a clock that only pauses move. */
async function follow(first: HttpsAnswer, then: readonly HttpsAnswer[]) {
  const asked: string[] = [];
  const pausesMs: number[] = [];
  let nowMs = 0;
  const ended = untilDone(first, {
    arm,
    resource,
    name: 'weu',
    mayQuote: true,
    get: (url) => {
      asked.push(url.href);
      return Promise.resolve(then[Math.min(asked.length, then.length) - 1] ?? answer(500));
    },
    pause: (delayMs) => {
      pausesMs.push(delayMs);
      nowMs += delayMs;
      return Promise.resolve();
    },
    monotonicMs: () => nowMs,
  });
  const failure = await ended.then(
    () => null,
    (error: unknown) => error,
  );
  return { asked, pausesMs, failure };
}

const underway = answer(200, { status: 'InProgress' });
const done = answer(200, { status: 'Succeeded' });

describe('the end of what Azure does', () => {
  it.each([
    ['200 without more', answer(200, { id: 'weu' })],
    ['201 of what is there at once', answer(201, { properties: { provisioningState: 'Succeeded' } })],
    ['204', answer(204)],
    ['a resource that says it is active', answer(200, { properties: { provisioningState: 'Active' } })],
  ])('%s: nothing is asked', async (_what, first) => {
    expect(await follow(first, [])).toEqual({ asked: [], pausesMs: [], failure: null });
  });

  it('asks the operation as often as Azure wants', async () => {
    const first = answer(201, {}, { 'azure-asyncoperation': operation, 'retry-after': '7' });
    const slower = { ...underway, headers: { 'retry-after': '20' } };
    expect(await follow(first, [slower, underway, done])).toEqual({
      asked: [operation, operation, operation],
      pausesMs: [7000, 20_000, 2000],
      failure: null,
    });
  });

  it('asks the location of a 202 until it is another status', async () => {
    const location = { location: operation, 'retry-after': '0' };
    const { asked, pausesMs, failure } = await follow(answer(202, '', location), [
      answer(202, '', { 'retry-after': '3600' }),
      answer(204),
    ]);
    expect([asked, pausesMs, failure]).toEqual([[operation, operation], [100, 60_000], null]);
  });

  it('asks the resource itself where Azure names nothing else', async () => {
    const creating = answer(201, { properties: { provisioningState: 'Creating' } });
    const ready = answer(200, { properties: { provisioningState: 'Succeeded' } });
    const { asked, failure } = await follow(creating, [creating, ready]);
    expect([asked, failure]).toEqual([[resource.href, resource.href], null]);
  });

  it.each([
    [{ status: 'Failed', error: { code: 'QuotaExceeded', message: 'Too many.' } }, 'HCM6063', 'Too many'],
    [{ status: 'Failed', error: { code: 'SomethingElse', message: 'No.' } }, 'HCM6027', 'No'],
    [{ status: 'Canceled' }, 'HCM6027', undefined],
    [{ properties: { provisioningState: 'Failed' } }, 'HCM6027', undefined],
  ])('%j is %s', async (body, code, said) => {
    const first = answer(201, {}, { 'azure-asyncoperation': operation });
    const { failure } = await follow(first, [answer(200, body)]);
    expect(failure).toMatchObject({
      code,
      details: { name: 'weu', ...(said === undefined ? {} : { said }) },
    });
  });

  it('a refusal on the way ends it', async () => {
    const first = answer(202, '', { location: operation });
    const refused = answer(403, { error: { code: 'AuthorizationFailed' } });
    expect((await follow(first, [refused])).failure).toMatchObject({ code: 'HCM6021' });
  });

  it('ends after ten minutes', async () => {
    const first = answer(201, {}, { 'azure-asyncoperation': operation });
    const { asked, failure } = await follow(first, [underway]);
    expect(failure).toMatchObject({ code: 'HCM6066', details: { reason: 'slow' } });
    expect(asked).toHaveLength(301);
  });

  it('asks no other host', async () => {
    const elsewhere = { 'azure-asyncoperation': 'https://management.example.net/operations/7' };
    const { asked, failure } = await follow(answer(201, {}, elsewhere), [done]);
    expect(failure).toMatchObject({ code: 'HCM6026', details: { reason: 'link' } });
    expect(asked).toEqual([]);
  });
});
