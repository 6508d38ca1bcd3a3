import { describe, expect, it } from 'vitest';
import { readManagedPolicy } from './managed-policy.ts';

const from = '/etc/hcm/policy.json';

function read(document: unknown) {
  const { by, settings, problems } = readManagedPolicy({ from, document });
  return {
    by,
    settings,
    problems: problems.map(({ code, details }): Record<string, unknown> => ({ code, ...details })),
  };
}

describe('a policy', () => {
  it('says who set it and which settings', () => {
    const settings = { updateMode: 'off', drainSeconds: 120, proxyUrl: null };
    expect(read({ version: 1, by: ' Contoso servers baseline ', settings })).toEqual({
      by: 'Contoso servers baseline',
      settings,
      problems: [],
    });
  });

  it('is named after the place where it lies when it names nobody', () => {
    expect(read({ version: 1, settings: { drainSeconds: 1 } }).by).toBe(from);
  });

  it('names every value that can’t count, and lets the good ones hold', () => {
    const settings = { drainSeconds: -1, updateMode: 'sometimes', frobnicate: 1, maxSessions: 7 };
    expect(read({ version: 1, by: 3, settings, later: {} })).toEqual({
      by: from,
      settings: { maxSessions: 7 },
      problems: [
        { code: 'HCM6102', file: from, name: 'later', reason: 'unknown' },
        { code: 'HCM6102', file: from, name: 'by', reason: 'value' },
        { code: 'HCM6102', file: from, name: 'drainSeconds', reason: 'value', min: 0, max: 3600 },
        { code: 'HCM6102', file: from, name: 'updateMode', reason: 'value', choices: 'notify, off' },
        { code: 'HCM6102', file: from, name: 'frobnicate', reason: 'unknown' },
      ],
    });
  });

  it('takes an empty text for “none” where only that fits: the registry has nothing else', () => {
    const { settings, problems } = read({
      version: 1,
      settings: { proxyUrl: '', httpAddress: '', extraCaFile: '', logLevel: '' },
    });
    expect(settings).toEqual({ proxyUrl: null, httpAddress: '', extraCaFile: null });
    expect(problems.map((problem) => problem['name'])).toEqual(['logLevel']);
  });

  it.each([
    [[], 'not-an-object'],
    ['text', 'not-an-object'],
    [null, 'not-an-object'],
    [{}, 'no-version'],
    [{ version: '1' }, 'no-version'],
    [{ version: 2, settings: {} }, 'newer'],
    [{ version: 1, settings: [] }, 'no-settings'],
  ])('%j sets nothing: %s', (document, reason) => {
    expect(() => read(document)).toThrow(
      expect.objectContaining({ code: 'HCM6103', details: { file: from, reason } }),
    );
  });

  it('of many faults names some', () => {
    const settings = Object.fromEntries(Array.from({ length: 500 }, (_one, index) => [`no${index}`, 1]));
    expect(read({ version: 1, settings }).problems).toHaveLength(50);
  });
});
