import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { windowCallChannels } from '../contract/channels.ts';
import { HcmError } from '../contract/errors.ts';
import { windowCalls, type WindowCallName, type WindowReply } from '../contract/shell-api.ts';
import type { Logger, LogFields } from '../engine/log/logger.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { callRouter, type WindowHandlers } from './ipc-router.ts';
import type { Sender } from './ipc-sender.ts';

const ours = {} as Sender;
const foreign = {} as Sender;

interface Routed {
  readonly ask: (name: WindowCallName, input: unknown, sender?: Sender) => Promise<WindowReply>;
  readonly handled: unknown[];
  readonly logged: { level: string; message: string; fields: LogFields }[];
}

function route(answer: (name: WindowCallName, input: unknown) => unknown = () => ({})): Routed {
  const handled: unknown[] = [];
  const logged: Routed['logged'] = [];
  const write =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      void logged.push({ level, message, fields });
  const log: Logger = { ...silentLogger, warn: write('warn'), error: write('error') };
  const handlers = Object.fromEntries(
    windowCallChannels.map((name) => [
      name,
      async (input: unknown) => {
        handled.push(input);
        return Promise.resolve(answer(name, input));
      },
    ]),
  ) as unknown as WindowHandlers;
  const router = callRouter({ isTrusted: (sender) => sender === ours, handlers, log });
  return { ask: (name, input, sender = ours) => router(name, sender, input), handled, logged };
}

/** An input that the call takes: the least that its schema asks for. */
function goodInput(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape as Record<string, z.ZodType>)
        .filter(([, field]) => !(field instanceof z.ZodOptional))
        .map(([name, field]) => [name, goodInput(field)]),
    );
  }
  const samples: readonly unknown[] = [
    '3c1f0f5e-8a3e-4a67-9d5c-0d6f3e1b2a4c',
    'hcm-log.txt',
    'portal',
    'text',
    5,
    [],
    [{ resourceGroup: 'relays', namespace: 'contoso', name: 'sql' }],
    'browser',
    true,
    new Uint8Array(1),
  ];
  const fitting = samples.find((sample) => schema.safeParse(sample).success);
  if (fitting === undefined) throw new Error('no sample fits');
  return fitting;
}

const inputs = windowCallChannels.map((name) => [name, goodInput(windowCalls[name].input)] as const);

/** Each text field of each call. */
const textFields = inputs.flatMap(([name, good]) =>
  Object.entries(windowCalls[name].input.shape as Record<string, z.ZodType>)
    .filter(([, field]) => field.safeParse('hcm').success || field.safeParse('x').success)
    .map(([field]) => [name, field, good as object] as const),
);

describe('callRouter', () => {
  it.each(inputs)('%s: hands on what the contract takes', async (name, good) => {
    const { ask, handled } = route(() => ({ answered: name }));
    expect(await ask(name, good)).toEqual({ ok: true, value: { answered: name } });
    expect(handled).toEqual([good]);
  });

  it.each(inputs)('%s: refuses what is no object', async (name) => {
    const { ask, handled } = route();
    for (const wrong of [undefined, null, 'text', 5, true, [], () => undefined]) {
      expect(await ask(name, wrong)).toMatchObject({
        ok: false,
        error: { code: 'HCM5006', details: { call: name } },
      });
    }
    expect(handled).toEqual([]);
  });

  it.each(inputs)(
    '%s: refuses a key too many, and one that reaches for the prototype',
    async (name, good) => {
      const { ask, handled } = route();
      const polluting: unknown = JSON.parse(
        `${JSON.stringify(good).slice(0, -1)}${good && Object.keys(good).length > 0 ? ',' : ''}"__proto__":{"isAdmin":true}}`,
      );
      for (const wrong of [
        { ...(good as object), extra: 1 },
        polluting,
        { ...(good as object), constructor: {} },
      ]) {
        expect(await ask(name, wrong)).toMatchObject({ ok: false, error: { code: 'HCM5006' } });
      }
      expect(handled).toEqual([]);
      expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    },
  );

  it.each(inputs)('%s: refuses each field of a wrong type', async (name, good) => {
    const { ask, handled } = route();
    for (const field of Object.keys(windowCalls[name].input.shape)) {
      for (const wrong of [{ nested: true }, Symbol.iterator, Number.NaN, [[]]]) {
        expect(await ask(name, { ...(good as object), [field]: wrong })).toMatchObject({
          ok: false,
          error: { code: 'HCM5006', details: { path: expect.stringContaining(field) as string } },
        });
      }
    }
    expect(handled).toEqual([]);
  });

  it.each(textFields)(
    '%s: refuses a text without end in %s, and never repeats it',
    async (name, field, good) => {
      const { ask, handled, logged } = route();
      const reply = await ask(name, { ...good, [field]: 'SharedAccessKey='.repeat(400_000) });
      expect(reply).toMatchObject({ ok: false, error: { code: 'HCM5006' } });
      expect(JSON.stringify([reply, logged])).not.toContain('SharedAccessKey');
      expect(handled).toEqual([]);
    },
  );

  it.each(inputs)(
    '%s: refuses whoever is not our page, whatever is asked, and writes it down',
    async (name, good) => {
      const { ask, handled, logged } = route();
      expect(await ask(name, good, foreign)).toEqual({
        ok: false,
        error: { code: 'HCM5006', details: { call: name, reason: 'sender' } },
      });
      expect(handled).toEqual([]);
      expect(logged).toMatchObject([{ level: 'warn', fields: { call: name } }]);
    },
  );

  it('gives an expected failure as a value, and writes nothing down', async () => {
    const { ask, logged } = route(() => {
      throw new HcmError('HCM1041', { id: 'x' });
    });
    expect(await ask('host.info', {})).toEqual({
      ok: false,
      error: { code: 'HCM1041', details: { id: 'x' } },
    });
    expect(logged).toEqual([]);
  });

  it('tells of a bug only its kind, and writes down where it lies, never its text', async () => {
    const bug = new RangeError('bad value: c2VjcmV0');
    const { ask, logged } = route(() => {
      throw bug;
    });
    expect(await ask('host.info', {})).toEqual({
      ok: false,
      error: { code: 'HCM9001', details: { reason: 'RangeError' } },
    });
    const frames: unknown = expect.arrayContaining([expect.stringContaining('ipc-router')]);
    expect(logged).toMatchObject([
      { level: 'error', fields: { call: 'host.info', reason: 'RangeError', frames } },
    ]);
    expect(JSON.stringify(logged)).not.toContain('c2VjcmV0');
  });
});
