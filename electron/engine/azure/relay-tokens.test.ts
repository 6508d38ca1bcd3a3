import { describe, expect, it } from 'vitest';
import { testConfig } from '../../contract/testing/test-views.ts';
import { HcmError } from '../../contract/errors.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { RelayTokens } from './relay-tokens.ts';
import type { AccessToken, TokenWish } from './token-source.ts';

const accountId = '11111111-0000-4000-8000-000000000001';
const tenantId = '22222222-0000-4000-8000-000000000002';
const hourMs = 60 * 60_000;
const config = testConfig({
  keyName: '',
  entra: { accountId, name: 'ada@contoso.test' },
  resource: {
    cloud: 'public',
    tenantId,
    subscriptionId: '33333333-0000-4000-8000-000000000003',
    resourceGroup: 'relays',
    namespace: 'contoso',
  },
});

function scene(lifeMs = hourMs) {
  const clock = new FakeClock();
  const wishes: (TokenWish & { readonly id: string })[] = [];
  let failure: HcmError | null = null;
  let held = Promise.resolve();
  const accounts = {
    token: async (id: string, wish: TokenWish): Promise<AccessToken> => {
      const text = `token ${wishes.push({ ...wish, id })}`;
      await held;
      if (failure !== null) throw failure;
      return { text, endsAt: clock.now() + lifeMs };
    },
  };
  return {
    clock,
    wishes,
    tokens: new RelayTokens(accounts, clock),
    /** Nothing is answered before what it returns is called. */
    hold: (): (() => void) => {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return () => release();
    },
    fail: (code: 'HCM6004' | 'HCM6013' | null) => (failure = code === null ? null : new HcmError(code)),
  };
}

describe('tokens for relays', () => {
  it('are asked for fresh, of the namespace’s tenant, once for all that need one', async () => {
    const { tokens, wishes } = scene();
    const other = testConfig({ ...config, name: 'other' });
    const given = await Promise.all([
      tokens.token(config, 'handshake'),
      tokens.token(other, 'handshake'),
      tokens.token(config, 'question'),
    ]);
    expect(given).toEqual(Array(3).fill({ text: 'token 1', lifeMs: hourMs }));
    expect(wishes).toEqual([{ id: accountId, audience: 'relay', tenantId, claims: '', isForced: true }]);
  });

  it('are shared while half of their life is left, and tell what is left', async () => {
    const { tokens, clock } = scene();
    await tokens.token(config, 'handshake');
    clock.advance(hourMs / 2);
    expect(await tokens.token(config, 'renewal')).toEqual({ text: 'token 1', lifeMs: hourMs / 2 });
    clock.advance(1);
    expect(await tokens.token(config, 'renewal')).toEqual({ text: 'token 2', lifeMs: hourMs });
  });

  it('open a broken channel with what is left while Entra gives none, and a renewal hears why', async () => {
    const { tokens, clock, fail } = scene();
    await tokens.token(config, 'handshake');
    fail('HCM6013');
    clock.advance(hourMs - 60_000);
    expect(await tokens.token(config, 'handshake')).toEqual({ text: 'token 1', lifeMs: 60_000 });
    await expect(tokens.token(config, 'renewal')).rejects.toMatchObject({ code: 'HCM6013' });
    clock.advance(1);
    await expect(tokens.token(config, 'handshake')).rejects.toMatchObject({ code: 'HCM6013' });
    fail(null);
    clock.advance(5_000);
    expect((await tokens.token(config, 'handshake')).text).toBe('token 3');
  });

  it('are asked for once in a while by hundreds that all hear the same no', async () => {
    const { tokens, wishes, clock, fail } = scene();
    fail('HCM6004');
    const all = Array.from({ length: 200 }, () => config);
    const hear = async (): Promise<void> => {
      for (const one of all)
        await expect(tokens.token(one, 'handshake')).rejects.toMatchObject({ code: 'HCM6004' });
    };
    await hear();
    expect(wishes).toHaveLength(1);
    clock.advance(5_000);
    await hear();
    expect(wishes).toHaveLength(2);
    // Whoever signs in doesn't wait.
    fail(null);
    tokens.forget(accountId);
    expect((await tokens.token(config, 'handshake')).text).toBe('token 3');
  });

  it('are fetched once for hundreds that a relay refuses, as long as they are fresh', async () => {
    const { tokens, wishes } = scene();
    for (let count = 0; count < 200; count += 1) {
      await tokens.token(config, 'handshake');
      tokens.refused(config);
    }
    expect(wishes).toHaveLength(1);
  });

  it('that come for an account of before are nobody’s', async () => {
    const { tokens, hold } = scene();
    const release = hold();
    const before = tokens.token(config, 'handshake');
    tokens.forget(accountId);
    const after = tokens.token(config, 'handshake');
    release();
    expect([(await before).text, (await after).text]).toEqual(['token 1', 'token 2']);
    expect((await tokens.token(config, 'handshake')).text).toBe('token 2');
  });

  it.each([
    ['the relay refused it', (tokens: RelayTokens) => tokens.refused(config)],
    ['its account signed in again', (tokens: RelayTokens) => tokens.forget(accountId)],
  ])('are fetched anew once %s', async (_why, forget) => {
    const { tokens, clock } = scene();
    await tokens.token(config, 'handshake');
    clock.advance(10_000);
    forget(tokens);
    expect((await tokens.token(config, 'handshake')).text).toBe('token 2');
  });
});
