import { describe, expect, it, vi } from 'vitest';
import type { CallInput, CallName } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { connectedView, testConfig } from '../contract/testing/test-views.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { GatewayString, type GatewayQuestion } from './gateway-string.ts';

const { id } = testConfig();
const text =
  'Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=defaultListener;SharedAccessKey=x';

interface Wishes {
  readonly answer?: boolean;
  readonly keyName?: string;
  readonly secondaryKeyName?: string;
  readonly refuse?: HcmError;
}

function start({ answer = true, keyName = 'defaultListener', secondaryKeyName, refuse }: Wishes = {}) {
  const clock = new FakeClock();
  const clipboard = { text: 'before' };
  let held = Promise.resolve();
  const questions: GatewayQuestion[] = [];
  const calls: [CallName, unknown][] = [];
  const view = connectedView({ keyName, secondaryKeyName: secondaryKeyName ?? null });
  const gateway = new GatewayString({
    host: {
      call: <Name extends CallName>(name: Name, input: CallInput<Name>) => {
        calls.push([name, input]);
        if (name === 'connections.snapshot')
          return Promise.resolve({ sequence: 0, connections: [view] }) as never;
        return (refuse === undefined ? Promise.resolve({ text }) : Promise.reject(refuse)) as never;
      },
    },
    clock,
    user: 'kim',
    ask: (question) => {
      questions.push(question);
      return Promise.resolve(answer);
    },
    read: () => Promise.resolve(clipboard.text),
    write: async (written) => {
      await held;
      clipboard.text = written;
    },
  });
  const holdWriting = (): (() => void) => {
    let goOn: () => void = () => undefined;
    held = new Promise((resolve) => (goOn = resolve));
    return goOn;
  };
  const asked = (): readonly unknown[] => calls.filter(([name]) => name === 'connections.gatewayString');
  return { gateway, clock, clipboard, questions, asked, holdWriting };
}

describe('GatewayString', () => {
  it('puts it on the clipboard after a yes, and takes it off after its time', async () => {
    const { gateway, clock, clipboard, questions, asked } = start();
    expect(await gateway.copy(id)).toBe(true);
    expect(questions).toEqual([{ name: 'payroll-sql', namespace: 'contoso', broadRule: null }]);
    expect(asked()).toEqual([['connections.gatewayString', { id, by: 'kim' }]]);
    clock.advance(59_999);
    expect(clipboard.text).toBe(text);
    clock.advance(1);
    await vi.waitFor(() => expect(clipboard.text).toBe(''));
    expect(clock.pending).toBe(0);
  });

  it('fetches nothing without the yes', async () => {
    const { gateway, clipboard, asked, clock } = start({ answer: false });
    expect(await gateway.copy(id)).toBe(false);
    expect(asked()).toEqual([]);
    expect(clipboard.text).toBe('before');
    expect(clock.pending).toBe(0);
  });

  it('leaves alone what a person copied meanwhile', async () => {
    const { gateway, clock, clipboard } = start();
    await gateway.copy(id);
    clipboard.text = `${text} `;
    clock.advance(60_000);
    await gateway.clear();
    expect(clipboard.text).toBe(`${text} `);
  });

  it('clears when the app ends, and owes nothing then', async () => {
    const { gateway, clock, clipboard } = start();
    await gateway.copy(id);
    await gateway.close();
    expect(clipboard.text).toBe('');
    expect(clock.pending).toBe(0);
  });

  it('leaves nothing when the app ends while it is being put there', async () => {
    const { gateway, clock, clipboard, holdWriting } = start();
    const goOn = holdWriting();
    const copying = gateway.copy(id);
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    const closing = gateway.close();
    goOn();
    await Promise.all([copying, closing]);
    expect(clipboard.text).toBe('');
    expect(clock.pending).toBe(0);
  });

  it('doesn’t keep the app from ending where the desktop doesn’t answer', async () => {
    const { gateway, clock, holdWriting } = start();
    const goOn = holdWriting();
    const copying = gateway.copy(id);
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    const closing = gateway.close();
    clock.advance(2_000);
    await closing;
    goOn();
    await copying;
  });

  it('puts nothing there once the app has ended', async () => {
    const { gateway, clock, clipboard } = start();
    await gateway.close();
    expect(await gateway.copy(id)).toBe(false);
    expect(clipboard.text).toBe('before');
    expect(clock.pending).toBe(0);
  });

  it('counts the time from the last copy', async () => {
    const { gateway, clock, clipboard } = start();
    await gateway.copy(id);
    clock.advance(50_000);
    await gateway.copy(id);
    clock.advance(50_000);
    expect(clipboard.text).toBe(text);
    expect(clock.pending).toBe(1);
  });

  it.each([
    [{ keyName: 'RootManageSharedAccessKey' }, 'RootManageSharedAccessKey'],
    [{ secondaryKeyName: 'manageAll' }, 'manageAll'],
  ])('names a rule that may do more than listen: %o', async (names, broadRule) => {
    const { gateway, questions } = start({ ...names, answer: false });
    await gateway.copy(id);
    expect(questions).toMatchObject([{ broadRule }]);
  });

  it('says what the host says, and touches no clipboard', async () => {
    const { gateway, clipboard, clock } = start({ refuse: new HcmError('HCM4010') });
    await expect(gateway.copy(id)).rejects.toMatchObject({ code: 'HCM4010' });
    await expect(gateway.copy('7d2a9c44-51b1-4c0e-8f9a-2b6f0f6f9e11')).rejects.toMatchObject({
      code: 'HCM1041',
    });
    expect(clipboard.text).toBe('before');
    expect(clock.pending).toBe(0);
  });

  it('ends in peace where the clipboard is gone', async () => {
    const { gateway, clipboard } = start();
    await gateway.copy(id);
    Object.defineProperty(clipboard, 'text', {
      get: () => {
        throw new Error('no display');
      },
    });
    await expect(gateway.clear()).resolves.toBeUndefined();
  });
});
