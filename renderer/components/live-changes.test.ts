import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { sampleView, type SampleParts } from '../testing/sample-views.ts';
import { changesBetween, spokenOf } from './live-changes.ts';

function views(...parts: readonly SampleParts[]): ReadonlyMap<string, ConnectionView> {
  return new Map(parts.map((one) => [String(one.number), sampleView(one)]));
}

function heard(
  before: ReadonlyMap<string, ConnectionView>,
  after: ReadonlyMap<string, ConnectionView>,
): readonly string[] {
  const spoken = spokenOf(before, new Map());
  return changesBetween(spoken, spokenOf(after, spoken), after);
}

const crm = { number: 1, name: 'crm-mysql' };
const erp = { number: 2, name: 'erp-api' };

describe('changesBetween', () => {
  it.each<readonly [string, SampleParts, readonly string[]]>([
    [
      'a lost connection',
      { ...crm, azure: { status: 'notConnected', problem: { code: 'HCM2003', details: {} } } },
      ['crm-mysql: not connected, retrying'],
    ],
    [
      'one where waiting can’t help',
      {
        ...crm,
        azure: { status: 'notConnected', problem: { code: 'HCM2029', details: { skewMinutes: 7 } } },
      },
      ['crm-mysql: not connected'],
    ],
    ['a key that is refused', { ...crm, azure: { status: 'unauthorized' } }, ['crm-mysql: unauthorized']],
    [
      'an endpoint that is gone',
      { ...crm, leg: { status: 'unreachable' } },
      ['crm-mysql: endpoint unreachable'],
    ],
    ['an endpoint that is being checked', { ...crm, leg: { status: 'checking' } }, []],
    ['figures', { ...crm, view: { sessions: 5, bytesIn: 900 }, leg: { dialMs: 9 } }, []],
  ])('%s', (_name, after, sentences) => {
    expect(heard(views(crm), views(after))).toEqual(sentences);
  });

  it('a check that ends as the one before is no news, one that ends otherwise is', () => {
    const before = spokenOf(views(crm), new Map());
    const checking = spokenOf(views({ ...crm, leg: { status: 'checking' } }), before);
    const again = views(crm);
    expect(changesBetween(before, spokenOf(again, checking), again)).toEqual([]);
    const gone = views({ ...crm, leg: { status: 'unreachable' } });
    expect(changesBetween(before, spokenOf(gone, checking), gone)).toEqual([
      'crm-mysql: endpoint unreachable',
    ]);
  });

  it('joins those that changed in the same way, and counts many', () => {
    const stopped = { azure: { status: 'stopped' } } as const;
    expect(heard(views(crm, erp), views({ ...crm, ...stopped }, { ...erp, ...stopped }))).toEqual([
      'crm-mysql, erp-api: stopped',
    ]);
    const many = [1, 2, 3, 4].map((number) => ({ number, name: `c${number}` }));
    expect(heard(views(...many), views(...many.map((one) => ({ ...one, ...stopped }))))).toEqual([
      '4 connections: stopped',
    ]);
  });

  it('says nothing of what came or went', () => {
    expect(heard(views(crm), views(crm, erp))).toEqual([]);
    expect(heard(views(crm, erp), views(crm))).toEqual([]);
  });
});
