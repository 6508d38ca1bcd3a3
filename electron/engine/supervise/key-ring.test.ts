import { describe, expect, it } from 'vitest';
import type { ConnectionConfig, KeySlot } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import { silentLogger } from '../log/logger.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { KeyRing } from './key-ring.ts';

const startMs = Date.UTC(2026, 0, 1);
const refusal = new HcmError('HCM2020');

/** A ring over a store that tests write to. */
function ringOver(stored: Partial<Record<KeySlot, string>>) {
  const config = {
    keyName: 'first',
    secondaryKeyName: 'secondary' in stored ? 'second' : null,
  };
  const opening: (() => void)[] = [];
  const state = { switches: 0, holds: false, config, stored, opening };
  const ring = new KeyRing({
    clock: new FakeClock(startMs),
    log: silentLogger,
    config: () => state.config as ConnectionConfig,
    openKey: async (slot) => {
      const key = state.stored[slot];
      if (state.holds) await new Promise<void>((resolve) => opening.push(resolve));
      if (key === undefined) throw new HcmError('HCM4010', { reason: slot });
      return key;
    },
    onKeySwitched: () => state.switches++,
    onChange: () => undefined,
  });
  return { ring, state };
}

/** The slots that one round of attempts shows, when each is refused. */
function round(ring: KeyRing): KeySlot[] {
  const shown: KeySlot[] = [];
  do {
    ring.begin();
    shown.push(ring.current.slot);
  } while (ring.failed(refusal) && shown.length < 10);
  return shown;
}

describe('KeyRing', () => {
  it('shows each key once in a round, primary first, and all of them again in the next', async () => {
    const { ring } = ringOver({ primary: 'a', secondary: 'b' });
    await ring.load();
    expect(round(ring)).toEqual(['primary', 'secondary']);
    expect(ring.view).toMatchObject({
      inUse: 'primary',
      refused: [{ slot: 'primary' }, { slot: 'secondary' }],
    });
    expect(round(ring)).toEqual(['primary', 'secondary']);
  });

  it('leaves a refused key alone while the other one works, and says so once', async () => {
    const { ring, state } = ringOver({ primary: 'a', secondary: 'b' });
    await ring.load();
    ring.begin();
    expect(ring.failed(refusal)).toBe(true);
    ring.begin();
    ring.accepted();
    expect(ring.view).toMatchObject({ inUse: 'secondary', refused: [{ slot: 'primary' }] });
    await ring.load();
    ring.begin();
    ring.accepted();
    expect(state.switches).toBe(1);
    // Later refused as well: the first one was refused before, so nothing is tried at once.
    ring.begin();
    expect(ring.failed(refusal)).toBe(false);
  });

  it('has nothing else to try after failures that say nothing of the key, or with one key', async () => {
    const { ring } = ringOver({ primary: 'a', secondary: 'b' });
    await ring.load();
    ring.begin();
    for (const code of ['HCM2002', 'HCM2021', 'HCM2023', 'HCM2029', 'HCM2031'] as const) {
      expect(ring.failed(new HcmError(code))).toBe(false);
    }
    expect(ring.view.refused).toEqual([]);
    const alone = ringOver({ primary: 'a' }).ring;
    await alone.load();
    expect(round(alone)).toEqual(['primary']);
  });

  it('tries a key at once that was put in while the relay refused the one before, and refuses nothing for it', async () => {
    const { ring } = ringOver({ primary: 'a' });
    await ring.load();
    ring.begin();
    ring.put({ slot: 'primary', keyName: 'first', key: 'new' });
    expect(ring.failed(refusal)).toBe(true);
    expect(ring.view.refused).toEqual([]);
    ring.begin();
    expect(ring.current.key).toBe('new');
    expect(ring.failed(refusal)).toBe(false);
  });

  it('prefers a key that Azure accepted to the one that was being read, even once that is stored', async () => {
    const { ring, state } = ringOver({ primary: 'old' });
    state.holds = true;
    const loading = ring.load();
    ring.put({ slot: 'primary', keyName: 'first', key: 'new' });
    ring.stored('primary');
    state.opening.shift()?.();
    await loading;
    ring.begin();
    expect(ring.current.key).toBe('new');
  });

  it('never takes up a second key again that was taken away while it was being read', async () => {
    const { ring, state } = ringOver({ primary: 'a', secondary: 'b' });
    await ring.load();
    state.holds = true;
    const loading = ring.load();
    state.opening.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.opening).toHaveLength(1);
    state.config = { ...state.config, secondaryKeyName: null };
    ring.stored('secondary');
    state.opening.shift()?.();
    await loading;
    expect(round(ring)).toEqual(['primary']);
  });

  it('prefers it to the store until that has it, and what the store has from then on', async () => {
    const { ring, state } = ringOver({ primary: 'old' });
    await ring.load();
    ring.put({ slot: 'primary', keyName: 'first', key: 'new' });
    await ring.load();
    expect(ring.current.key).toBe('new');
    ring.stored('primary');
    state.stored.primary = 'newest';
    await ring.load();
    expect(ring.current.key).toBe('newest');
  });

  it('forgets a refusal when another key is stored in that slot', async () => {
    const { ring, state } = ringOver({ primary: 'a', secondary: 'b' });
    await ring.load();
    round(ring);
    state.stored.secondary = 'c';
    await ring.load();
    expect(ring.view.refused.map(({ slot }) => slot)).toEqual(['primary']);
    ring.begin();
    expect(ring.current).toMatchObject({ slot: 'secondary', key: 'c', keyName: 'second' });
  });

  it('does with the key that can be opened, and says why when none can', async () => {
    const { ring } = ringOver({ secondary: 'b' });
    await ring.load();
    ring.begin();
    expect(ring.current.slot).toBe('secondary');
    const none = ringOver({}).ring;
    await expect(none.load()).rejects.toMatchObject({ code: 'HCM4010', details: { reason: 'primary' } });
    expect(() => none.current).toThrow(HcmError);
  });

  it('goes back to the first key when the second is taken away', async () => {
    const { ring, state } = ringOver({ primary: 'a', secondary: 'b' });
    await ring.load();
    ring.begin();
    ring.failed(refusal);
    ring.begin();
    ring.accepted();
    state.config = { ...state.config, secondaryKeyName: null };
    ring.stored('secondary');
    expect(ring.view).toEqual({
      inUse: 'primary',
      hasSecondary: false,
      refused: [{ slot: 'primary', at: startMs }],
    });
  });
});
