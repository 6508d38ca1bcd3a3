import { describe, expect, it } from 'vitest';
import type { ColumnName } from '../../../../electron/contract/default-preferences.ts';
import { sampleView, sampleViews } from '../../../testing/sample-views.ts';
import { sortRows } from './sort-rows.ts';

function sorted(column: ColumnName, descending = false): readonly string[] {
  const rates: Readonly<Record<string, number>> = { 'erp-api': 2_100_000, 'payroll-sql': 486_000 };
  const views = sampleViews().toReversed();
  const rateOf = (id: string): number =>
    rates[views.find(({ config }) => config.id === id)?.config.name ?? ''] ?? 0;
  return sortRows(views, { column, descending }, rateOf).map(({ config }) => config.name);
}

describe('sorting', () => {
  it('by name, and back', () => {
    const names = sampleViews().map(({ config }) => config.name);
    expect(sorted('name')).toEqual(names);
    expect(sorted('name', true)).toEqual(names.toReversed());
  });

  it('by name as people count, whatever the case', () => {
    const views = ['sql10', 'SQL2', 'sql1'].map((name, index) => sampleView({ number: index + 1, name }));
    const names = sortRows(views, { column: 'name', descending: false }, () => 0).map(
      ({ config }) => config.name,
    );
    expect(names).toEqual(['sql1', 'SQL2', 'sql10']);
  });

  it('by status: who needs a person first, then what recovers, what works, what is off', () => {
    expect(sorted('status')).toEqual([
      'hr-files-api',
      'warehouse-mq',
      'reporting-odata',
      'crm-mysql',
      'erp-api',
      'payroll-sql',
      'inventory-db',
      'scm-gateway',
      'orders-biztalk',
      'labels-print',
    ]);
  });

  it('by status of the endpoint', () => {
    expect(sorted('endpointStatus')[0]).toBe('inventory-db');
    expect(sorted('endpointStatus').slice(-3)).toEqual(['hr-files-api', 'labels-print', 'orders-biztalk']);
  });

  it('by figures, equal ones by name', () => {
    expect(sorted('sessions', true).slice(0, 3)).toEqual(['erp-api', 'payroll-sql', 'crm-mysql']);
    expect(sorted('traffic', true).slice(0, 3)).toEqual(['erp-api', 'payroll-sql', 'crm-mysql']);
    expect(sorted('traffic').slice(-2)).toEqual(['payroll-sql', 'erp-api']);
  });

  it('by namespace and by endpoint', () => {
    expect(sorted('namespace').slice(0, 2)).toEqual(['orders-biztalk', 'crm-mysql']);
    expect(sorted('endpoint').slice(0, 2)).toEqual(['orders-biztalk', 'erp-api']);
  });
});
