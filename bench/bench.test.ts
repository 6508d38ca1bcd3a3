/** The bench's own arithmetic: a wrong median would be a wrong README. */
import { describe as group, expect, it } from 'vitest';
import { readOptions } from './options.mjs';
import { processorSeconds, processorSecondsIn, residentMemory, residentMemoryIn } from './process-usage.mjs';
import { renderTable } from './report.mjs';
import { median, medianRatio, percentile } from './statistics.mjs';
import { compare, describe, judge } from './targets.mjs';
import { inTurn } from './turns.mjs';

group('figures', () => {
  it('takes the middle one, or the middle of two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 4])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('takes percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('lets another one go first in each run', () => {
    expect([0, 1, 2, 3].map((run) => inTurn(['a', 'b', 'c'], run).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ]);
    expect(inTurn([], 3)).toEqual([]);
  });

  it('compares run by run, so that a slow minute hits both', () => {
    expect(medianRatio([1, 10, 100], [2, 20, 200])).toBe(0.5);
    expect(medianRatio([1, 2, 3], [1, 1])).toBe(1.5);
  });
});

group('processes', () => {
  it('reads user and system time behind a name with blanks and parentheses', () => {
    const stat = '42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 150 75 12 13 20 0 11 0 999';
    expect(processorSecondsIn(stat)).toBe(2.25);
    expect(() => processorSecondsIn('nonsense')).toThrow('/proc/PID/stat');
  });

  it('reads memory, now and at its peak', () => {
    const status = 'Name:\tnode\nVmHWM:\t    2000 kB\nVmRSS:\t    1000 kB\n';
    expect(residentMemoryIn(status)).toEqual({ nowBytes: 1_024_000, peakBytes: 2_048_000 });
    expect(() => residentMemoryIn('Name:\tnode\n')).toThrow('VmRSS');
  });

  it('agrees with what this process knows of itself', () => {
    if (process.platform !== 'linux') {
      expect(() => processorSeconds(process.pid)).toThrow('ENOENT');
      return;
    }
    const { user, system } = process.cpuUsage();
    expect(processorSeconds(process.pid)).toBeCloseTo((user + system) / 1e6, 0);
    expect(residentMemory(process.pid).nowBytes / process.memoryUsage.rss()).toBeCloseTo(1, 0);
  });
});

group('targets', () => {
  const line = { what: 'processor time', against: 'ws', show: String };

  it('says reached or by how much it was missed', () => {
    const reached = compare({ ...line, kind: 'atMost', limit: 0.95, ours: [9], theirs: [10] });
    expect(reached).toMatchObject({ isReached: true, value: 0.9 });
    const missed = judge({ what: 'x', kind: 'atMost', limit: 100, value: 150, unit: ' ms', ours: '150 ms' });
    expect(describe(missed)).toBe('missed by 50 %');
    const slow = compare({ ...line, kind: 'atLeast', limit: 1.1, ours: [9.9], theirs: [10] });
    expect(slow && describe(slow)).toBe('0.99 × missed by 10 %');
  });

  it('says nothing about who was not measured', () => {
    expect(compare({ ...line, kind: 'atMost', limit: 1, ours: [1], theirs: undefined })).toBeUndefined();
  });

  it('prints a table with a line for each', () => {
    const verdict = judge({
      what: 'memory',
      kind: 'atMost',
      limit: 75,
      value: 70,
      unit: ' KB',
      ours: '70 KB',
    });
    const lines = renderTable([verdict]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^\| memory +\| 70 KB \|.*\| ≤ 75 KB \| reached/);
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });
});

group('options', () => {
  it('measures everything five times unless told', () => {
    expect(readOptions([])).toMatchObject({ runs: 5, bytes: 512_000_000, tunnels: 2000, connections: 200 });
    expect(readOptions(['--rows', 'connect,window', '--runs', '3'])).toMatchObject({
      rows: ['connect', 'window'],
      runs: 3,
    });
  });

  it('refuses what it does not know', () => {
    expect(() => readOptions(['--rows', 'nonsense'])).toThrow('nonsense');
    expect(() => readOptions(['--runs', '0'])).toThrow('--runs');
  });
});
