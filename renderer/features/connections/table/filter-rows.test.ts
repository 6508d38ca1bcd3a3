import { describe, expect, it } from 'vitest';
import { manyViews, sampleView, sampleViews } from '../../../testing/sample-views.ts';
import { filterRows } from './filter-rows.ts';

function namesFor(text: string, group: Parameters<typeof filterRows>[1]['group'] = null): readonly string[] {
  return filterRows(sampleViews(), { text, group }).map(({ config }) => config.name);
}

describe('filter', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['name', 'PAYROLL', ['payroll-sql']],
    ['namespace', 'contoso-bts', ['orders-biztalk']],
    ['endpoint', 'files03.corp', ['hr-files-api']],
    ['port', ':1414', ['warehouse-mq']],
    ['address', '10.20.6.40', ['reporting-odata']],
    ['words of the way to Azure', 'unauthorized', ['reporting-odata']],
    ['words of the way to the endpoint', 'unreachable', ['inventory-db']],
    ['several words in any order', 'reachable relay-neu mysql', ['crm-mysql']],
    ['nothing', 'abc', []],
    ['blanks only', '  ', sampleViews().map(({ config }) => config.name)],
  ])('by %s', (_what, text, names) => {
    expect(namesFor(text)).toEqual(names);
  });

  it('takes what was typed as text, not as a pattern', () => {
    expect(namesFor('.*')).toEqual([]);
    expect(namesFor('(')).toEqual([]);
  });

  it('keeps to the pressed chip', () => {
    expect(namesFor('', 'working')).toEqual(['erp-api', 'payroll-sql']);
    expect(namesFor('sql', 'working')).toEqual(['payroll-sql']);
    expect(namesFor('', 'off')).toEqual(['labels-print', 'orders-biztalk']);
  });

  it('does without an endpoint', () => {
    const bare = sampleView({ number: 1, name: 'bare', endpoint: null, leg: { address: null } });
    expect(filterRows([bare], { text: 'bare', group: null })).toEqual([bare]);
  });

  it('finds one of 500', () => {
    const rows = filterRows(manyViews(500), { text: 'payroll-sql-497', group: null });
    expect(rows.map(({ config }) => config.name)).toEqual(['payroll-sql-497']);
  });
});
