import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { ManagedSettings } from './managed-settings.ts';
import type { FoundPolicy } from './managed-source.ts';

const from = '/etc/hcm/policy.json';

function policyOf(settings: unknown, by = 'Contoso'): FoundPolicy {
  return { from, document: { version: 1, by, settings } };
}

function managed(first: FoundPolicy | HcmError | null) {
  const now = { found: first };
  const settings = new ManagedSettings({
    read: () => (now.found instanceof HcmError ? Promise.reject(now.found) : Promise.resolve(now.found)),
  });
  return { now, settings };
}

const unreadable = new HcmError('HCM6103', { file: from, reason: 'not-json' });

describe('managed settings', () => {
  it('are none without a policy', async () => {
    const { settings } = managed(null);
    expect(await settings.look()).toEqual([]);
    expect(settings.list).toEqual([]);
    expect(() => settings.refuse(['drainSeconds'])).not.toThrow();
  });

  it('refuse to be changed, and say who set them', async () => {
    const { settings } = managed(policyOf({ drainSeconds: 5, updateMode: 'off' }));
    await settings.look();
    expect(settings.list).toEqual([
      { name: 'drainSeconds', by: 'Contoso' },
      { name: 'updateMode', by: 'Contoso' },
    ]);
    expect(() => settings.refuse(['logLevel', 'updateMode'])).toThrow(
      expect.objectContaining({ code: 'HCM6101', details: { name: 'updateMode', by: 'Contoso' } }),
    );
    expect(() => settings.refuse(['logLevel'])).not.toThrow();
  });

  it('keep what held when the policy can’t be read any more, and say so once', async () => {
    const { now, settings } = managed(policyOf({ drainSeconds: 5 }));
    await settings.look();
    now.found = unreadable;
    expect(await settings.look()).toEqual([unreadable]);
    expect(await settings.look()).toEqual([]);
    expect(settings.settings).toEqual({ drainSeconds: 5 });
    expect(settings.problems).toEqual([{ code: 'HCM6103', details: unreadable.details }]);
    now.found = policyOf({ drainSeconds: 6 });
    await settings.look();
    expect(settings.problems).toEqual([]);
    expect(settings.settings).toEqual({ drainSeconds: 6 });
  });

  it('are none from the start when the policy can’t be read then', async () => {
    const { settings } = managed(unreadable);
    expect(await settings.look()).toEqual([unreadable]);
    expect(settings.settings).toEqual({});
  });

  it('end with their policy', async () => {
    const { now, settings } = managed(policyOf({ drainSeconds: 5, frobnicate: 1 }));
    expect((await settings.look()).map(({ code }) => code)).toEqual(['HCM6102']);
    now.found = null;
    expect(await settings.look()).toEqual([]);
    expect(settings.list).toEqual([]);
    expect(settings.problems).toEqual([]);
  });
});
